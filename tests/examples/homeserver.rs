//! A small Matrix homeserver: the server side of the generated crate, over SQLite.
//!
//! ```text
//! cargo run -p cratewright-tests --example homeserver -- --memory
//! ```

#[path = "homeserver/mod.rs"]
#[expect(dead_code, unused_imports, reason = "the generated traits are not there yet")]
mod homeserver;

use std::error::Error;
use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Parser;
use homeserver::{DemoUser, Homeserver};

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
    /// The password of the user `demo`, who is registered at the first start. Without it, a random one is made.
    #[arg(long)]
    demo_password: Option<String>,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let homeserver = open(&arguments)?;
    let demo = homeserver.prepare_demo(arguments.demo_password).await?;
    greet(arguments.listen, demo.as_ref());
    Ok(())
}

fn open(arguments: &Arguments) -> Result<Homeserver, Box<dyn Error>> {
    if arguments.memory {
        return Ok(Homeserver::in_memory(&arguments.name)?);
    }
    Ok(Homeserver::open(&arguments.name, &arguments.database)?)
}

/// Prints how to log in, which is possible only once: passwords are not kept.
fn greet(address: SocketAddr, demo: Option<&DemoUser>) {
    println!("Listening on http://{address}");
    let Some(DemoUser { user_id, password }) = demo else { return };
    println!("Registered {user_id} with the password {password}. To log in:");
    println!("  cargo run -p cratewright-tests --example login -- http://{address} demo {password}");
    println!(
        "  curl --json '{{\"username\": \"demo\", \"password\": \"{password}\"}}' \
         http://{address}/_matrix/client/api/v1/login"
    );
}
