//! The machine that figures are from.

use std::fmt;
use std::fs;
use std::process::Command;
use std::thread::available_parallelism;

use serde::Serialize;

/// What figures depend on beside us.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Machine {
    processor: String,
    cores: usize,
    system: &'static str,
    rustc: String,
    /// How many processes wanted to run in the minute before, where the system says so.
    load: Option<f64>,
}

impl Machine {
    /// This one, now.
    pub(super) fn look() -> Self {
        let cpus = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let model = cpus.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
        let load = fs::read_to_string("/proc/loadavg").ok();
        Self {
            processor: model.map_or(std::env::consts::ARCH, |(_, model)| model).to_owned(),
            cores: available_parallelism().map_or(1, usize::from),
            system: std::env::consts::OS,
            rustc: rustc().unwrap_or_else(|| "rustc".to_owned()),
            load: load.and_then(|text| text.split_whitespace().next()?.parse().ok()),
        }
    }
}

/// `rustc 1.95.0`
fn rustc() -> Option<String> {
    let told = Command::new("rustc").arg("--version").output().ok()?;
    let told = String::from_utf8(told.stdout).ok()?;
    Some(told.split_whitespace().take(2).collect::<Vec<_>>().join(" "))
}

impl fmt::Display for Machine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { processor, cores, system, rustc, load } = self;
        write!(f, "{processor}, {cores} cores, {system}, {rustc}")?;
        match load {
            // Half a process is what this one and the shell come to.
            Some(load) if *load > 0.5 => write!(f, "; under load ({load} processes were running before)"),
            _ => Ok(()),
        }
    }
}
