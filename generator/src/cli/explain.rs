//! `cratewright explain E0101`.

use clap::Args;
use cratewright::diagnostic::{all, explain, nearest};

use super::{Failure, show};

/// Tell the long story of a finding.
#[derive(Debug, Args)]
pub(super) struct Explain {
    /// The code in brackets: `E0101`.
    code: String,
}

impl Explain {
    pub(super) fn run(self) -> Result<(), Failure> {
        match explain(&self.code) {
            Some(code) => {
                let verdict = if code.breach { " `cratewright check` counts it as an error." } else { "" };
                show::answer(&format!("{}: {}{verdict}\n", code.id, code.explanation));
                Ok(())
            }
            None => Err(Failure::Usage(self.unknown())),
        }
    }

    fn unknown(&self) -> String {
        let near = nearest(&self.code, all().map(|code| code.id));
        let hint = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        format!("there is no finding `{}`{hint}", self.code)
    }
}
