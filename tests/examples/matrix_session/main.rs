//! A whole session with a homeserver that others wrote, step by step: over r0 what a client does from
//! registering to logging out, over version 1 what servers still answer there.
//!
//! Prints a line for each step, `ok` or `missed` with the reason. `cargo xtask peers --only synapse` runs
//! it against Synapse.

mod account;
mod account_data;
mod devices;
mod directory;
mod leaving;
mod media;
mod profile;
mod rooms;
mod stage;
mod steps;
mod sync;
mod talk;
mod version_1;

use std::process::ExitCode;

use clap::Parser;
use stage::Stage;
use steps::Steps;

/// Drives a session with a Matrix homeserver that lets anybody register.
#[derive(Debug, Parser)]
struct Arguments {
    #[arg(default_value = "http://127.0.0.1:8008")]
    url: String,
}

#[tokio::main]
async fn main() -> ExitCode {
    let mut steps = Steps::default();
    steps.step("log everything", async { Ok(peers_records::log()?) }).await;
    if session(&mut steps, &Arguments::parse().url).await.is_none() {
        println!("The steps after this one need what it did not give.");
    }
    println!("{steps}");
    steps.verdict()
}

/// Nothing where a step failed that the others need.
async fn session(steps: &mut Steps, url: &str) -> Option<()> {
    let mut stage = steps.step("prepare two clients", async { Stage::new(url) }).await?;
    account::run(steps, &mut stage).await?;
    profile::run(steps, &stage).await;
    let room = rooms::run(steps, &stage).await?;
    talk::run(steps, &stage, &room).await;
    sync::run(steps, &stage, &room).await;
    directory::run(steps, &stage, &room).await;
    account_data::run(steps, &stage, &room).await;
    media::run(steps, &stage).await;
    devices::run(steps, &stage).await;
    version_1::run(steps, &stage, &room).await;
    leaving::run(steps, &stage, &room).await;
    Some(())
}
