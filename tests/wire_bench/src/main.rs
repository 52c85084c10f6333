//! One measurement of `cargo xtask bench wire`, in a process of its own:
//! `wire-bench WHAT CONNECTIONS ROUTES BYTES SECONDS`, or `… EXCHANGESx`.
//!
//! What is measured and its other side are a thread each, with TCP between them. It prints, as JSON, how
//! many exchanges there were in so many seconds, and how long the processor was at work on the thread that
//! is measured. With a number of exchanges it ends after these, for programs that count instructions: the
//! thread that is measured is the second of the process then, after the first, which waits.

mod answering;
mod clients;
mod exchanges;
mod load;
mod order;
mod servers;
mod worker;

use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use exchanges::Exchanges;
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
    let [what, connections, routes, bytes, extent] = arguments.as_slice() else {
        return Err("usage: wire-bench WHAT CONNECTIONS ROUTES BYTES SECONDS|EXCHANGESx".into());
    };
    let case = Case { connections: connections.parse()?, routes: routes.parse()?, bytes: bytes.parse()? };
    let last = extent.strip_suffix('x').map(str::parse).transpose()?;
    let listener = TcpListener::bind("127.0.0.1:0")?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let exchanges = Arc::new(Exchanges::until(last));
    let counted = Arc::clone(&exchanges);
    let (measured, _other) = match what.split_once('-') {
        Some(("server", name)) => {
            let server = servers::start(name, &case, listener)?;
            (
                server,
                Worker::start({
                    let case = case.clone();
                    move || load::run(address, case, counted)
                }),
            )
        }
        Some(("client", name)) => {
            let client = clients::start(name, address, &case, counted)?;
            let answers = order::answer(case.bytes);
            (client, Worker::start(move || answering::run(listener, answers)))
        }
        _ => return Err(format!("there is no `{what}`").into()),
    };
    if last.is_some() {
        // The last exchange ends the process.
        loop {
            std::thread::park();
        }
    }
    let least = 4 * case.connections as u64;
    let figures = measured.measure(&exchanges, Duration::from_secs_f64(extent.parse()?), least)?;
    println!("{}", serde_json::to_string(&figures)?);
    // The threads end with the process.
    std::process::exit(0)
}
