//! The table of every finding: its code, its severity, its story, and what
//! to do about it where nothing better is known.
//!
//! `E0…` stops the run, `S0…` leaves one operation out, `W0…` is a warning. Numbers are grouped
//! by stage, a file for each group.

mod configuration;
mod defects;
mod linting;
mod lowering;
mod overlays;
mod reading;
mod references;
mod structure;

pub use configuration::*;
pub use defects::*;
pub use linting::*;
pub use lowering::*;
pub use overlays::*;
pub use reading::*;
pub use references::*;
pub use structure::*;

use super::Severity;

/// One kind of finding.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// `E0101`.
    pub id: &'static str,
    /// The severity it has unless a run says otherwise.
    pub severity: Severity,
    /// Whether the specification forbids what it is about: `check` counts it as an error then, and
    /// where it is no error to a generator, it is a warning there.
    pub breach: bool,
    /// What `cratewright explain` prints.
    pub explanation: &'static str,
    /// What to do about it, in the imperative; a finding that knows better says so itself.
    pub help: &'static str,
}

/// Every code, group by group.
pub fn all() -> impl Iterator<Item = &'static Code> {
    let groups = [
        reading::GROUP,
        references::GROUP,
        structure::GROUP,
        lowering::GROUP,
        overlays::GROUP,
        configuration::GROUP,
        linting::GROUP,
        defects::GROUP,
    ];
    groups.into_iter().flatten().copied()
}

/// Whether only a check looks for it.
pub fn is_lint(code: &Code) -> bool {
    linting::GROUP.iter().any(|lint| lint.id == code.id)
}

/// The codes of a group. After the severity stands `breach` where the specification forbids it; of
/// errors it need not be said.
macro_rules! codes {
    ($(
        $(#[$doc:meta])*
        $name:ident = $id:literal, $severity:ident $($breach:ident)?, $explanation:literal, help: $help:literal;
    )*) => {
        use crate::diagnostic::{Code, Severity};

        $($(#[$doc])* pub static $name: Code = Code {
            id: $id,
            severity: Severity::$severity,
            breach: codes!(@ $($breach)?),
            explanation: $explanation,
            help: $help,
        };)*

        /// All of them, in order.
        pub(super) static GROUP: &[&Code] = &[$(&$name),*];
    };
    (@) => { false };
    (@ breach) => { true };
}

use codes;
