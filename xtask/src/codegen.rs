//! `cargo xtask codegen`: from `specs/` to `generated/`.

use std::collections::BTreeMap;
use std::path::Path;

use clap::Args;
use cratewright::disk::{OpenError, OutputFolder, Project, Stamp};
use cratewright::output::{self, Existing, Files, Plan};
use cratewright::{Generated, Known, terminal};

use crate::{Failure, watch, workspace};

/// Generate `generated/` from `specs/`, as `cratewright.toml` says.
#[derive(Debug, Default, Args)]
pub(crate) struct Codegen {
    /// Write nothing; fail where `generated/` is not what the documents say.
    #[arg(long)]
    check: bool,
    /// Print what changes as a unified diff.
    #[arg(long)]
    diff: bool,
    /// Overwrite generated files that were edited by hand.
    #[arg(long, conflicts_with = "check")]
    force: bool,
    /// Generate again whenever a document or the configuration changes.
    #[arg(long, conflicts_with = "check")]
    watch: bool,
}

impl Codegen {
    /// `--check`.
    pub(crate) fn check() -> Self {
        Self { check: true, ..Self::default() }
    }

    pub(crate) fn run(&self) -> Result<(), Failure> {
        if self.watch { watch::run(&workspace::config(), || self.once()) } else { self.once() }
    }

    fn once(&self) -> Result<(), Failure> {
        let project = Project::open(&workspace::config()).map_err(explain)?;
        let existing = project.output.read().map_err(|error| error.to_string())?;
        let stamp = Stamp::of(&project.output);
        let generated = generate(&project, &stamp.recall(&existing))?;
        let plan = Plan::new(&existing, &generated.files);
        if self.check || self.diff {
            print_diff(&project.output, &plan, &existing, &generated.files);
        }
        match self.check {
            true => check(&project.output, &plan)?,
            false => self.write(&project.output, &plan, &generated.files)?,
        }
        stamp.keep(&generated, None);
        println!("{}; {plan}", generated.report);
        Ok(())
    }

    fn write(&self, output: &OutputFolder, plan: &Plan, files: &Files) -> Result<(), Failure> {
        if !plan.conflicts.is_empty() && !self.force {
            return Err(plan.conflicts.to_string());
        }
        output.apply(plan, files).map_err(|error| error.to_string())
    }
}

fn generate(project: &Project, known: &impl Known) -> Result<Generated, Failure> {
    let sources = project.config.sources(&project.source);
    let generated = cratewright::generate_unless(&sources, &project.config, known);
    terminal::show(&generated.findings, &sources);
    match generated.has_errors() {
        true => Err("nothing was generated".to_owned()),
        false => Ok(generated),
    }
}

/// Fails where the folder is not as the documents say, with the files and the command that mends it.
fn check(output: &OutputFolder, plan: &Plan) -> Result<(), Failure> {
    if plan.is_empty() {
        return Ok(());
    }
    let stale = plan.written().chain(plan.removed.iter().map(String::as_str));
    let list: String = stale.map(|path| format!("\n  {}", shown(output, path))).collect();
    Err(format!("these files are not what the documents say:{list}\nrun `cargo xtask codegen`"))
}

/// The path of a generated file from the workspace.
fn shown(output: &OutputFolder, path: &str) -> String {
    let folder = output.root().strip_prefix(workspace::root()).unwrap_or(output.root());
    folder.join(path).display().to_string()
}

fn print_diff(folder: &OutputFolder, plan: &Plan, existing: &BTreeMap<String, Existing>, files: &Files) {
    for path in plan.written() {
        print!("{}", output::diff(&shown(folder, path), text(existing, path).as_deref(), files.get(path)));
    }
    for path in &plan.removed {
        print!("{}", output::diff(&shown(folder, path), text(existing, path).as_deref(), None));
    }
}

fn text(existing: &BTreeMap<String, Existing>, path: &str) -> Option<String> {
    match existing.get(path)? {
        Existing::File(content) => Some(String::from_utf8_lossy(content).into_owned()),
        Existing::Other => None,
    }
}

/// What is wrong with the configuration.
pub(crate) fn explain(error: OpenError) -> Failure {
    let here = |path: &Path| path.strip_prefix(workspace::root()).unwrap_or(path).display().to_string();
    match error {
        OpenError::Io(path, error) => format!("{}: {error}", here(&path)),
        OpenError::Config(findings, sources) => {
            terminal::show(&findings, &sources);
            "the configuration has errors".to_owned()
        }
    }
}
