//! Every row of the README's tables against a snippet: what a field of Swagger 2.0 comes to.
//!
//! The snippets are data, in `fields/`. Each writes one field into a small document; what the
//! README promises must be in the crate (or among the findings) with the field, and not without.

use std::collections::BTreeMap;
use std::fmt::Write;

use cratewright::config::{Config, Document};
use cratewright::diagnostic::{Style, render};
use cratewright::generate;
use cratewright::source::MemoryLoader;
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use serde::Deserialize;
use serde_json::{Map, Value};

/// The document that each field is written into.
const DOCUMENT: &str = include_str!("fields/document.yaml");
const SNIPPETS: [&str; 4] = [
    include_str!("fields/about.yaml"),
    include_str!("fields/operations.yaml"),
    include_str!("fields/parameters.yaml"),
    include_str!("fields/schemas.yaml"),
];
const README: &str = include_str!("../README.md");

/// The snippets of one object of the specification.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Object {
    /// Where in the document it is.
    at: String,
    /// What the document says besides, by place.
    #[serde(default)]
    with: BTreeMap<String, Value>,
    /// By the name of the field.
    fields: BTreeMap<String, OneOrMany<Snippet>>,
}

#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
struct Snippet {
    /// Where the field is written, if it is not where the object is; complete with the field's name
    /// where the specification leaves that to the document.
    at: Option<String>,
    /// What is written there.
    value: Value,
    /// What the document says besides.
    #[serde(default)]
    with: BTreeMap<String, Value>,
    /// What is in the crate because of it.
    #[serde(default)]
    shows: OneOrMany<String>,
    /// What is no longer in the crate because of it.
    #[serde(default)]
    hides: OneOrMany<String>,
    /// What is said about it.
    #[serde(default)]
    says: OneOrMany<String>,
}

#[derive(Deserialize, Clone)]
#[serde(untagged)]
enum OneOrMany<T> {
    One(T),
    Many(Vec<T>),
}

impl<T> Default for OneOrMany<T> {
    fn default() -> Self {
        Self::Many(Vec::new())
    }
}

impl<T> OneOrMany<T> {
    fn all(&self) -> &[T] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::Many(many) => many,
        }
    }
}

#[test]
fn every_field_has_the_effect_that_the_readme_says() {
    let failures = objects().into_par_iter().map(|(object, snippets)| {
        let mut failures = String::new();
        for (field, list) in &snippets.fields {
            for snippet in list.all() {
                if let Err(why) = holds(&snippets, field, snippet) {
                    let _ = writeln!(failures, "{object}, `{field}`: {why}");
                }
            }
        }
        failures
    });
    let failures: String = failures.collect();
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn the_readme_has_a_row_for_every_snippet_and_the_other_way_round() {
    let snippets: Vec<(String, String)> = objects()
        .into_iter()
        .flat_map(|(object, snippets)| snippets.fields.into_keys().map(move |field| (object.clone(), field)))
        .collect();
    let rows = rows();
    let lines = |pairs: &[(String, String)], others: &[(String, String)]| -> Vec<String> {
        let missing = pairs.iter().filter(|pair| !others.contains(pair));
        missing.map(|(object, field)| format!("{object}: {field}")).collect()
    };
    assert_eq!(lines(&snippets, &rows), Vec::<String>::new(), "snippets without a row");
    assert_eq!(lines(&rows, &snippets), Vec::<String>::new(), "rows without a snippet");
}

fn objects() -> Vec<(String, Object)> {
    let read = |text: &str| -> BTreeMap<String, Object> {
        serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error}"))
    };
    SNIPPETS.into_iter().flat_map(read).collect()
}

/// The rows of the README: the heading above the table, and the code in the first column.
fn rows() -> Vec<(String, String)> {
    let (mut object, mut rows) = ("", Vec::new());
    for line in README.lines() {
        if let Some(heading) = line.strip_prefix("### ") {
            object = heading;
        } else if let Some(field) = line.strip_prefix("| `").and_then(|row| row.split_once("` |")) {
            rows.push((object.to_owned(), field.0.to_owned()));
        }
    }
    rows
}

fn holds(object: &Object, field: &str, snippet: &Snippet) -> Result<(), String> {
    let mut document: Value = serde_yaml::from_str(DOCUMENT).map_err(|error| error.to_string())?;
    for (place, value) in object.with.iter().chain(&snippet.with) {
        set(&mut document, place, value.clone());
    }
    let (files, findings) = run(&document);
    let place = match &snippet.at {
        Some(place) if field.contains('{') => place.clone(),
        at => format!("{}/{}", at.as_ref().unwrap_or(&object.at), escape(field)),
    };
    set(&mut document, &place, snippet.value.clone());
    let (files_with, findings_with) = run(&document);

    if snippet.shows.all().len() + snippet.hides.all().len() + snippet.says.all().len() == 0 {
        return Err("nothing is expected of it".to_owned());
    }
    changes(snippet.shows.all(), &files, &files_with)
        .and_then(|()| changes(snippet.hides.all(), &files_with, &files))
        .and_then(|()| changes(snippet.says.all(), &findings, &findings_with))
        .map_err(|why| format!("{why}\n{findings_with}"))
}

/// Each text is there after, and was not there before.
fn changes(texts: &[String], before: &str, after: &str) -> Result<(), String> {
    for text in texts {
        if !after.contains(text.as_str()) {
            return Err(format!("`{text}` is not there"));
        }
        if before.contains(text.as_str()) {
            return Err(format!("`{text}` is there without it"));
        }
    }
    Ok(())
}

/// The files that are made of a document, but for the support code, and the findings; both without
/// line breaks.
fn run(document: &Value) -> (String, String) {
    let loader = MemoryLoader::new().with("api.yaml", serde_yaml::to_string(document).unwrap_or_default());
    let config = Config { documents: vec![Document::new("api.yaml")], ..Config::default() };
    let sources = config.sources(&loader);
    let generated = generate(&sources, &config);
    let files =
        generated.files.iter().filter(|(path, _)| !path.contains("runtime") && !path.contains("support"));
    let text: String = files.map(|(_, text)| text.to_owned()).collect();
    let text = text.lines().map(|line| line.trim().trim_start_matches("///").trim_start_matches("//!"));
    let text: Vec<&str> = text.flat_map(str::split_whitespace).collect();
    let findings = render(&generated.findings, &sources, Style::default());
    (text.join(" "), findings)
}

/// Writes a value at a JSON pointer, with the objects on the way. `operation` is short for where
/// the document's own is.
fn set(document: &mut Value, pointer: &str, value: Value) {
    let pointer = match pointer.strip_prefix("operation") {
        Some(rest) => format!("/paths/~1things~1{{id}}/post{rest}"),
        None => pointer.to_owned(),
    };
    let mut at = document;
    let tokens: Vec<String> =
        pointer.split('/').skip(1).map(|token| token.replace("~1", "/").replace("~0", "~")).collect();
    let Some((last, way)) = tokens.split_last() else { return };
    for token in way {
        at = match at {
            Value::Array(items) => &mut items[token.parse::<usize>().expect("an index")],
            Value::Object(members) => {
                members.entry(token.clone()).or_insert_with(|| Value::Object(Map::new()))
            }
            other => panic!("{pointer} goes through {other}"),
        };
    }
    match at {
        Value::Array(items) => items[last.parse::<usize>().expect("an index")] = value,
        Value::Object(members) => drop(members.insert(last.clone(), value)),
        other => panic!("{pointer} is in {other}"),
    }
}

fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}
