//! `cargo xtask corpus`: a collection of documents that other people wrote, each of them read,
//! generated, compiled, and on demand tested.

mod causes;
mod compile;
mod contract;
mod documents;
mod expectations;
mod folders;
mod generate;
mod json;
mod messages;
mod outcome;
mod parallel;
mod reasons;
mod record;
mod sample;
mod scoreboard;
mod verdicts;
mod worker;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::thread::available_parallelism;
use std::time::Instant;

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};

use crate::{Failure, group};
use compile::Depth;
use expectations::Expectations;
use folders::Folders;
use outcome::{COMPILE, CONTRACT};
use record::Record;
use scoreboard::Scoreboard;

pub(crate) use worker::Worker;

/// The contract tests of packages, by the names of the packages.
type Executables = BTreeMap<String, PathBuf>;

/// Generate, compile and test every document of a collection, and compare with what is expected.
#[derive(Debug, Args)]
pub(crate) struct Corpus {
    /// The folder of the collection.
    dir: PathBuf,
    /// A file with a path below DIR on each line; by default every Swagger 2.0 root of
    /// DIR/INDEX.tsv.
    #[arg(long, value_name = "FILE")]
    list: Option<PathBuf>,
    /// Only documents whose path starts with this folder.
    #[arg(long, value_name = "FOLDER")]
    group: Option<String>,
    /// How many things to do at a time; by default as many as there are cores.
    #[arg(long, value_name = "N")]
    jobs: Option<usize>,
    /// A sample: some of every group, of every size.
    #[arg(long)]
    quick: bool,
    /// Write the scoreboard, the causes and what became of each document to a file.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Generate, but don't compile.
    #[arg(long)]
    no_compile: bool,
    /// Run the contract tests of the generated packages too.
    #[arg(long, conflicts_with = "no_compile")]
    test: bool,
    /// Only check the documents, and compare whether they are valid with what the index says.
    #[arg(long, conflicts_with_all = ["quick", "json", "no_compile", "test"])]
    verdicts: bool,
}

/// So many causes are printed; the file of `--json` has all.
const MOST_CAUSES: usize = 10;

impl Corpus {
    pub(crate) fn run(&self) -> Result<(), Failure> {
        let start = Instant::now();
        if self.verdicts {
            return verdict(&verdicts::run(self)?);
        }
        group::stop_all_on_signals()?;
        let expectations = Expectations::read()?;
        let mut documents = documents::wanted(self)?;
        if self.quick {
            documents = sample::sample(documents);
        }
        let folders = Folders::prepare(&self.dir)?;
        let mut records = self.generate(documents, &folders)?;
        if !self.no_compile {
            let executables = self.compile(&mut records, &folders)?;
            self.test(&mut records, &executables, &folders)?;
        }
        self.report(&records, &expectations)?;
        println!("{} documents in {:.0} s", records.len(), start.elapsed().as_secs_f64());
        verdict(&expectations.judge(&records, self.unseen(), &self.dir))
    }

    fn generate(
        &self,
        documents: Vec<documents::Document>,
        folders: &Folders,
    ) -> Result<Vec<Record>, Failure> {
        let bar = progress("generate", documents.len());
        let outcomes = generate::generate(&documents, self.jobs(), folders, &bar)?;
        finish(&bar);
        let pairs = documents.into_iter().zip(outcomes);
        Ok(pairs.map(|(document, outcome)| Record { document, outcome }).collect())
    }

    /// Gives the contract tests that can be run.
    fn compile(&self, records: &mut [Record], folders: &Folders) -> Result<Executables, Failure> {
        let written = records.iter().filter(|record| record.outcome.written);
        let packages: Vec<String> = written.map(|record| record.document.package()).collect();
        let bar = progress("compile", packages.len());
        let depth = if self.test { Depth::Build } else { Depth::Check };
        let mut compiled = compile::compile(&packages, depth, self.jobs(), folders, &bar)?;
        finish(&bar);
        for record in records {
            let faults = compiled.faults.remove(&record.document.package());
            record.outcome.faults.extend(faults.unwrap_or_default());
        }
        Ok(compiled.executables)
    }

    fn test(&self, records: &mut [Record], tests: &Executables, folders: &Folders) -> Result<(), Failure> {
        if !self.test {
            return Ok(());
        }
        let bar = progress("test", tests.len());
        let mut tested = contract::run(tests, self.jobs(), folders, &bar)?;
        finish(&bar);
        for record in records {
            let tested = tested.remove(&record.document.package()).unwrap_or_default();
            record.outcome.tests = tested.tests;
            record.outcome.faults.extend(tested.faults);
        }
        Ok(())
    }

    /// The codes of faults that this run does not look for.
    fn unseen(&self) -> &'static [&'static str] {
        match (self.no_compile, self.test) {
            (true, _) => &[COMPILE, CONTRACT],
            (false, false) => &[CONTRACT],
            (false, true) => &[],
        }
    }

    fn report(&self, records: &[Record], expectations: &Expectations) -> Result<(), Failure> {
        let board = Scoreboard::of(records);
        let causes = causes::causes(records);
        print!("{board}");
        causes.iter().take(MOST_CAUSES).for_each(|cause| print!("\n{cause}"));
        match &self.json {
            Some(file) => json::write(file, records, &board, &causes, expectations),
            None => Ok(()),
        }
    }

    fn jobs(&self) -> usize {
        let cores = || available_parallelism().map_or(1, usize::from);
        self.jobs.unwrap_or_else(cores).max(1)
    }
}

/// A bar on a terminal, nothing elsewhere.
fn progress(what: &'static str, count: usize) -> ProgressBar {
    let bar = ProgressBar::new(count as u64).with_prefix(what);
    let style = ProgressStyle::with_template("{prefix} [{wide_bar}] {pos}/{len} {eta} {msg:.40}");
    style.map_or(bar.clone(), |style| bar.with_style(style))
}

/// Says what a phase took.
fn finish(bar: &ProgressBar) {
    bar.finish_and_clear();
    println!("{}: {} in {:.0} s", bar.prefix(), bar.length().unwrap_or(0), bar.elapsed().as_secs_f64());
}

/// Fails where something speaks against the run.
fn verdict(against: &[String]) -> Result<(), Failure> {
    match against {
        [] => Ok(()),
        _ => Err(format!("not as expected:\n  {}", against.join("\n  "))),
    }
}
