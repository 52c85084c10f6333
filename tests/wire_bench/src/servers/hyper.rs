//! The server on hyper alone, by hand.

use std::convert::Infallible;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderValue, Method, Request, Response, StatusCode};
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use serde::Serialize;
use tokio::net::TcpListener;

use super::BODY_LIMIT;
use crate::order::{Order, Problem, Receipt, json};

/// Serves until the process ends.
pub(super) async fn serve(listener: TcpListener) {
    while let Ok((stream, _)) = listener.accept().await {
        stream.set_nodelay(true).expect("a connection");
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service_fn(respond)));
    }
}

async fn respond(request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
    let (parts, body) = request.into_parts();
    let Some(id) = parts.uri.path().strip_prefix("/orders/").filter(|_| parts.method == Method::POST) else {
        return Ok(answer(StatusCode::NOT_FOUND, &Problem { reason: "there is no such place".to_owned() }));
    };
    Ok(match read(body).await {
        Ok(order) if order.lines.is_empty() => {
            answer(StatusCode::CONFLICT, &Problem { reason: "nothing is ordered".to_owned() })
        }
        Ok(order) => answer(
            StatusCode::OK,
            &Receipt { id: id.to_owned(), customer: order.customer, lines: order.lines },
        ),
        Err(reason) => answer(StatusCode::BAD_REQUEST, &Problem { reason }),
    })
}

async fn read(body: Incoming) -> Result<Order, String> {
    let bytes = Limited::new(body, BODY_LIMIT).collect().await.map_err(|error| error.to_string())?.to_bytes();
    serde_json::from_slice(&bytes).map_err(|error| error.to_string())
}

fn answer<T: Serialize>(status: StatusCode, value: &T) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(json(value)));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}
