//! The files that are not Rust, from templates.
//!
//! Templates hold what is the same for every crate. Each value of a document passes a filter that
//! makes it safe where it stands: a TOML string, Markdown, a cell of a table.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, UndefinedBehavior, Value, context};
use serde::Serialize;

use super::RenderError;
use crate::analyze::Parts;
use crate::emit::safe;

/// The version of Rust that generated crates need, which is that of their dependencies.
const RUST_VERSION: &str = env!("CARGO_PKG_RUST_VERSION");

const TEMPLATES: [(&str, &str); 3] = [
    ("Cargo.toml", include_str!("templates/Cargo.toml.j2")),
    ("README.md", include_str!("templates/README.md.j2")),
    (".gitattributes", include_str!("templates/gitattributes.j2")),
];

/// What the templates say about a crate.
#[derive(Debug, Clone, Serialize)]
pub struct Package {
    /// Its name, as Cargo takes it.
    pub name: String,
    /// Its version.
    pub version: String,
    /// What it is, in a sentence.
    pub description: String,
    /// Its licence, an SPDX expression.
    pub license: Option<String>,
}

/// A feature that the API adds to those of every package.
#[derive(Debug, Clone, Serialize)]
pub struct Feature {
    /// Its name.
    pub name: String,
    /// The features that come with it.
    pub enables: Vec<String>,
}

/// A document, for the README.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentSummary {
    /// Its module.
    pub module: String,
    /// Its feature, where it is one.
    pub feature: Option<String>,
    /// What it calls itself.
    pub title: Option<String>,
    /// Its operations.
    pub operations: Vec<OperationSummary>,
}

/// An operation, for the README.
#[derive(Debug, Clone, Serialize)]
pub struct OperationSummary {
    /// Its method in the client.
    pub name: String,
    /// `POST /login`.
    pub place: String,
    /// What it does, in a sentence.
    pub summary: String,
}

/// Cargo.toml, README.md and .gitattributes, by path.
///
/// # Errors
///
/// A template is wrong: a defect of the generator.
pub fn package_files(
    package: &Package,
    parts: Parts,
    features: &[Feature],
    documents: &[DocumentSummary],
) -> Result<Vec<(String, String)>, RenderError> {
    let environment = environment();
    let values = context! {
        package => Value::from(Serde(package)),
        rust_version => RUST_VERSION,
        parts => Value::from(Serde(parts)),
        features => Value::from(Serde(features)),
        documents => Value::from(Serde(documents)),
    };
    let render = |(path, template): (&str, &str)| {
        let text = environment.render_str(template, &values);
        let text = text.map_err(|error| RenderError { path: path.to_owned(), message: error.to_string() })?;
        Ok((path.to_owned(), text))
    };
    TEMPLATES.into_iter().map(render).collect()
}

fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    if let Ok(syntax) = SyntaxConfig::builder().keep_trailing_newline(true).build() {
        environment.set_syntax(syntax);
    }
    environment.add_filter("toml", |text: String| toml::Value::String(text).to_string());
    environment.add_filter("markdown", |text: String| safe::markdown(&text));
    environment.add_filter("code", |text: String| cell(&safe::code(&text)));
    environment.add_filter("cell", |text: String| cell(&safe::line(&text)));
    environment
}

/// A bar would end the cell, within code too.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(parts: Parts) -> toml::Table {
        let package = Package {
            name: "api".into(),
            version: "1.2.3".into(),
            description: "Says \"hi\"\nand \\ more.".into(),
            license: Some("MIT".into()),
        };
        let files = package_files(&package, parts, &[], &[]).unwrap();
        let (_, text) = files.into_iter().find(|(path, _)| path == "Cargo.toml").unwrap();
        text.parse().unwrap()
    }

    #[test]
    fn the_manifest_asks_for_what_the_runtime_is_tested_with() {
        let generated = manifest(Parts {
            date: true,
            decimal: true,
            uuid: true,
            base64: true,
            multipart: true,
            pattern: true,
            look_around: true,
        });
        let runtime: toml::Table = include_str!("../../runtime/Cargo.toml").parse().unwrap();
        assert_eq!(generated["dependencies"], runtime["dependencies"]);
        let without_default = |table: &toml::Table| {
            let mut features = table["features"].as_table().unwrap().clone();
            features.remove("default");
            features
        };
        assert_eq!(without_default(&generated), without_default(&runtime));
    }

    #[test]
    fn parts_that_no_type_needs_cost_no_dependency() {
        let generated = manifest(Parts::default());
        let dependencies = generated["dependencies"].as_table().unwrap();
        assert!(
            !["jiff", "uuid", "base64", "multer", "futures-core", "regex", "fancy-regex"]
                .iter()
                .any(|name| dependencies.contains_key(*name))
        );
    }

    #[test]
    fn text_of_a_document_stays_a_string() {
        let generated = manifest(Parts::default());
        assert_eq!(generated["package"]["description"].as_str(), Some("Says \"hi\"\nand \\ more."));
        assert_eq!(
            generated.keys().collect::<Vec<_>>(),
            ["package", "lib", "features", "dependencies", "dev-dependencies", "lints"]
        );
    }
}
