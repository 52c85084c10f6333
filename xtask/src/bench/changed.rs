//! Generating a crate again after a change of one operation: what it is about is printed, and nothing
//! else.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::Session;
use super::check::{NAME, modified};
use super::documents::Subject;
use super::row::Row;
use super::run::Contestant;
use super::turns::in_order;
use super::unit::Unit;
use crate::Failure;

/// How many files there are at most that a change of the description of an operation is about.
const FILES: usize = 4;

/// Two runs that undo what the other one did; nothing where the document is not one file of JSON.
pub(super) fn rows(bench: &Session, subject: &Subject) -> Result<Vec<Row>, Failure> {
    let [document] = subject.inputs.as_slice() else { return Ok(Vec::new()) };
    if document.extension().is_none_or(|extension| extension != "json") {
        return Ok(Vec::new());
    }
    let folder = bench.folder.join(NAME).join(format!("{}-changed", subject.name));
    let output = folder.join("crate");
    let run = |described: &str| {
        let document = edited(document, &folder.join(described), described)?;
        let arguments = ["generate".into(), document, "--out".into(), output.clone()];
        Ok::<_, Failure>(Contestant::new(&bench.programs.ours).args(arguments).threads(2))
    };
    let (one, other) = (run("one")?, run("other")?);
    one.run()?;
    let before = modified(&output);
    other.run()?;
    let written = modified(&output).into_iter().filter(|(path, time)| before.get(path) != Some(time)).count();
    if written == 0 || written > FILES {
        return Err(format!("{}: {written} files were written for a change of one operation", subject.name));
    }
    let floor =
        Contestant::new(&bench.programs.xtask).args(["bench-floor", "hash"]).arg(document).arg(&output);
    let [_, ours, floor] = in_order([&one, &other, &floor], bench.runs)?;
    let row = Row::new(
        NAME,
        subject.name,
        "one operation changed, clock",
        Unit::Seconds,
        ours.figures(|run| run.wall),
    )
    .floor("read, hash", floor.figures(|run| run.wall));
    Ok(vec![row])
}

/// The document with other words about its first operation.
fn edited(document: &Path, folder: &Path, words: &str) -> Result<PathBuf, Failure> {
    let failed = |error: std::io::Error| error.to_string();
    let text = fs::read_to_string(document).map_err(failed)?;
    let mut value: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let paths = value["paths"].as_object_mut().into_iter().flat_map(|paths| paths.values_mut());
    let mut operations = paths.filter_map(Value::as_object_mut).flat_map(|item| item.values_mut());
    let operation = operations.find(|operation| operation.get("responses").is_some());
    operation.ok_or("there is no operation")?["description"] = words.into();
    fs::create_dir_all(folder).map_err(failed)?;
    let path = folder.join("document.json");
    fs::write(&path, value.to_string()).map_err(failed)?;
    Ok(path)
}
