//! Why a command ends without having done what it was asked for.

use std::io;
use std::path::Path;
use std::process::ExitCode;

/// The end of a command.
pub(super) enum Failure {
    /// The command was not understood, or names what is not there.
    Usage(String),
    /// It was understood and could not be done.
    Failed(String),
    /// The findings were shown already; some are errors.
    Findings,
}

impl Failure {
    /// A path of the command line that can't be used.
    pub(super) fn unusable(path: &Path, error: &io::Error) -> Self {
        Self::Usage(format!("{}: {error}", path.display()))
    }

    /// Says it and gives the exit code.
    pub(super) fn report(self) -> ExitCode {
        let (message, code) = match self {
            Self::Usage(message) => (message, 2),
            Self::Failed(message) => (message, 1),
            Self::Findings => return ExitCode::from(1),
        };
        eprintln!("error: {message}");
        ExitCode::from(code)
    }
}
