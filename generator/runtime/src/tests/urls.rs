//! What reqwest makes of a URI, whether it has seen the beginning of it before or not.

use std::convert::Infallible;
use std::future::pending;

use http::{Request, Response, Uri};
use tower::service_fn;

use crate::runtime::{Body, ReqwestTransport, ServeLimits, Transport, serve};

/// Answers each request with its target and its `Host`.
async fn echo() -> u16 {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let told = service_fn(|request: Request<Body>| async move {
        let told = format!("{:?} {}", request.headers()["host"], request.uri());
        Ok::<_, Infallible>(Response::new(Body::from(told)))
    });
    tokio::spawn(serve(listener, told, ServeLimits::default(), pending()));
    port
}

async fn sent(transport: &ReqwestTransport, uri: &Uri) -> String {
    let request = Request::get(uri.clone()).body(Body::empty()).unwrap();
    let answer = transport.send(request).await.unwrap();
    String::from_utf8(answer.into_body().collect(1 << 10).await.unwrap().to_vec()).unwrap()
}

/// `runtime.block_on(transport.send(request))` calls `send` before the runtime is entered.
#[test]
fn a_request_may_be_handed_over_outside_of_a_runtime() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let port = runtime.block_on(echo());
    let uri: Uri = format!("http://127.0.0.1:{port}/").parse().unwrap();
    let transport = ReqwestTransport::new().unwrap();
    let request = Request::get(uri).body(Body::empty()).unwrap();
    assert!(runtime.block_on(transport.send(request)).unwrap().status().is_success());
}

#[tokio::test]
async fn what_is_sent_does_not_depend_on_what_was_sent_before() {
    let port = echo().await;
    let other = echo().await;
    let again = ReqwestTransport::new().unwrap();
    for (port, host, target) in [
        (port, "127.0.0.1", "/a/b?c=d"),
        (port, "127.0.0.1", "/"),
        (port, "127.0.0.1", ""),
        (port, "127.0.0.1", "/?"),
        (port, "127.0.0.1", "/?a"),
        (port, "127.0.0.1", "//localhost/x"),
        (port, "127.0.0.1", "/a/../b/./c/%2e%2E/d?x=../y"),
        (port, "127.0.0.1", "/%zz/a|b{c}\"d\"?f'g{h}|%zz"),
        (port, "127.0.0.1", "/a\\b/c;d=e,f:g@h"),
        (port, "127.0.0.1", "/a?b?c=/d"),
        (port, "LOCALHOST", "/a"),
        (other, "127.0.0.1", "/a/b"),
        (port, "127.0.0.1", "/a/b?c=d"),
    ] {
        let uri: Uri = format!("http://{host}:{port}{target}").parse().unwrap();
        let first = sent(&ReqwestTransport::new().unwrap(), &uri).await;
        assert!(first.to_lowercase().contains(&format!("{host}:{port}").to_lowercase()), "{first}");
        assert_eq!(sent(&again, &uri).await, first, "{uri}");
    }
}
