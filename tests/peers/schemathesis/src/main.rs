//! A pet store and a manager of alerts, in memory, behind the generated traits: as little as makes every
//! documented answer possible, so that what a fuzzer finds is the generated code's.
//!
//! `cargo xtask peers --only schemathesis` generates the crate, starts this and judges it. It keeps
//! running with `--keep`.

mod alertmanager;
mod credentials;
mod petstore;
mod stored;

use std::future::pending;
use std::io;

use judged_server::runtime::{ServeLimits, Trace, serve};
use judged_server::server;
use tokio::net::TcpListener;

use alertmanager::Alerts;
use credentials::Known;
use petstore::Pets;

/// All that is stored.
#[derive(Debug, Default)]
struct Stub {
    pets: Pets,
    alerts: Alerts,
}

#[tokio::main]
async fn main() -> io::Result<()> {
    peers_records::log()?;
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:0".to_owned());
    let listener = TcpListener::bind(address).await?;
    println!("Listening on {}", listener.local_addr()?);
    let service = server::service(Stub::default()).with_authenticator(Known).with_layer(Trace::new());
    serve(listener, service, ServeLimits::default(), pending()).await;
    Ok(())
}
