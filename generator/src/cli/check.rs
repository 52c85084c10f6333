//! `cratewright check FILE…`: the findings and nothing else.

use clap::Args;

use super::Failure;
use super::input::Input;

/// Say what is wrong with documents, or not supported, and write nothing.
///
/// What the specification forbids is an error here, also where `generate` gets by with a warning.
#[derive(Debug, Args)]
pub(super) struct Check {
    #[command(flatten)]
    input: Input,
}

impl Check {
    pub(super) fn run(self) -> Result<(), Failure> {
        let prepared = self.input.prepare()?;
        let checked = self.input.check(&prepared)?;
        self.input.say(&checked.to_string());
        Ok(())
    }
}
