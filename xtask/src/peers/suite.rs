//! What a suite is, and what comes of one.

use super::session::Session;
use crate::Failure;

/// A judge: one or several peers, and what is done with them.
pub(super) trait Suite {
    /// How it is called in the table and after `--only`.
    fn name(&self) -> &'static str;

    /// The folder below `target/peers` in which it installs and generates. Suites that need the same have
    /// the same.
    fn folder(&self) -> &'static str {
        self.name()
    }

    /// Whether programs of ours send something that has to be searched for secrets.
    fn is_logged(&self) -> bool {
        true
    }

    /// Installs, starts and asks; what it starts through the session is stopped by it.
    fn run(&self, session: &mut Session) -> Result<Score, Stop>;
}

/// What a suite found out.
#[derive(Debug, Default)]
pub(super) struct Score {
    /// How many cases, steps or scenarios there are.
    pub(super) cases: usize,
    /// How many of them are as they should be.
    pub(super) passed: usize,
    /// What speaks against us, one sentence each. Without any, cases that did not pass are known,
    /// each with its reason.
    pub(super) faults: Vec<String>,
}

/// Why there is no score.
#[derive(Debug)]
pub(super) enum Stop {
    /// Something that is needed is not to be had here: Python, Node, a network.
    LeftOut(String),
    /// The suite could not be run to its end.
    Failed(Failure),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}
