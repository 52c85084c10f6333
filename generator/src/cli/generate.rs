//! `cratewright generate FILE… --out DIR`.

use std::path::{Path, PathBuf};

use clap::Args;
use cratewright::config::{Features, UnknownFeatures, check_package_name};
use cratewright::disk::{OutputFolder, Stamp};
use cratewright::output::{Files, Plan};

use super::Failure;
use super::input::Input;

/// Generate a crate from documents.
#[derive(Debug, Args)]
pub(super) struct Generate {
    #[command(flatten)]
    input: Input,
    /// The folder that the crate is written to.
    #[arg(long, value_name = "DIR", required_unless_present = "config")]
    out: Option<PathBuf>,
    /// The name of the crate; by default that of the folder, if a crate may be called so.
    #[arg(long, value_name = "CRATE", value_parser = package_name)]
    name: Option<String>,
    /// What becomes features of the crate: `documents`, each one of them, or `none`.
    #[arg(long, value_name = "PARTS", value_parser = features)]
    features: Option<Features>,
    /// Overwrite generated files that were edited by hand, and other files in the way.
    #[arg(long)]
    force: bool,
}

impl Generate {
    pub(super) fn run(self) -> Result<(), Failure> {
        let mut prepared = self.input.prepare()?;
        let output = match (&self.out, prepared.output.take()) {
            (Some(out), _) => OutputFolder::new(out),
            (None, Some(output)) => output,
            (None, None) => return Err(Failure::Usage("there is no `--out DIR`".to_owned())),
        };
        if let Some(name) = self.name.clone().or_else(|| self.name_of_folder(output.root())) {
            prepared.config.package.name = name;
        }
        if let Some(features) = self.features {
            prepared.config.package.features = features;
        }
        let failed = |error: std::io::Error| Failure::Failed(error.to_string());
        let (existing, stamp) = (output.read().map_err(failed)?, Stamp::of(&output));
        if let Some(report) = self.input.retell(&prepared, &stamp, &existing) {
            let plan = Plan::keeping(&existing);
            output.apply(&plan, &Files::new()).map_err(failed)?;
            self.input.say(&format!("{report}; {plan}"));
            return Ok(());
        }
        let (generated, told) = self.input.generate(&prepared, &stamp.recall(&existing))?;
        let plan = Plan::new(&existing, &generated.files);
        if !plan.conflicts.is_empty() && !self.force {
            return Err(Failure::Failed(plan.conflicts.to_string()));
        }
        output.apply(&plan, &generated.files).map_err(failed)?;
        stamp.keep(&generated, told);
        self.input.say(&format!("{}; {plan}", generated.report));
        // The process ends, and all of its memory goes at once.
        std::mem::forget((generated, plan));
        Ok(())
    }

    /// What the crate is called where nobody says: as its folder, if it may be.
    fn name_of_folder(&self, folder: &Path) -> Option<String> {
        if self.input.has_config() {
            return None;
        }
        let name = std::path::absolute(folder).ok()?.file_name()?.to_string_lossy().to_lowercase();
        check_package_name(&name).is_ok().then_some(name)
    }
}

fn package_name(text: &str) -> Result<String, String> {
    check_package_name(text).map(|()| text.to_owned()).map_err(|why| why.to_string())
}

fn features(text: &str) -> Result<Features, String> {
    text.parse().map_err(|unknown: UnknownFeatures| format!("{unknown}; {}", unknown.help()))
}
