//! What a program of ours leaves for `cargo xtask peers`: a log of everything that it and its libraries
//! say, and, in another file, its secrets. Afterwards the one is searched for the other.
//!
//! Run by anybody else, a program leaves neither.

use std::env;
use std::ffi::OsStr;
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::sync::Mutex;

use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::fmt::format::FmtSpan;

/// The environment variable with the file of the log.
pub const LOG: &str = "PEERS_LOG";
/// The environment variable with the file of the secrets, one a line.
pub const SECRETS: &str = "PEERS_SECRETS";

/// From here on, logs everything at every level, if that is wanted.
///
/// # Errors
///
/// The file can't be written, or something else listens already.
pub fn log() -> io::Result<()> {
    env::var_os(LOG).map_or(Ok(()), |file| log_to(&file))
}

fn log_to(file: &OsStr) -> io::Result<()> {
    tracing_subscriber::fmt()
        .with_max_level(LevelFilter::TRACE)
        .with_span_events(FmtSpan::NEW | FmtSpan::CLOSE)
        .with_ansi(false)
        .with_writer(Mutex::new(open(file)?))
        .try_init()
        .map_err(io::Error::other)
}

/// Notes what must not be in the log, if that is wanted.
///
/// # Errors
///
/// The file can't be written.
pub fn secret(text: &str) -> io::Result<()> {
    env::var_os(SECRETS).map_or(Ok(()), |file| writeln!(open(&file)?, "{text}"))
}

/// Several programs of a suite may write to one.
fn open(file: &OsStr) -> io::Result<File> {
    OpenOptions::new().create(true).append(true).open(file)
}

#[cfg(test)]
mod tests {
    use super::log_to;

    #[test]
    fn the_log_has_everything_of_both_facades() {
        let file = std::env::temp_dir().join(format!("cratewright-log-{}", std::process::id()));
        log_to(file.as_os_str()).unwrap();
        tracing::trace!(target: "h2", "a frame");
        tracing::trace_span!("request", field = "of a span").in_scope(|| {});
        log::trace!(target: "reqwest", "a connection");
        let log = std::fs::read_to_string(&file).unwrap();
        std::fs::remove_file(&file).unwrap();
        for expected in ["a frame", "of a span", "a connection"] {
            assert!(log.contains(expected), "{expected} is not in {log}");
        }
    }
}
