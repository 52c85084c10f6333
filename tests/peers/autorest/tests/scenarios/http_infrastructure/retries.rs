//! Answers that are there at the second attempt. The server knows it by a cookie.

use std::sync::{Arc, Mutex};

use autorest_client::http_infrastructure::*;
use autorest_client::runtime::http::header::{COOKIE, SET_COOKIE};
use autorest_client::runtime::http::{HeaderValue, Request, Response};
use autorest_client::runtime::{
    Body, BoxFuture, ClientCore, Outgoing, ReqwestTransport, Retry, Transport, TransportError,
};
use autorest_scenarios::{URL, block_on};

/// Sends back the last cookie that came.
struct Cookie {
    transport: ReqwestTransport,
    last: Arc<Mutex<Option<HeaderValue>>>,
}

impl Transport for Cookie {
    fn send(&self, mut request: Request<Body>) -> BoxFuture<Result<Response<Body>, TransportError>> {
        let last = self.last.clone();
        if let Some(cookie) = last.lock().expect("nobody panics with it").clone() {
            request.headers_mut().insert(COOKIE, cookie);
        }
        let sent = self.transport.send(request);
        Box::pin(async move {
            let response = sent.await?;
            let set = response.headers().get(SET_COOKIE).cloned();
            *last.lock().expect("nobody panics with it") = set;
            Ok(response)
        })
    }
}

fn client() -> ClientCore {
    let transport = ReqwestTransport::new().expect("TLS can be set up");
    ClientCore::new(&URL, Cookie { transport, last: Arc::default() }).expect("the URL is one")
}

#[test]
fn what_is_idempotent_is_repeated() {
    fn retried<O: Outgoing<Error: std::fmt::Debug>>(request: O) {
        let client = client().with_layer(Retry::new());
        block_on(client.call(request)).expect("the second attempt succeeds");
    }
    retried(http_retry_head408::Request::new());
    retried(http_retry_get502::Request::new());
    retried(http_retry_delete503::Request::new().with_body(true));
    retried(http_retry_put504::Request::new().with_body(true));
}

/// The client can't know whether it was carried out; the caller may.
#[test]
fn anything_else_is_the_callers_business() {
    fn called_twice<O: Outgoing<Response: std::fmt::Debug, Error: std::fmt::Debug> + Clone>(request: O) {
        let client = client().with_layer(Retry::new());
        block_on(client.call(request.clone())).expect_err("the first attempt fails");
        block_on(client.call(request)).expect("the second attempt succeeds");
    }
    called_twice(http_retry_put500::Request::new().with_body(true));
    called_twice(http_retry_patch500::Request::new().with_body(true));
    called_twice(http_retry_post503::Request::new().with_body(true));
    called_twice(http_retry_patch504::Request::new().with_body(true));
}

/// The second answer has no body, though the document promises one.
#[test]
fn a_retried_answer_is_looked_at_too() {
    let client = client().with_layer(Retry::new());
    let answer = block_on(client.call(http_retry_options502::Request::new()));
    assert!(answer.is_err_and(|error| error.status().is_some_and(|status| status == 200)));
}
