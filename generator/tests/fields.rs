//! Every row of the README's tables against a snippet: what a field of Swagger 2.0 comes to.
//!
//! The snippets are data, in `fields/`. Each writes one field into a small document; what the
//! README promises must be in the crate (or among the findings) with the field, and not without.

#[path = "fields/snippets.rs"]
mod snippets;

use std::fmt::Write;

use cratewright::config::{Config, Document};
use cratewright::diagnostic::{Style, render};
use cratewright::generate;
use cratewright::source::MemoryLoader;
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use serde_json::Value;
use snippets::{Object, Snippet, objects};

const README: &str = include_str!("../README.md");

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
    let (files, findings) = run(&object.without(snippet));
    let (files_with, findings_with) = run(&object.with(field, snippet));

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
