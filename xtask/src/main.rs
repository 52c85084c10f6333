//! What developers of this repository run, one command a file.

mod bench;
mod codegen;
mod corpus;
mod features;
mod fuzz;
mod gallery;
mod group;
mod hostile;
mod peers;
mod step;
mod test;
mod tidy;
mod watch;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use mimalloc::MiMalloc;

/// That of the command.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// The tasks of this repository.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Measure the generator against its floors.
    Bench(bench::Bench),
    /// One program that `bench` measures, in a process of its own.
    #[command(hide = true)]
    BenchAlone(bench::Alone),
    /// What `bench` measures against, in a process of its own.
    #[command(hide = true)]
    BenchFloor(bench::Floor),
    /// Generate `generated/` from `specs/`, as `cratewright.toml` says.
    Codegen(codegen::Codegen),
    /// Generate, compile and test every document of a collection, and compare with what is expected.
    Corpus(corpus::Corpus),
    /// One document of `corpus`, in a process of its own.
    #[command(hide = true)]
    CorpusDocument(corpus::Worker),
    /// Run every fuzz target for a while.
    Fuzz(fuzz::Fuzz),
    /// Show every finding in `generator/DIAGNOSTICS.md`, as the command prints it.
    Gallery(gallery::Gallery),
    /// Show what documents that were made to exhaust the generator come to.
    Hostile(hostile::Hostile),
    /// Run the generated code against servers and clients that others wrote.
    Peers(peers::Peers),
    /// Run everything that the README promises.
    Test(test::Test),
    /// Look after sizes and leftovers of our own source files.
    Tidy(tidy::Tidy),
}

/// Why a task failed, for people. Empty where it was said already.
type Failure = String;

fn main() -> ExitCode {
    let done = match Cli::parse().task {
        Task::Bench(task) => task.run(),
        Task::BenchAlone(task) => task.run(),
        Task::BenchFloor(task) => task.run(),
        Task::Codegen(task) => task.run(),
        Task::Corpus(task) => task.run(),
        Task::CorpusDocument(task) => task.run(),
        Task::Fuzz(task) => task.run(),
        Task::Gallery(task) => task.run(),
        Task::Hostile(task) => task.run(),
        Task::Peers(task) => task.run(),
        Task::Test(task) => task.run(),
        Task::Tidy(task) => task.run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if !failure.is_empty() {
                eprintln!("error: {failure}");
            }
            ExitCode::FAILURE
        }
    }
}
