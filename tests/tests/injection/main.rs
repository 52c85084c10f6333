//! A payload in every place where a document has words: whatever comes out is made of what the
//! emitter makes, and of nothing else.
//!
//! The places are those of the snippets in `generator/tests/fields/`, of which there is one for each
//! row of the field tables, and those of the small document that they are written into.

mod places;
#[path = "../../../generator/tests/fields/snippets.rs"]
#[allow(dead_code, reason = "what becomes of a field is the business of the test beside it")]
mod snippets;

use std::collections::BTreeSet;

use cratewright::config::{Config, Document};
use cratewright::source::MemoryLoader;
use cratewright::{Generated, generate};
use cratewright_tests::emitted;
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use serde_json::Value;

use crate::places::Place;

/// What ends a string, a comment, an attribute, a block, a line of docs, a fence, a template; and
/// what hides the rest of a line from its reader.
const PAYLOAD: &str = "\"#; */ pWnEd!(); /* \r\n#![pWnEd]\n*/ mod pWnEd { }\r//! ```\npWnEd!()\n```\n    \
                       pWnEd!()\n}}]) \u{202e}<script>pWnEd()</script> {{ pWnEd() }}{% pWnEd %} \\\" '\u{2028}pWnEd";

/// All that a manifest has, by its dotted keys, without the names of dependencies and features.
const MANIFEST: [&str; 13] = [
    "dependencies",
    "dev-dependencies",
    "features",
    "lib.doctest",
    "lints.clippy",
    "lints.rust",
    "package.description",
    "package.edition",
    "package.license",
    "package.name",
    "package.publish",
    "package.rust-version",
    "package.version",
];

#[test]
fn no_word_of_a_document_becomes_code() {
    let documents = documents();
    let plain: Vec<Outcome> = documents.iter().map(|document| Outcome::of("api.json", document)).collect();
    let mut seen = BTreeSet::new();
    let places: Vec<(usize, Place)> = documents
        .iter()
        .enumerate()
        .flat_map(|(index, document)| places::of(document).into_iter().map(move |place| (index, place)))
        .filter(|(_, place)| seen.insert((place.to_string(), place.text().to_owned())))
        .collect();
    println!("{} documents, {} places", documents.len(), places.len());
    assert!(places.len() > 500, "{} places are not those of every field", places.len());

    let outcomes: Vec<(String, Outcome)> = places
        .into_par_iter()
        .flat_map_iter(|(index, place)| {
            let document = &documents[index];
            // Of a text that has to be one of a few, or a reference, the beginning is what counts.
            let whole = (!place.is_name()).then(|| PAYLOAD.to_owned());
            let texts = whole.into_iter().chain([format!("{}{PAYLOAD}", place.text())]);
            let texts: Vec<String> = texts.collect();
            texts
                .into_iter()
                .map(move |text| (place.to_string(), Outcome::of("api.json", &place.with(document, &text))))
        })
        .collect();
    let faults: BTreeSet<String> = outcomes
        .iter()
        .flat_map(|(place, outcome)| outcome.faults.iter().map(move |fault| format!("{place}: {fault}")))
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");

    // Most words are nobody's business but the reader's, so that there is a crate with the payload
    // in it; where there is none, the finding that refuses it was an error.
    let crates = outcomes.iter().filter(|(_, outcome)| outcome.files > 0).count();
    let holding = outcomes.iter().filter(|(_, outcome)| outcome.holds_payload).count();
    println!(
        "{} documents, {crates} crates, {holding} with the payload in a literal or a comment",
        outcomes.len()
    );
    assert!(crates * 2 > outcomes.len(), "{crates} of {} have a crate", outcomes.len());
    assert!(holding * 5 > outcomes.len(), "{holding} of {} hold the payload", outcomes.len());
    assert!(plain.iter().all(|outcome| outcome.faults.is_empty() && !outcome.holds_payload));
}

#[test]
fn no_name_of_a_file_becomes_code() {
    let name = |payload: &str| format!("{payload}.json").replace(['/', '\\', '\n', '\r'], " ");
    let names = ["\"; pWnEd(); //", "*/ pWnEd!() /*", "r#\"pWnEd", "{{pWnEd}}", "mod pWnEd {}", "pWnEd.rs"];
    for name in names.map(name) {
        let outcome = Outcome::of(&name, &snippets::document());
        assert!(outcome.files > 0, "{name} is a name that files can have");
        assert_eq!(outcome.faults, Vec::<String>::new(), "{name}");
    }
}

/// One for each snippet, and the one without any: between them they have every field of Swagger 2.0.
fn documents() -> Vec<Value> {
    let objects = snippets::objects();
    let fields =
        objects.iter().flat_map(|(_, object)| object.fields.iter().map(move |field| (object, field)));
    let with = fields.flat_map(|(object, (field, list))| {
        list.all().iter().map(move |snippet| object.with(field, snippet))
    });
    std::iter::once(snippets::document()).chain(with).collect()
}

/// What became of one document.
struct Outcome {
    files: usize,
    faults: Vec<String>,
    holds_payload: bool,
}

impl Outcome {
    fn of(name: &str, document: &Value) -> Self {
        let loader = MemoryLoader::new().with(name, document.to_string());
        let config = Config { documents: vec![Document::new(name)], ..Config::default() };
        let Generated { files, .. } = generate(&config.sources(&loader), &config);
        let ours = files.iter().filter(|(path, _)| !path.contains("runtime/") && !path.contains("support/"));
        let (mut faults, mut holds_payload, mut count) = (Vec::new(), false, 0);
        for (path, text) in ours {
            count += 1;
            holds_payload |= text.contains(emitted::PAYLOAD);
            let found = match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
                "rs" => emitted::violations(text),
                "toml" => manifest_faults(text),
                _ => Vec::new(),
            };
            faults.extend(found.into_iter().map(|fault| format!("{path}: {fault}")));
            if path.split('/').any(|part| part == ".." || part.contains(['"', '\n', '\\', '*'])) {
                faults.push(format!("{path}: not a name of a file that is ever made"));
            }
        }
        Self { files: count, faults, holds_payload }
    }
}

/// Tables and keys of a manifest that it should not have, and a `doctest` that would run.
fn manifest_faults(text: &str) -> Vec<String> {
    let manifest: toml::Table = match text.parse() {
        Ok(manifest) => manifest,
        Err(error) => return vec![error.to_string()],
    };
    let mut keys = BTreeSet::new();
    for (table, value) in &manifest {
        match value {
            toml::Value::Table(members)
                if !matches!(&**table, "dependencies" | "dev-dependencies" | "features") =>
            {
                keys.extend(members.keys().map(|key| format!("{table}.{key}")));
            }
            _ => drop(keys.insert(table.clone())),
        }
    }
    let mut faults: Vec<String> = keys
        .into_iter()
        .filter(|key| !MANIFEST.contains(&&**key))
        .map(|key| format!("the key {key}"))
        .collect();
    if manifest["lib"]["doctest"].as_bool() != Some(false) {
        faults.push("docs are tests".to_owned());
    }
    faults
}
