//! A small Matrix homeserver: the server side of the generated crate, over SQLite.
//!
//! ```text
//! cargo run -p cratewright-tests --example homeserver -- --memory
//! ```

#[path = "homeserver/mod.rs"]
mod homeserver;

use std::error::Error;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use homeserver::{DemoUser, Homeserver};
use tokio::net::TcpListener;
use tokio::signal::ctrl_c;

/// A small Matrix homeserver, for trying out the generated crate.
#[derive(Debug, Parser)]
struct Arguments {
    /// Where to listen. Port 0 takes any free port.
    #[arg(long, default_value = "127.0.0.1:8008")]
    listen: SocketAddr,
    /// What follows the colon in the IDs of users and rooms.
    #[arg(long, default_value = "localhost")]
    name: String,
    /// The file that keeps everything. It is created if it does not exist.
    #[arg(long, default_value = "homeserver.sqlite")]
    database: PathBuf,
    /// Keep everything in memory instead, and forget it in the end.
    #[arg(long, conflicts_with = "database")]
    memory: bool,
    /// The password of the user `demo`, who is registered at the first start. Without it, it is `demo` where
    /// only this machine can connect, and otherwise a random one.
    #[arg(long)]
    demo_password: Option<String>,
    /// Let everybody try and change things as often as they like: for programs that test it.
    #[arg(long)]
    unlimited: bool,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), Box<dyn Error>> {
    // Nothing, unless `cargo xtask peers` runs this.
    peers_records::log()?;
    let homeserver = open(&arguments)?;
    let listener = TcpListener::bind(arguments.listen).await?;
    let address = listener.local_addr()?;
    let demo = homeserver.prepare_demo(demo_password(arguments)).await?;
    greet(address, demo.as_ref());
    homeserver::serve(listener, homeserver, async { ctrl_c().await.unwrap_or_default() }).await;
    println!("Stopped.");
    Ok(())
}

fn open(arguments: &Arguments) -> Result<Homeserver, Box<dyn Error>> {
    let homeserver = match arguments.memory {
        true => Homeserver::in_memory(&arguments.name)?,
        false => Homeserver::open(&arguments.name, &arguments.database)?,
    };
    Ok(if arguments.unlimited { homeserver.unlimited() } else { homeserver })
}

fn demo_password(arguments: Arguments) -> Option<String> {
    let is_private = arguments.listen.ip().is_loopback();
    arguments.demo_password.or_else(|| is_private.then(|| "demo".to_owned()))
}

/// Prints how to log in, which is possible only once: passwords are not kept.
fn greet(address: SocketAddr, demo: Option<&DemoUser>) {
    println!("Listening on http://{address}, until Ctrl-C");
    let Some(DemoUser { user_id, password }) = demo else { return };
    println!("Registered {user_id} with the password {password}. To log in:");
    println!("  cargo run -p cratewright-tests --example login -- http://{address} demo {password}");
    println!(
        "  curl -H 'Content-Type: application/json' -d '{{\"username\": \"demo\", \"password\": \"{password}\"}}' \
         http://{address}/_matrix/client/api/v1/login"
    );
}
