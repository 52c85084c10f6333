//! `--json FILE`: everything that the table is made of, for programs.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::causes::Cause;
use super::expectations::Expectations;
use super::record::Record;
use super::scoreboard::Scoreboard;
use crate::Failure;

/// Writes the file.
pub(super) fn write(
    file: &Path,
    records: &[Record],
    board: &Scoreboard,
    causes: &[Cause],
    expectations: &Expectations,
) -> Result<(), Failure> {
    let documents: Vec<Value> = records.iter().map(|record| document(record, expectations)).collect();
    let all = json!({ "scoreboard": board, "causes": causes, "documents": documents });
    let text = serde_json::to_string_pretty(&all).map_err(|error| error.to_string())?;
    fs::write(file, text + "\n").map_err(|error| format!("{}: {error}", file.display()))
}

fn document(record: &Record, expectations: &Expectations) -> Value {
    let document = &record.document;
    let unexpected = record.counting().filter(|fault| !expectations.has(&document.path, &fault.code));
    json!({
        "document": document.path,
        "group": document.group(),
        "package": document.package(),
        "valid": document.valid,
        "passed": unexpected.count() == 0,
        "outcome": record.outcome,
    })
}
