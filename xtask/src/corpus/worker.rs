//! The worker process: one document, from its text to a package on the disk. What it does wrong
//! (a panic, a stack that overflows, a loop that does not end) costs this document alone.

use std::fs;
use std::path::PathBuf;

use clap::Args;
use cratewright::Generated;
use cratewright::config::{Config, Document, Package};
use cratewright::diagnostic::{Severity, Style, render, render_json};
use cratewright::disk::{OutputFolder, SourceFolder};
use cratewright::output::{Files, Plan};
use cratewright::source::Sources;

use super::outcome::{Fault, LOST, MEMORY, Outcome};
use crate::Failure;

/// One document of `corpus`, in a process of its own.
#[derive(Debug, Args)]
pub(crate) struct Worker {
    /// The folder that no `$ref` leads out of.
    #[arg(long)]
    pub(super) root: PathBuf,
    /// The document, below that folder.
    #[arg(long)]
    pub(super) document: String,
    /// The name of the package.
    #[arg(long)]
    pub(super) package: String,
    /// The folder that the package goes to.
    #[arg(long)]
    pub(super) output: PathBuf,
    /// The file that the outcome goes to.
    #[arg(long)]
    pub(super) outcome: PathBuf,
}

/// What no document may need more of.
const MOST_MEGABYTES: u64 = 600;

impl Worker {
    pub(crate) fn run(&self) -> Result<(), Failure> {
        let config = Config {
            package: Package { name: self.package.clone(), ..Package::default() },
            documents: vec![Document::new(self.document.as_str())],
            ..Config::default()
        };
        let folder = SourceFolder::new(&self.root, config.limits.file_bytes).map_err(text)?;
        let sources = config.sources(&folder);
        let generated = cratewright::generate(&sources, &config);
        // Nobody reads the frames, but printing them must not fail either.
        render(&generated.findings, &sources, Style::default());

        let mut outcome = outcome(&generated, &sources);
        if outcome.written {
            self.write(&generated.files)?;
        }
        outcome.peak_megabytes = peak_megabytes();
        if outcome.peak_megabytes.is_some_and(|peak| peak > MOST_MEGABYTES) {
            outcome.faults.push(Fault::new(MEMORY, format!("more than {MOST_MEGABYTES} MB were needed")));
        }
        let json = serde_json::to_string(&outcome).map_err(text)?;
        fs::write(&self.outcome, json).map_err(text)
    }

    fn write(&self, files: &Files) -> Result<(), Failure> {
        let output = OutputFolder::new(&self.output);
        let existing = output.read().map_err(text)?;
        output.apply(&Plan::new(&existing, files), files).map_err(text)
    }
}

/// What the library says about its run.
fn outcome(generated: &Generated, sources: &Sources<'_>) -> Outcome {
    let report = &generated.report;
    let mut faults = faults(generated, sources);
    if faults.is_empty() && report.operations_generated < report.operations_found {
        let lost = report.operations_found - report.operations_generated;
        faults.push(Fault::new(LOST, format!("operations missing without a finding: {lost}")));
    }
    Outcome {
        operations_found: report.operations_found,
        tests: 0,
        operations_generated: if generated.has_errors() { 0 } else { report.operations_generated },
        lines: lines(&generated.files),
        seconds: report.elapsed().as_secs_f64(),
        peak_megabytes: None,
        written: !generated.has_errors(),
        faults,
    }
}

/// Errors and what was left out; warnings are the document's own business.
fn faults(generated: &Generated, sources: &Sources<'_>) -> Vec<Fault> {
    let mut findings = generated.findings.clone();
    findings.retain(|finding| finding.severity > Severity::Warning);
    let lines = render_json(&findings, sources);
    let findings = lines.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let fault = |finding: serde_json::Value| {
        let text = |key: &str| finding.get(key).and_then(serde_json::Value::as_str).unwrap_or_default();
        let line = finding.get("line").and_then(serde_json::Value::as_u64).unwrap_or_default();
        let place = format!("{}:{line}", text("file"));
        Fault { place, ..Fault::new(text("code"), text("message")) }
    };
    findings.map(fault).collect()
}

fn lines(files: &Files) -> usize {
    let ours = |path: &str| path.ends_with(".rs") && !path.starts_with("src/runtime/");
    files.iter().filter(|(path, _)| ours(path)).map(|(_, text)| text.lines().count()).sum()
}

/// The most memory that this process had so far (`VmHWM` of Linux's proc(5)).
fn peak_megabytes() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes / 1024)
}

fn text(error: impl std::fmt::Display) -> Failure {
    error.to_string()
}
