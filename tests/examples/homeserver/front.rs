//! What stands between the socket and the operations: tower middleware.

use std::convert::Infallible;
use std::net::IpAddr;
use std::task::{Context, Poll};

use http::{HeaderMap, HeaderValue, Request, Response, header};
use matrix_client_server::runtime::{Body, BoxFuture, PeerAddress, Service};

use super::bearer;

tokio::task_local! {
    static PEER: Option<IpAddr>;
}

/// Where the request comes from that this task answers. Behind a proxy that is the proxy.
pub(crate) fn peer() -> Option<IpAddr> {
    PEER.try_with(|peer| *peer).ok().flatten()
}

/// The operations, which can ask for their [`peer`], and whose answers no browser takes for a page.
#[derive(Debug, Clone)]
pub(crate) struct Front(Service);

impl Front {
    pub(crate) fn new(service: Service) -> Self {
        Self(service)
    }
}

impl tower_service::Service<Request<Body>> for Front {
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = BoxFuture<Result<Response<Body>, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, mut request: Request<Body>) -> Self::Future {
        bearer::into_query(&mut request);
        let peer = request.extensions().get().map(|PeerAddress(address)| address.ip());
        let answer = PEER.scope(peer, self.0.respond(request));
        Box::pin(async move {
            let mut response = answer.await;
            protect(response.headers_mut());
            Ok(response)
        })
    }
}

/// Anybody may upload anything, scripts too: where a browser shows an answer, it must not run it.
fn protect(headers: &mut HeaderMap) {
    let policy =
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; media-src 'self'; object-src 'self'";
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
}
