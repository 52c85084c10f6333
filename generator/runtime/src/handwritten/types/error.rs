//! `Error`: what went wrong.
//!
//! Source: `definitions/error.yaml`.

use crate::runtime::json_object;

/// What went wrong.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Error {
    /// A code.
    pub errcode: Option<String>,
    /// A sentence for people.
    pub error: Option<String>,
}

impl Error {
    /// An `Error` without any of its optional parts.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`errcode`](Self::errcode).
    pub fn with_errcode(mut self, errcode: impl Into<String>) -> Self {
        self.errcode = Some(errcode.into());
        self
    }

    /// Sets [`error`](Self::error).
    pub fn with_error(mut self, error: impl Into<String>) -> Self {
        self.error = Some(error.into());
        self
    }
}

json_object!(Error { optional errcode: "errcode", optional error: "error" });
