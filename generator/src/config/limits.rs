//! `[limits]`: how much input a run takes before it refuses.

use super::reader::{Reader, Value};
use crate::source::Limits;

/// Reads the section into `limits`, whose values stand where the section has none.
pub(super) fn read(reader: Reader<'_>, section: &Value<'_>, limits: &mut Limits) {
    let Some(table) = reader.table(section) else { return };
    let known = ["file_bytes", "files", "depth", "nodes", "alias_nodes", "reference_hops"];
    for (key, value) in reader.members(table, &known) {
        let Some(count) = reader.count(value) else { continue };
        match key {
            "file_bytes" => limits.file_bytes = count,
            "files" => limits.files = count,
            "depth" => limits.depth = count,
            "nodes" => limits.nodes = count,
            "alias_nodes" => limits.alias_nodes = count,
            _ => limits.reference_hops = count,
        }
    }
}
