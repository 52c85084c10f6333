//! `[limits]`: how much input a run takes before it refuses.

use super::reader::{Reader, Value};
use crate::source::Limits;

/// Reads the section into `limits`, whose values stand where the section has none.
pub(super) fn read(reader: Reader<'_>, section: &Value<'_>, limits: &mut Limits) {
    let Some(table) = reader.table(section) else { return };
    for (key, value) in reader.members(table, &Limits::NAMES) {
        if let (Some(count), Some(limit)) = (reader.count(value), limits.by_name(key)) {
            *limit = count;
        }
    }
}
