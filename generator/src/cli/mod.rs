//! The command line: arguments in, exit code out.

mod check;
mod explain;
mod failure;
mod generate;
mod input;
mod show;
mod upgrade;
mod uris;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use failure::Failure;

/// Turns Swagger 2.0 and OpenAPI 3 documents into a Rust crate: types, an async server trait, and
/// a client.
#[derive(Debug, Parser)]
#[command(name = "cratewright", version, arg_required_else_help = true)]
#[command(after_help = "Exit codes: 0 done, 1 the documents have errors or nothing could be written, \
    2 the command was not understood.")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Generate a crate from documents.
    Generate(generate::Generate),
    /// Say what is wrong with documents, or not supported, and write nothing.
    Check(check::Check),
    /// Print a document as OpenAPI 3.0: one file that needs no other.
    Upgrade(upgrade::Upgrade),
    /// Tell the long story of a finding.
    Explain(explain::Explain),
}

/// Runs the command that the process was given.
pub(crate) fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Generate(command) => command.run(),
        Command::Check(command) => command.run(),
        Command::Upgrade(command) => command.run(),
        Command::Explain(command) => command.run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
