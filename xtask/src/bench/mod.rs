//! `cargo xtask bench`: how fast we are, each time beside the floor of the same work and the same
//! minute.
//!
//! A group is a file of its own and a line in [`groups`]. It says what is run; that things are run in
//! turns, in processes of their own, and what becomes of the figures is here.

mod alone;
mod before;
mod build;
mod changed;
mod chart;
mod check;
mod compile;
mod crates;
mod documents;
mod figures;
mod floor;
mod generate;
mod instructions;
mod machine;
mod page;
mod peers;
mod row;
mod run;
mod scale;
mod synthetic;
mod table;
mod turns;
mod unit;
mod wire;

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use tempfile::TempDir;

use crate::{Failure, workspace};
use build::Programs;
use machine::Machine;
use peers::Peer;
use row::Row;
use table::Table;

pub(crate) use alone::Alone;
pub(crate) use floor::Floor;

/// Measure the generator against its floors.
#[derive(Debug, Args)]
pub(crate) struct Bench {
    /// What to measure; by default everything.
    #[arg(value_name = "GROUP")]
    groups: Vec<String>,
    /// Print the figures as JSON, in place of the table.
    #[arg(long)]
    json: bool,
    /// Measure this revision as well, in turns with what is here: its generator, on the groups that
    /// are here. What it does not know is left out.
    #[arg(long, value_name = "REV")]
    against: Option<String>,
    /// A collection of documents of other people; without it there are ours and made-up ones only.
    #[arg(long, value_name = "DIR")]
    documents: Option<PathBuf>,
    /// How often each thing is run.
    #[arg(long, value_name = "N", default_value_t = 7, value_parser = clap::value_parser!(u32).range(1..))]
    runs: u32,
    /// Count instructions too, with callgrind.
    #[arg(long)]
    instructions: bool,
    /// Measure generators of other people too, which are installed below target/bench.
    #[arg(long)]
    peers: bool,
    /// Write the figures into generator/BENCHMARKS.md.
    #[arg(long)]
    write: bool,
}

/// Some things that are measured together.
trait Group {
    /// How it is called on the command line.
    fn name(&self) -> &'static str;

    /// Measures.
    fn run(&self, bench: &Session) -> Result<Vec<Row>, Failure>;
}

/// Every group, in the order in which they run.
fn groups() -> Vec<Box<dyn Group>> {
    vec![
        Box::new(generate::Generate),
        Box::new(check::Check),
        Box::new(compile::Compile),
        Box::new(wire::Wire),
        Box::new(scale::Scale),
    ]
}

/// What a group has to do its work.
#[derive(Debug)]
struct Session {
    programs: Programs,
    /// The collection of documents, if there is one.
    documents: Option<PathBuf>,
    runs: u32,
    instructions: bool,
    /// Generators of other people, where they are asked for.
    peers: Vec<Box<dyn Peer>>,
    /// Where things may be written.
    folder: PathBuf,
    /// Where crates are generated. Gone at the end.
    scratch: TempDir,
}

/// A folder for crates: in memory, where the system has a place for that, since making files on a disk
/// takes what the disk has to do just then.
fn scratch() -> Result<TempDir, Failure> {
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
    let made = tempfile::Builder::new().prefix("cratewright-bench-").tempdir_in(folder);
    made.map_err(|error| error.to_string())
}

impl Bench {
    pub(crate) fn run(&self) -> Result<(), Failure> {
        let groups = self.wanted()?;
        let folder = workspace::root().join("target/bench");
        fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        let session = Session {
            programs: Programs::build(&folder, self.against.as_deref())?,
            documents: self.documents.clone(),
            runs: self.runs,
            instructions: self.instructions && instructions::can_be_counted(),
            peers: if self.peers { peers::install(&folder) } else { Vec::new() },
            folder,
            scratch: scratch()?,
        };
        let mut table = Table::new(Machine::look(), self.against.clone());
        for group in &groups {
            eprintln!("==> {}", group.name());
            table.rows.extend(group.run(&session)?);
        }
        self.tell(&table, &session)
    }

    fn tell(&self, table: &Table, session: &Session) -> Result<(), Failure> {
        let json = serde_json::to_string_pretty(table).map_err(|error| error.to_string())? + "\n";
        let files = [("bench.json", json.clone()), ("bench.svg", chart::svg(table)?)];
        for (name, text) in files {
            fs::write(session.folder.join(name), text).map_err(|error| error.to_string())?;
        }
        match self.json {
            true => print!("{json}"),
            false => print!("{table}"),
        }
        if self.write { page::write(table) } else { Ok(()) }
    }

    fn wanted(&self) -> Result<Vec<Box<dyn Group>>, Failure> {
        let mut groups = groups();
        let names: Vec<&str> = groups.iter().map(|group| group.name()).collect();
        if let Some(unknown) = self.groups.iter().find(|name| !names.contains(&name.as_str())) {
            return Err(format!("there is no group `{unknown}`, but {}", names.join(", ")));
        }
        groups.retain(|group| self.groups.is_empty() || self.groups.iter().any(|name| name == group.name()));
        Ok(groups)
    }
}
