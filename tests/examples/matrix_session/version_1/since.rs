//! What servers have come to ask of a login of version 1 since it was written: the `type`, and the user
//! under `user`. A transport adds them, as one would for an old program and a new server.

use bytes::Bytes;
use http::header::CONTENT_LENGTH;
use http::{Request, Response};
use matrix_client_server::Client;
use matrix_client_server::runtime::{
    Body, BoxFuture, JsonObject, ReqwestTransport, Trace, Transport, TransportError, TransportErrorKind,
};

use crate::steps::Fault;

/// A client of the same server that says more.
pub(super) fn client(url: &str) -> Result<Client, Fault> {
    Ok(Client::with_transport(url, Since(ReqwestTransport::new()?))?.with_layer(Trace::new()))
}

struct Since(ReqwestTransport);

impl Transport for Since {
    fn send(&self, request: Request<Body>) -> BoxFuture<Result<Response<Body>, TransportError>> {
        let transport = self.0.clone();
        Box::pin(async move {
            let request =
                add(request).await.map_err(|fault| TransportError::new(TransportErrorKind::Other, fault))?;
            transport.send(request).await
        })
    }
}

async fn add(request: Request<Body>) -> Result<Request<Body>, Fault> {
    let (mut parts, body) = request.into_parts();
    let mut body: JsonObject = serde_json::from_slice(&body.collect(1 << 16).await?)?;
    if let Some(name) = body.remove("username") {
        body.insert("type".to_owned(), "m.login.password".into());
        body.insert("user".to_owned(), name);
    }
    parts.headers.remove(CONTENT_LENGTH);
    Ok(Request::from_parts(parts, Bytes::from(serde_json::to_vec(&body)?).into()))
}
