//! How long what callers send may be. The documents set no limits, and a database needs some.

use super::failure::Failure;

/// Names, pictures and words beside a state: all that is shown to others.
pub(crate) const MAX_SHOWN: usize = 256;
/// Media types, as they are stored with files.
pub(crate) const MAX_MEDIA_TYPE: usize = 255;
/// How many users one change of a presence list may name.
pub(crate) const MAX_LIST: usize = 100;

/// Refuses text of more than `max` bytes.
pub(crate) fn check_length(member: &str, text: Option<&str>, max: usize) -> Result<(), Failure> {
    match text.filter(|text| text.len() > max) {
        Some(_) => Err(Failure::invalid(format!("`{member}` may have at most {max} bytes."))),
        None => Ok(()),
    }
}

/// Refuses a number below zero.
pub(crate) fn check_count(member: &str, number: Option<i64>) -> Result<Option<u64>, Failure> {
    let negative = |_| Failure::invalid(format!("`{member}` cannot be negative."));
    number.map(u64::try_from).transpose().map_err(negative)
}
