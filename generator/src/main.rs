//! The `cratewright` command. What it does is in the library; this is the way in and out.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::main()
}
