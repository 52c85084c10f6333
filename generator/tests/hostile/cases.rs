//! What is tried: the documents, made here, and how each has to end.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::process::Run;

/// A document, and files that it refers to.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    files: Vec<(String, Content)>,
    pub(crate) ending: Ending,
}

enum Content {
    Text(String),
    /// So many bytes, of no importance.
    Bytes(u64),
}

/// How a run has to end.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Ending {
    /// With a crate.
    Generated,
    /// With errors, among them one with these words.
    Refused(&'static str),
}

use Ending::{Generated, Refused};

impl Ending {
    pub(crate) fn is(self, run: &Run) -> bool {
        match self {
            Generated => run.code == Some(0),
            Refused(words) => run.code == Some(1) && run.said.contains(words),
        }
    }
}

impl Case {
    fn new(name: &'static str, ending: Ending, file: &str, text: impl Into<String>) -> Self {
        Self { name, ending, files: vec![(file.to_owned(), Content::Text(text.into()))] }
    }

    fn with(mut self, files: impl IntoIterator<Item = (String, String)>) -> Self {
        self.files.extend(files.into_iter().map(|(path, text)| (path, Content::Text(text))));
        self
    }

    /// Writes the files and gives the path of the document, which is the first of them.
    pub(crate) fn write(&self, folder: &Path) -> io::Result<PathBuf> {
        let specs = folder.join("specs");
        fs::create_dir_all(specs.join("parts"))?;
        for (path, content) in &self.files {
            match content {
                Content::Text(text) => fs::write(specs.join(path), text)?,
                Content::Bytes(count) => fs::File::create(specs.join(path))?.set_len(*count)?,
            }
        }
        Ok(specs.join(&self.files[0].0))
    }
}

/// All of them.
pub(crate) fn cases() -> Vec<Case> {
    let deep = 100_000;
    let blocks: String = (0..5_000).map(|level| format!("{}a:\n", " ".repeat(level))).collect();
    let mut cases = vec![
        Case::new("billion laughs", Refused("stand for more than"), "a.yaml", laughs()),
        Case::new("levels, JSON", Refused("nested deeper"), "a.json", "[".repeat(deep) + &"]".repeat(deep)),
        Case::new(
            "levels, YAML flow",
            Refused("nested deeper"),
            "a.yaml",
            "[".repeat(deep) + &"]".repeat(deep),
        ),
        Case::new("levels, YAML block", Refused("nested deeper"), "a.yaml", blocks),
        Case::new("200 KB of `- - -`", Refused("nested deeper"), "a.yaml", "- ".repeat(deep)),
        Case {
            name: "200 MB file",
            ending: Refused("larger than"),
            files: vec![("a.json".to_owned(), Content::Bytes(200 << 20))],
        },
    ];
    cases.extend(files());
    cases.extend(definitions());
    cases.extend(operations());
    cases
}

fn laughs() -> String {
    (1..20).fold("swagger: '2.0'\na0: &a0 [lol, lol]\n".to_owned(), |text, level| {
        let alias = format!("*a{}", level - 1);
        text + &format!("a{level}: &a{level} [{}]\n", [alias.as_str(); 9].join(", "))
    })
}

/// References from file to file.
fn files() -> [Case; 3] {
    let part = |number: usize| format!("parts/{number}.yaml");
    let text = "type: object\nproperties: {a: {type: string}}\n";
    let all = |count: usize| {
        let properties = (0..count).map(|number| (format!("p{number}"), json!({"$ref": part(number)})));
        let ty = json!({"type": "object", "properties": properties.collect::<serde_json::Map<_, _>>()});
        document([("A".to_owned(), ty)], "#/definitions/A")
    };
    let next = |number: usize| format!("a: {{$ref: '{}.yaml#/a'}}\n", (number + 1) % 50);
    [
        Case::new("10 000 files", Generated, "a.json", all(9_999))
            .with((0..9_999).map(|number| (part(number), text.to_owned()))),
        Case::new("10 001 files", Refused("one file too many"), "a.json", all(10_000))
            .with((0..10_000).map(|number| (part(number), text.to_owned()))),
        Case::new(
            "loop over 50 files",
            Refused("around in a circle"),
            "a.json",
            document([], "parts/0.yaml#/a"),
        )
        .with((0..50).map(|number| (part(number), next(number)))),
    ]
}

/// Definitions that refer to definitions.
fn definitions() -> [Case; 9] {
    let object = |properties: Value| json!({"type": "object", "properties": properties});
    let refer = |number: usize| json!({"$ref": format!("#/definitions/A{number}")});
    let row = |count: usize, last: Value, each: &dyn Fn(Value) -> Value| {
        let types = (0..count).map(|number| {
            (format!("A{number}"), if number + 1 < count { each(refer(number + 1)) } else { last.clone() })
        });
        document(types, "#/definitions/A0")
    };
    let one = |ty: Value| document([("A".to_owned(), ty)], "#/definitions/A");
    let text = || json!({"type": "string"});
    let members = |count: usize| {
        (0..count).map(|number| object(json!({format!("p{number}"): text()}))).collect::<Vec<_>>()
    };
    let both =
        |next: Value| json!({"type": "object", "required": ["a", "b"], "properties": {"a": next, "b": next}});
    let values: Vec<String> = (0..100_000).map(|number| format!("v{number}")).collect();
    let missing =
        (0..20_000).map(|number| (format!("A{number}"), json!({"$ref": format!("#/definitions/B{number}")})));
    [
        Case::new("allOf of 10 000", Generated, "a.json", one(json!({"allOf": members(10_000)}))),
        Case::new(
            "2 000 types in a row",
            Refused("levels deep"),
            "a.json",
            row(2_000, text(), &|next| object(json!({"a": next}))),
        ),
        Case::new("2^30 values of a type", Generated, "a.json", row(30, text(), &both)),
        Case::new(
            "2^30 members of an allOf",
            Generated,
            "a.json",
            row(30, object(json!({})), &|next| json!({"allOf": [next, next]})),
        ),
        Case::new(
            "5 000 allOfs in a row",
            Generated,
            "a.json",
            row(5_000, object(json!({})), &|next| json!({"allOf": [next]})),
        ),
        Case::new(
            "5 000 references in a row",
            Refused("leads on"),
            "a.json",
            row(5_000, text(), &|next| next),
        ),
        Case::new(
            "20 000 references to nothing",
            Refused("points at nothing"),
            "a.json",
            document(missing, "#/definitions/A0"),
        ),
        Case::new(
            "enum of 100 000",
            Refused("values, and"),
            "a.json",
            one(json!({"type": "string", "enum": values})),
        ),
        Case::new(
            "30 000 properties",
            Refused("properties, and"),
            "a.json",
            one(json!({"allOf": members(30_000)})),
        ),
    ]
}

/// Operations and their parameters.
fn operations() -> [Case; 8] {
    let parameter =
        |place: &str, name: String| json!({"name": name, "in": place, "required": true, "type": "string"});
    let operation = |parameters: Vec<Value>| json!({"get": {"parameters": parameters, "responses": {"204": {"description": "done"}}}});
    let with = |paths: Value| {
        json!({"swagger": "2.0", "info": {"title": "Hostile", "version": "1"}, "paths": paths}).to_string()
    };
    let names = |count: usize| (0..count).map(|number| format!("p{number}"));
    let placeholders: String = names(5_000).map(|name| format!("/{{{name}}}")).collect();
    let same: serde_json::Map<_, _> = names(5_000)
        .map(|name| {
            (
                format!("/{name}"),
                json!({"get": {"operationId": "same", "responses": {"204": {"description": "done"}}}}),
            )
        })
        .collect();
    let mut unknown: serde_json::Map<_, _> = names(50_000).map(|name| (name, json!(1))).collect();
    unknown.extend([
        ("swagger".to_owned(), json!("2.0")),
        ("info".to_owned(), json!({"title": "Hostile", "version": "1"})),
        ("paths".to_owned(), json!({})),
    ]);
    let pattern = json!({"name": "q", "in": "query", "type": "string", "pattern": format!("{}{}(a{{1000}}){{1000}}", "(".repeat(20_000), ")".repeat(20_000))});
    [
        Case::new(
            "path of 5 000 parameters",
            Refused("has a key of more than"),
            "a.json",
            with(
                json!({placeholders: operation(names(5_000).map(|name| parameter("path", name)).collect())}),
            ),
        ),
        Case::new(
            "10 000 parameters",
            Refused("parameters, and"),
            "a.json",
            with(json!({"/a": operation(names(10_000).map(|name| parameter("query", name)).collect())})),
        ),
        Case::new(
            "path of 100 000 segments",
            Refused("has a key of more than"),
            "a.json",
            with(json!({"/a".repeat(100_000): operation(Vec::new())})),
        ),
        Case::new(
            "path of 1 000 segments",
            Refused("segments, and"),
            "a.json",
            with(json!({"/a".repeat(1_000): operation(Vec::new())})),
        ),
        Case::new(
            "500 000 paths",
            Refused("paths, and"),
            "a.json",
            with(
                names(500_000)
                    .map(|name| (format!("/{name}"), json!({})))
                    .collect::<serde_json::Map<_, _>>()
                    .into(),
            ),
        ),
        Case::new("5 000 operations of one name", Generated, "a.json", with(same.into())),
        Case::new("50 000 unknown keys", Generated, "a.json", Value::Object(unknown).to_string()),
        Case::new("pattern of 40 KB", Generated, "a.json", with(json!({"/a": operation(vec![pattern])}))),
    ]
}

/// A document of one operation, which answers with what `schema` refers to.
fn document(definitions: impl IntoIterator<Item = (String, Value)>, schema: &str) -> String {
    let definitions: serde_json::Map<_, _> = definitions.into_iter().collect();
    json!({
        "swagger": "2.0",
        "info": {"title": "Hostile", "version": "1"},
        "paths": {"/a": {"get": {"responses": {"200": {"description": "ok", "schema": {"$ref": schema}}}}}},
        "definitions": definitions,
    })
    .to_string()
}
