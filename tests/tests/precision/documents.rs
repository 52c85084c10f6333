//! The documents in which mistakes are made: ours of the Matrix API, and the pet store. Each is checked as
//! `cratewright check` does it.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;

use cratewright::config::{Config, Document};
use cratewright::diagnostic::{Sink, render_json};
use cratewright::source::{MemoryLoader, Sources};
use serde_json::Value;

/// What tells findings apart: code, message, file.
type Identity = (String, String, String);

/// A document and the files that it leads to.
pub(crate) struct Set {
    /// The document's path.
    pub(crate) document: String,
    /// The texts by path.
    pub(crate) files: BTreeMap<String, String>,
    /// What is found where nobody has made a mistake: the documents are as others published them.
    known: HashMap<Identity, usize>,
}

/// The first finding.
#[derive(Debug, Clone)]
pub(crate) struct Finding {
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) words: String,
}

/// All documents.
pub(crate) fn sets() -> Vec<Set> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = BTreeMap::new();
    for version in ["v1", "r0"] {
        read(&root.join("../specs/matrix/client-server").join(version), version, &mut files);
    }
    let petstore = fs::read_to_string(root.join("fixtures/petstore.yaml")).expect("the pet store");
    files.insert("petstore.yaml".to_owned(), petstore);
    let documents: Vec<_> = files.iter().filter(|(_, text)| text.contains("swagger: ")).collect();
    documents.iter().map(|(document, _)| Set::new(document, &files)).collect()
}

fn read(folder: &Path, name: &str, files: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).expect("a folder of documents") {
        let path = entry.expect("an entry").path();
        let name = format!("{name}/{}", path.file_name().expect("a name").display());
        match path.is_dir() {
            true => read(&path, &name, files),
            false => drop(files.insert(name, fs::read_to_string(&path).expect("a document"))),
        }
    }
}

impl Set {
    fn new(document: &str, all: &BTreeMap<String, String>) -> Self {
        let files = all.clone();
        let mut set = Self { document: document.to_owned(), files, known: HashMap::new() };
        let (loader, config) = (set.loader(None), set.config());
        let sources = config.sources(&loader);
        let findings = cratewright::check(&sources, &config).findings;
        for finding in render_json(&findings, &sources).lines().map(parsed) {
            *set.known.entry(identity(&finding)).or_default() += 1;
        }
        let used: Vec<&str> = sources.files().map(|file| sources.name(file)).collect();
        set.files.retain(|name, _| used.contains(&name.as_str()));
        set
    }

    fn config(&self) -> Config {
        let variables = [("CLIENT_MAJOR_VERSION".to_owned(), "r0".to_owned())].into();
        Config { documents: vec![Document::new(&self.document)], variables, ..Config::default() }
    }

    /// The files, one of them with another text.
    pub(crate) fn loader(&self, edited: Option<(&str, &str)>) -> MemoryLoader {
        let files = self.files.iter().map(|(name, text)| (name.as_str(), text.as_str())).chain(edited);
        files.fold(MemoryLoader::new(), |loader, (name, text)| loader.with(name, text))
    }

    /// The first finding, in the order in which they are shown, that is not there without the mistake.
    pub(crate) fn first_finding(&self, file: &str, text: &str) -> Option<Finding> {
        let (loader, config) = (self.loader(Some((file, text))), self.config());
        let sources = config.sources(&loader);
        let findings = cratewright::check(&sources, &config).findings;
        let mut known = self.known.clone();
        let finding = render_json(&findings, &sources).lines().map(parsed).find(|finding| {
            match known.get_mut(&identity(finding)) {
                Some(left) if *left > 0 => {
                    *left -= 1;
                    false
                }
                _ => true,
            }
        })?;
        let (code, message, file) = identity(&finding);
        let line = finding["line"].as_u64().and_then(|line| usize::try_from(line).ok()).expect("a line");
        Some(Finding { file, line, words: format!("{code}: {message}") })
    }
}

/// What a file says, or nothing if it is not well-formed.
pub(crate) fn tree(file: &str, text: &str) -> Option<Value> {
    let loader = MemoryLoader::new().with(file, text);
    let (sources, sink) = (Sources::new(&loader, Default::default()), Sink::new());
    let id = sources.load(file, None, &sink).filter(|_| !sink.has_errors())?;
    sources.root(id).map(|root| root.value.clone())
}

fn parsed(line: &str) -> Value {
    serde_json::from_str(line).expect("a finding is an object of JSON")
}

fn identity(finding: &Value) -> Identity {
    let text = |key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    (text("code"), text("message"), text("file"))
}
