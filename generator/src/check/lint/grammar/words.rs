//! Words that authors choose, of which everybody knows some: formats and media types.

use super::{List, Shape, Words};

pub(super) static FORMAT: Shape = Shape::Known(&FORMAT_WORDS);

/// Formats of the specification, and of those after it, that a slip is likely to be of. The others are names
/// that tools have, near these.
pub(super) static FORMAT_WORDS: Words = Words {
    name: "format",
    common: &[
        "int32",
        "int64",
        "uint32",
        "uint64",
        "float",
        "double",
        "byte",
        "binary",
        "date",
        "date-time",
        "password",
        "uuid",
        "email",
        "hostname",
        "ipv4",
        "ipv6",
        "uri",
    ],
    other: &["url", "urn", "uid", "guid", "ulid", "uuid1", "uuid3", "uuid4", "uuid5", "uuid7", "data"],
};

/// `consumes` and `produces`: no media type twice.
pub(super) static MEDIA_TYPES: List = List { of: Shape::Known(&MEDIA_TYPE_WORDS), least: 0, distinct: true };

static MEDIA_TYPE_WORDS: Words = Words {
    name: "media type",
    common: &[
        "application/json",
        "application/xml",
        "application/octet-stream",
        "application/x-www-form-urlencoded",
        "application/problem+json",
        "application/pdf",
        "multipart/form-data",
        "text/plain",
        "text/html",
        "text/csv",
        "text/xml",
    ],
    other: &["application/json5", "application/jsonl", "text/css"],
};

impl Words {
    /// The known word that `word` is with one slip in it. Parameters of a media type are no part of it.
    pub(in super::super) fn meant_by(&self, word: &str) -> Option<&'static str> {
        let word = word.split(';').next().unwrap_or(word).trim();
        let is_known = |known: &&str| *known == word.to_lowercase();
        if self.common.contains(&word) || self.other.iter().any(is_known) {
            return None;
        }
        crate::diagnostic::one_slip_from(word, self.common)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_told_from_a_word_of_ones_own() {
        assert_eq!(FORMAT_WORDS.meant_by("int46"), Some("int64"));
        assert_eq!(FORMAT_WORDS.meant_by("itn64"), Some("int64"));
        assert_eq!(FORMAT_WORDS.meant_by("int62"), Some("int32"), "or `int64`");
        assert_eq!(FORMAT_WORDS.meant_by("dateTime"), Some("date-time"));
        assert_eq!(FORMAT_WORDS.meant_by("date-time"), None);
        for own in
            ["url", "uuid4", "GUID", "unixtime", "date-time-rfc1123", "decimal", "int-or-string", "char"]
        {
            assert_eq!(FORMAT_WORDS.meant_by(own), None, "{own}");
        }
    }

    #[test]
    fn a_media_type_is_looked_at_without_its_parameters() {
        assert_eq!(MEDIA_TYPE_WORDS.meant_by("application/jsn; charset=utf-8"), Some("application/json"));
        assert_eq!(MEDIA_TYPE_WORDS.meant_by("application/json; charset=utf-8"), None);
        assert_eq!(MEDIA_TYPE_WORDS.meant_by("application/hal+json"), None);
    }
}
