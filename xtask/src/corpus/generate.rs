//! Generating all documents, a few at a time, each in a worker process that is stopped when it
//! takes too long.

use std::cmp::Reverse;
use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::time::Duration;

use indicatif::ProgressBar;

use super::documents::Document;
use super::folders::Folders;
use super::outcome::{CRASH, Fault, Outcome, PANIC, TIMEOUT};
use super::parallel;
use crate::group::Group;
use crate::{Failure, workspace};

/// How long one document may take. Without optimisations everything takes six times as long.
pub(super) const PATIENCE: Duration = Duration::from_secs(if cfg!(debug_assertions) { 60 } else { 10 });

/// What became of each document, in their order.
pub(super) fn generate(
    documents: &[Document],
    jobs: usize,
    folders: &Folders,
    bar: &ProgressBar,
) -> Result<Vec<Outcome>, Failure> {
    let queue = largest_first(documents);
    let mut done = parallel::map(&queue, jobs, |(at, document)| {
        bar.set_message(document.path.clone());
        let outcome = one(document, folders)?;
        bar.inc(1);
        Ok((*at, outcome))
    })?;
    done.sort_by_key(|(at, _)| *at);
    Ok(done.into_iter().map(|(_, outcome)| outcome).collect())
}

/// So that nobody waits for a large one at the end; each with its place in the list.
fn largest_first(documents: &[Document]) -> Vec<(usize, &Document)> {
    let mut queue: Vec<_> = documents.iter().enumerate().collect();
    queue.sort_by_key(|(_, document)| Reverse(document.bytes));
    queue
}

/// Generates one document.
fn one(document: &Document, folders: &Folders) -> Result<Outcome, Failure> {
    let package = document.package();
    let (outcome, words) = (folders.outcome(&package), folders.words(&package));
    let child = spawn(document, folders, &outcome, &words).map_err(|error| error.to_string())?;
    let Some(status) = child.wait(PATIENCE).map_err(|error| error.to_string())? else {
        return Ok(Outcome::failed(Fault::new(TIMEOUT, format!("not done after {PATIENCE:?}"))));
    };
    let told = fs::read_to_string(&outcome).ok().filter(|_| status.success());
    let told = told.and_then(|text| serde_json::from_str(&text).ok());
    Ok(told.unwrap_or_else(|| Outcome::failed(crash(status, &words))))
}

fn spawn(document: &Document, folders: &Folders, outcome: &Path, words: &Path) -> std::io::Result<Group> {
    // What an earlier run said must not be taken for what this one says.
    let _ = fs::remove_file(outcome);
    let mut command = Command::new(workspace::this_program()?);
    command.arg("corpus-document");
    command.arg("--root").arg(folders.corpus.join(document.group()));
    command.arg("--document").arg(document.in_group());
    command.arg("--package").arg(document.package());
    command.arg("--output").arg(folders.package(&document.package()));
    command.arg("--outcome").arg(outcome);
    // Documents run beside each other; within one, a second thread only distorts its seconds.
    command.env("RAYON_NUM_THREADS", "1");
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(File::create(words)?);
    Group::spawn(command)
}

/// A process that ended without an outcome, by what it said last.
fn crash(status: ExitStatus, words: &Path) -> Fault {
    let words = fs::read_to_string(words).unwrap_or_default();
    let panicked = words.lines().skip_while(|line| !line.contains("panicked at"));
    let (code, lines): (_, Vec<&str>) = match panicked.clone().next() {
        Some(_) => (PANIC, panicked.take(4).collect()),
        None => (CRASH, words.lines().take(4).collect()),
    };
    let message = lines.iter().copied().find(|line| !line.contains("panicked at") && !line.is_empty());
    let message = message.map_or_else(|| status.to_string(), str::to_owned);
    let place = lines.iter().find_map(|line| line.split_once("panicked at ")).map_or("", |(_, place)| place);
    Fault { place: place.to_owned(), detail: lines.join("\n"), ..Fault::new(code, message) }
}
