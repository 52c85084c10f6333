//! `cratewright upgrade FILE [--out FILE]`: a document for tools that read OpenAPI 3.0 alone.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use super::input::Input;
use super::{Failure, show};

/// Print a document as OpenAPI 3.0: one file that needs no other.
///
/// Whatever it refers to in other files is in it, overlays and variables are applied, and operations
/// that can't be read, or that the configuration does not select, are left out. What OpenAPI 3.0 has
/// no words for is in extensions (`x-cratewright-…`), which every command here understands.
#[derive(Debug, Args)]
pub(super) struct Upgrade {
    #[command(flatten)]
    input: Input,
    /// The file that is written, YAML or JSON by its name; by default the document goes to standard
    /// output, in the syntax it has.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

impl Upgrade {
    pub(super) fn run(self) -> Result<(), Failure> {
        if self.out.is_none() && !self.input.is_for_people() {
            let why = "findings go where the document goes; give it a file with `--out`";
            return Err(Failure::Usage(why.to_owned()));
        }
        let prepared = self.input.prepare()?;
        let [document] = prepared.config.documents.as_slice() else {
            let count = prepared.config.documents.len();
            return Err(Failure::Usage(format!("one document is upgraded at a time, and there are {count}")));
        };
        let name = self.out.as_deref().unwrap_or(Path::new(&document.path));
        let upgraded = self.input.upgrade(&prepared)?;
        let text = match is_yaml(name) {
            true => serde_yaml::to_string(&upgraded).map_err(|error| Failure::Failed(error.to_string()))?,
            false => {
                let text = serde_json::to_string_pretty(&upgraded);
                text.map_err(|error| Failure::Failed(error.to_string()))? + "\n"
            }
        };
        match &self.out {
            Some(file) => {
                fs::write(file, text).map_err(|error| Failure::Failed(format!("{}: {error}", file.display())))
            }
            None => {
                show::answer(&text);
                Ok(())
            }
        }
    }
}

fn is_yaml(file: &Path) -> bool {
    let extension = file.extension().unwrap_or_default();
    ["yaml", "yml"].iter().any(|yaml| extension.eq_ignore_ascii_case(yaml))
}
