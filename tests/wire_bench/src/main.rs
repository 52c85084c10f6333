//! One measurement of `cargo xtask bench wire`, in a process of its own:
//! `wire-bench WHAT CONNECTIONS ROUTES BYTES SECONDS`.
//!
//! What is measured and its other side are a thread each, with TCP between them. It prints, as JSON, how
//! many exchanges there were in so many seconds, and how long the processor was at work on the thread that
//! is measured.

mod answering;
mod clients;
mod load;
mod order;
mod servers;
mod worker;

use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use worker::Worker;

/// One measurement.
#[derive(Debug, Clone)]
struct Case {
    connections: usize,
    routes: usize,
    bytes: usize,
}

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [what, connections, routes, bytes, seconds] = arguments.as_slice() else {
        return Err("usage: wire-bench WHAT CONNECTIONS ROUTES BYTES SECONDS".into());
    };
    let case = Case { connections: connections.parse()?, routes: routes.parse()?, bytes: bytes.parse()? };
    let listener = TcpListener::bind("127.0.0.1:0")?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let least = 4 * case.connections as u64;
    let exchanges = Arc::new(AtomicU64::new(0));
    let counted = Arc::clone(&exchanges);
    let (measured, _other) = match what.split_once('-') {
        Some(("server", name)) => {
            let server = servers::start(name, &case, listener)?;
            (server, Worker::start(move || load::run(address, case, counted)))
        }
        Some(("client", name)) => {
            let answers = order::answer(case.bytes);
            let server = Worker::start(move || answering::run(listener, answers));
            (clients::start(name, address, &case, counted)?, server)
        }
        _ => return Err(format!("there is no `{what}`").into()),
    };
    let figures = measured.measure(&exchanges, Duration::from_secs_f64(seconds.parse()?), least)?;
    println!("{}", serde_json::to_string(&figures)?);
    // The threads end with the process.
    std::process::exit(0)
}
