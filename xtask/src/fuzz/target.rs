//! One target: its run, and what libFuzzer says about it.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::Failure;

/// A target, and where its files are.
pub(super) struct Target {
    pub(super) name: &'static str,
    pub(super) corpus: PathBuf,
    program: PathBuf,
    log: PathBuf,
    /// How the name of an input that is a finding begins.
    finding: PathBuf,
}

/// What came of a run.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Outcome {
    name: &'static str,
    executions: u64,
    seconds: u64,
    coverage: u64,
    features: u64,
    inputs: u64,
    /// The input that a finding is made with, and what was said.
    pub(super) finding: Option<String>,
}

impl Target {
    pub(super) fn new(name: &'static str, folder: &Path) -> Self {
        Self {
            name,
            corpus: folder.join("corpus").join(name),
            program: folder.join("x86_64-unknown-linux-gnu/release").join(name),
            log: folder.join(format!("{name}.log")),
            finding: folder.join("findings").join(format!("{name}-")),
        }
    }

    pub(super) fn run(&self, seconds: u32) -> Result<Outcome, Failure> {
        let failed = |error: std::io::Error| format!("{}: {error}", self.name);
        for folder in [Some(self.corpus.as_path()), self.finding.parent()].into_iter().flatten() {
            fs::create_dir_all(folder).map_err(failed)?;
        }
        let log = fs::File::create(&self.log).map_err(failed)?;
        let status = Command::new(&self.program)
            .arg(&self.corpus)
            .arg(format!("-max_total_time={seconds}"))
            .arg(format!("-artifact_prefix={}", self.finding.display()))
            // A hang is a finding: what takes this long once is slower by far than anything else. The
            // memory is that of one process with a corpus in it.
            .args(["-timeout=20", "-rss_limit_mb=1024", "-max_len=8192", "-print_final_stats=1"])
            // One thread, as many targets run at once.
            .env("RAYON_NUM_THREADS", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .status()
            .map_err(failed)?;
        let said = String::from_utf8_lossy(&fs::read(&self.log).map_err(failed)?).into_owned();
        let mut outcome = Outcome::read(self.name, &said);
        if !status.success() {
            outcome.finding = Some(format!("{status}; {}", self.log.display()));
        }
        Ok(outcome)
    }
}

impl Outcome {
    /// Out of what libFuzzer writes: `#12 DONE cov: 3 ft: 4 corp: 5/6Kb …`, and its statistics.
    fn read(name: &'static str, said: &str) -> Self {
        let mut outcome = Self { name, ..Self::default() };
        for line in said.lines() {
            let words: Vec<&str> = line.split_whitespace().collect();
            let after = |label: &str| {
                let at = words.iter().position(|word| *word == label)?;
                words.get(at + 1)?.split('/').next()?.parse().ok()
            };
            if line.starts_with('#') {
                outcome.coverage = after("cov:").unwrap_or(outcome.coverage);
                outcome.features = after("ft:").unwrap_or(outcome.features);
                outcome.inputs = after("corp:").unwrap_or(outcome.inputs);
            }
            outcome.executions = after("stat::number_of_executed_units:").unwrap_or(outcome.executions);
            if let ["Done", _, "runs", "in", seconds, ..] = *words {
                outcome.seconds = seconds.parse().unwrap_or_default();
            }
        }
        outcome
    }
}

/// A line for each target, and their sum.
pub(super) fn table(outcomes: &[Outcome]) -> String {
    let mut text = format!(
        "{:<12} {:>12} {:>8} {:>8} {:>8} {:>8}  findings\n",
        "target", "executions", "seconds", "cov", "ft", "corpus"
    );
    let total = |of: fn(&Outcome) -> u64| outcomes.iter().map(of).sum();
    let sum = Outcome {
        name: "total",
        executions: total(|outcome| outcome.executions),
        seconds: total(|outcome| outcome.seconds),
        coverage: total(|outcome| outcome.coverage),
        features: total(|outcome| outcome.features),
        inputs: total(|outcome| outcome.inputs),
        finding: None,
    };
    for row in outcomes.iter().chain([&sum]) {
        let finding = row.finding.as_deref().unwrap_or("none");
        let finding = if row.name == "total" { "" } else { finding };
        // Writing to a String cannot fail.
        let _ = writeln!(
            text,
            "{:<12} {:>12} {:>8} {:>8} {:>8} {:>8}  {finding}",
            row.name, row.executions, row.seconds, row.coverage, row.features, row.inputs
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_libfuzzer_says_is_read() {
        let said = "INFO: Seed: 1\n#2\tINITED cov: 10 ft: 20 corp: 1/1b exec/s: 0 rss: 30Mb\n\
            #81916\tDONE   cov: 6585 ft: 9341 corp: 946/175Kb lim: 5249 exec/s: 3150 rss: 35Mb\n\
            Done 81916 runs in 26 second(s)\nstat::number_of_executed_units: 81916\n";
        let outcome = Outcome::read("requests", said);
        let expected = Outcome {
            name: "requests",
            executions: 81_916,
            seconds: 26,
            coverage: 6_585,
            features: 9_341,
            inputs: 946,
            finding: None,
        };
        assert_eq!(outcome, expected);
        let lines: Vec<String> = table(&[outcome]).lines().map(str::to_owned).collect();
        assert!(lines[1].ends_with("946  none") && lines[2].starts_with("total"), "{lines:?}");
    }
}
