//! What every command that reads documents takes: which documents, and how to read them.

use std::collections::{BTreeMap, BTreeSet};
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

use clap::Args;
use cratewright::config::{Config, Document, Limits, NotAllowed, Rule, UnknownRule};
use cratewright::diagnostic::{Diagnostic, REFUSED_REFERENCE};
use cratewright::disk::{OpenError, OutputFolder, Project, SourceFolder, Stamp, Told, common_folder};
use cratewright::output::Existing;
use cratewright::source::Sources;
use cratewright::{Checked, Generated, Known, Report, terminal};
use serde_json::Value;

use super::Failure;
use super::show::{self, MessageFormat};
use super::uris::Uris;

/// Which documents, and how to read them.
#[derive(Debug, Args)]
pub(super) struct Input {
    /// Documents, YAML or JSON. With `--config`, in place of those that it lists.
    #[arg(value_name = "FILE", required_unless_present = "config")]
    files: Vec<PathBuf>,
    /// A configuration, such as `cratewright.toml`.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The folder that no `$ref` leads out of; by default the deepest that holds all files.
    #[arg(long, value_name = "DIR")]
    root: Option<PathBuf>,
    /// An OpenAPI Overlay to apply to the documents; may be given several times.
    #[arg(long = "overlay", value_name = "FILE")]
    overlays: Vec<PathBuf>,
    /// A value for a placeholder in base paths and servers; may be given several times.
    #[arg(long = "var", value_name = "NAME=VALUE", value_parser = variable)]
    variables: Vec<(String, String)>,
    /// Make findings errors: `skipped`, `warnings`, or a code; may be given several times.
    #[arg(long, value_name = "FINDINGS", value_parser = rule)]
    deny: Vec<Rule>,
    /// Don't show findings: `skipped`, `warnings`, or a code that is not an error's; may be given
    /// several times.
    #[arg(long, value_name = "FINDINGS", value_parser = allowance)]
    allow: Vec<Rule>,
    /// Set a limit, such as `files=20000`; the README lists them. May be given several times.
    #[arg(long = "limit", value_name = "NAME=N", value_parser = limit)]
    limits: Vec<(String, usize)>,
    /// How findings are written.
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = MessageFormat::Human)]
    message_format: MessageFormat,
}

/// The arguments, understood.
pub(super) struct Prepared {
    /// What is to be generated.
    pub(super) config: Config,
    /// Where the documents are.
    source: SourceFolder,
    /// Where the crate goes, if the configuration says so.
    pub(super) output: Option<OutputFolder>,
}

impl Input {
    /// Finds the documents and puts the configuration together.
    pub(super) fn prepare(&self) -> Result<Prepared, Failure> {
        share_the_work();
        let mut prepared = match &self.config {
            Some(path) => {
                let opened = Project::open(path).map_err(|error| self.not_opened(error));
                let Project { mut config, mut source, output } = opened?;
                if !self.limits.is_empty() {
                    self.limit(&mut config.limits);
                    source = open(source.root(), config.limits.file_bytes)?;
                }
                Prepared { config, source, output: Some(output) }
            }
            None => {
                let mut config = Config::default();
                self.limit(&mut config.limits);
                let source = self.source_folder(config.limits.file_bytes)?;
                Prepared { config, source, output: None }
            }
        };
        if let (Some(root), Some(_)) = (&self.root, &self.config) {
            prepared.source = open(root, prepared.config.limits.file_bytes)?;
        }
        self.override_settings(&mut prepared)?;
        Ok(prepared)
    }

    /// Shows the faults of the configuration as it would show those of documents.
    fn not_opened(&self, error: OpenError) -> Failure {
        match error {
            OpenError::Io(path, error) => Failure::unusable(&path, &error),
            OpenError::Config(findings, sources) => {
                let uris = Uris::new(Path::new(""), self.config.as_deref());
                show::findings(&findings, &sources, self.message_format, &uris);
                Failure::Findings
            }
        }
    }

    fn limit(&self, limits: &mut Limits) {
        for (name, most) in &self.limits {
            if let Some(limit) = limits.by_name(name) {
                *limit = *most;
            }
        }
    }

    /// Whether there is a configuration file, whose settings stand where no argument is given.
    pub(super) fn has_config(&self) -> bool {
        self.config.is_some()
    }

    fn source_folder(&self, limit: usize) -> Result<SourceFolder, Failure> {
        let given = self.files.iter().chain(&self.overlays);
        for path in given.clone() {
            path.metadata().map_err(|error| Failure::unusable(path, &error))?;
        }
        let common = common_folder(given.map(PathBuf::as_path));
        let common = common.map_err(|error| Failure::Usage(error.to_string()))?;
        open(self.root.as_deref().or(common.as_deref()).unwrap_or(Path::new(".")), limit)
    }

    fn override_settings(&self, prepared: &mut Prepared) -> Result<(), Failure> {
        let Prepared { config, source, .. } = prepared;
        if !self.files.is_empty() {
            // A file that is named twice is one document.
            let paths = self.files.iter().map(|file| below(source, file));
            let paths = paths.collect::<Result<BTreeSet<_>, Failure>>()?;
            config.documents = paths.into_iter().map(Document::new).collect();
        }
        for overlay in &self.overlays {
            config.overlays.push(below(source, overlay)?);
        }
        config.variables.extend(self.variables.iter().cloned());
        config.policy.deny.extend(&self.deny);
        config.policy.allow.extend(&self.allow);
        Ok(())
    }

    /// Runs the pipeline, up to what is `known`, and shows what it found. What was shown comes back too,
    /// where it is for people.
    pub(super) fn generate(
        &self,
        prepared: &Prepared,
        known: &impl Known,
    ) -> Result<(Generated, Option<Told>), Failure> {
        // Not taken apart: the process ends, and all of its memory goes at once.
        let sources = ManuallyDrop::new(prepared.config.sources(&prepared.source));
        let generated = cratewright::generate_unless(&sources, &prepared.config, known);
        let told = match self.message_format {
            MessageFormat::Human => {
                let words = terminal::words(&generated.findings, &sources);
                terminal::print(&words);
                self.hint_at_root(&generated.findings, &prepared.source);
                Some(Told::new(&sources, words, terminal::style(), &generated.report))
            }
            MessageFormat::Json | MessageFormat::Sarif => {
                self.show(&generated.findings, &sources, &prepared.source);
                None
            }
        };
        if generated.has_errors() { Err(Failure::Findings) } else { Ok((generated, told)) }
    }

    /// What a run would do, if that is known beforehand: nothing, and it shows what the last one did.
    pub(super) fn retell(
        &self,
        prepared: &Prepared,
        stamp: &Stamp,
        existing: &BTreeMap<String, Existing>,
    ) -> Option<Report> {
        let retell = || stamp.retell(&prepared.config, &prepared.source, existing, terminal::style());
        let (told, report) = self.is_for_people().then(retell).flatten()?;
        terminal::print(&told.words);
        Some(report)
    }

    /// Looks at the documents and shows what it found.
    pub(super) fn check(&self, prepared: &Prepared) -> Result<Checked, Failure> {
        let sources = prepared.config.sources(&prepared.source);
        let checked = cratewright::check(&sources, &prepared.config);
        self.show(&checked.findings, &sources, &prepared.source);
        if checked.is_valid() { Ok(checked) } else { Err(Failure::Findings) }
    }

    /// Reads the document and shows what it found.
    pub(super) fn upgrade(&self, prepared: &Prepared) -> Result<Value, Failure> {
        let sources = prepared.config.sources(&prepared.source);
        let upgraded = cratewright::upgrade(&sources, &prepared.config);
        self.show(&upgraded.findings, &sources, &prepared.source);
        upgraded.document.ok_or(Failure::Findings)
    }

    /// Whether findings are for people, and not on standard output.
    pub(super) fn is_for_people(&self) -> bool {
        self.message_format == MessageFormat::Human
    }

    fn show(&self, findings: &[Diagnostic], sources: &Sources<'_>, source: &SourceFolder) {
        let uris = Uris::new(source.root(), self.config.as_deref());
        show::findings(findings, sources, self.message_format, &uris);
        self.hint_at_root(findings, source);
    }

    /// A reference out of the root is refused; where the root was guessed, say how to widen it.
    fn hint_at_root(&self, findings: &[Diagnostic], source: &SourceFolder) {
        let refused = findings.iter().any(|finding| finding.code.id == REFUSED_REFERENCE.id);
        if refused && self.root.is_none() && self.config.is_none() {
            let root = source.root();
            let above = root.parent().unwrap_or(root).display();
            eprintln!("help: only files below {} are read; `--root {above}` allows more", root.display());
        }
    }

    /// Tells people what was done. Tools read the findings alone.
    pub(super) fn say(&self, text: &str) {
        if self.is_for_people() {
            show::answer(&format!("{text}\n"));
        }
    }
}

/// Makes this thread one of those that share the work, where it would wait for them otherwise. Memory belongs
/// to the thread that asked for it: what this one needs for reading, it has for printing.
fn share_the_work() {
    // Where that can't be, there are threads beside this one.
    let _ = rayon::ThreadPoolBuilder::new().use_current_thread().build_global();
}

fn open(root: &Path, limit: usize) -> Result<SourceFolder, Failure> {
    SourceFolder::new(root, limit).map_err(|error| Failure::unusable(root, &error))
}

/// The path of a file below the source root.
fn below(source: &SourceFolder, file: &Path) -> Result<String, Failure> {
    let path = source.relative(file).map_err(|error| Failure::unusable(file, &error))?;
    path.ok_or_else(|| {
        let (file, root) = (file.display(), source.root().display());
        Failure::Usage(format!("{file} is outside of the source root {root}; choose one above with --root"))
    })
}

fn variable(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.is_empty() => Ok((name.to_owned(), value.to_owned())),
        _ => Err("write NAME=VALUE".to_owned()),
    }
}

fn limit(text: &str) -> Result<(String, usize), String> {
    let limit = text.split_once('=').and_then(|(name, most)| Some((name, most.parse::<usize>().ok()?)));
    match limit {
        Some((name, most)) if most > 0 && Limits::NAMES.contains(&name) => Ok((name.to_owned(), most)),
        _ => Err(format!("write NAME=N, where NAME is one of: {}", Limits::NAMES.join(", "))),
    }
}

fn rule(text: &str) -> Result<Rule, String> {
    text.parse().map_err(|unknown: UnknownRule| format!("{unknown}; {}", unknown.help()))
}

fn allowance(text: &str) -> Result<Rule, String> {
    rule(text)?.allowed().map_err(|error| format!("{error}; {}", NotAllowed::HELP))
}
