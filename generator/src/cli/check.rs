//! `cratewright check FILE…`: the findings and nothing else.

use clap::Args;

use super::Failure;
use super::input::Input;

/// Say what is wrong with documents, or not supported, and write nothing.
#[derive(Debug, Args)]
pub(super) struct Check {
    #[command(flatten)]
    input: Input,
}

impl Check {
    pub(super) fn run(self) -> Result<(), Failure> {
        let prepared = self.input.prepare()?;
        let generated = self.input.generate(&prepared, |_| None)?;
        self.input.say(&generated.report.to_string());
        Ok(())
    }
}
