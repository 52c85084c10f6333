//! Servers of orders, generated and by hand.

mod axum;
mod hyper;
mod ours;

use std::net::TcpListener;

use crate::worker::Worker;
use crate::{Case, Failure};

/// How many bytes of a request are taken: what both ours and axum have by default.
const BODY_LIMIT: usize = 2 << 20;

/// Starts one of them.
pub(crate) fn start(name: &str, case: &Case, listener: TcpListener) -> Result<Worker, Failure> {
    let routes = case.routes;
    let listen = move || tokio::net::TcpListener::from_std(listener).expect("a listener");
    Ok(match name {
        "ours" => Worker::start(move || ours::serve(listen(), routes)),
        "mounted" => Worker::start(move || axum::serve(listen(), ours::service(routes).into_router())),
        "axum" => Worker::start(move || axum::serve(listen(), axum::router(routes))),
        "hyper" => Worker::start(move || hyper::serve(listen())),
        _ => return Err(format!("there is no server `{name}`").into()),
    })
}
