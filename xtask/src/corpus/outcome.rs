//! What became of one document. A worker process says it as JSON, and the report repeats it.

use serde::{Deserialize, Serialize};

/// What became of one document.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Outcome {
    /// Operations that the document has.
    pub(super) operations_found: usize,
    /// Operations that the crate has.
    pub(super) operations_generated: usize,
    /// Lines of Rust, without those of the runtime.
    pub(super) lines: usize,
    /// How long reading and emitting took.
    pub(super) seconds: f64,
    /// The most memory that the process had, where the system tells.
    pub(super) peak_megabytes: Option<u64>,
    /// How many contract tests were run.
    #[serde(default)]
    pub(super) tests: usize,
    /// Whether there is a crate to compile.
    pub(super) written: bool,
    /// What is against it.
    pub(super) faults: Vec<Fault>,
}

/// Something that keeps a document from being a complete crate without a warning.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Fault {
    /// The code of a finding, or one of the constants below.
    pub(super) code: String,
    /// What is wrong, in one line.
    pub(super) message: String,
    /// Where, as far as that is known.
    pub(super) place: String,
    /// The long story: the frame of a compile error, the words of a panic.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) detail: String,
}

/// The process stopped with a panic.
pub(super) const PANIC: &str = "panic";
/// The process was stopped after [`generate::PATIENCE`](super::generate::PATIENCE).
pub(super) const TIMEOUT: &str = "timeout";
/// The process ended in another way, such as by a signal.
pub(super) const CRASH: &str = "crash";
/// An operation is missing, and no finding says so.
pub(super) const LOST: &str = "lost";
/// More memory was used than a run may use.
pub(super) const MEMORY: &str = "memory";
/// rustc has an error or a warning.
pub(super) const COMPILE: &str = "compile";
/// A contract test fails.
pub(super) const CONTRACT: &str = "contract";

impl Fault {
    /// A fault with one line to it.
    pub(super) fn new(code: &str, message: impl Into<String>) -> Self {
        Self { code: code.to_owned(), message: message.into(), place: String::new(), detail: String::new() }
    }

    /// Whether the generator declined, and said what and where: the right answer to a document
    /// that is broken.
    pub(super) fn is_refusal(&self) -> bool {
        self.is_skip() || (self.code.starts_with("E0") && self.code != cratewright::diagnostic::DEFECT.id)
    }

    /// Whether an operation was left out.
    pub(super) fn is_skip(&self) -> bool {
        self.code.starts_with('S')
    }
}

impl Outcome {
    /// Nothing but a fault.
    pub(super) fn failed(fault: Fault) -> Self {
        Self { faults: vec![fault], ..Self::default() }
    }

    /// Whether the process did not come to its end.
    pub(super) fn crashed(&self) -> bool {
        self.has([PANIC, TIMEOUT, CRASH])
    }

    /// Whether it has a fault of one of these codes.
    pub(super) fn has<const N: usize>(&self, codes: [&str; N]) -> bool {
        self.faults.iter().any(|fault| codes.contains(&fault.code.as_str()))
    }
}
