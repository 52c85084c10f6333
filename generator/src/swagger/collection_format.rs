//! `collectionFormat`.

use super::fields::Fields;

/// How a list is written in text (Swagger 2.0, "Parameter Object", `collectionFormat`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum CollectionFormat {
    #[default]
    Csv,
    Ssv,
    Tsv,
    Pipes,
    Multi,
}

impl CollectionFormat {
    /// All of them, as the specification spells them.
    pub const ALL: [(&'static str, Self); 5] = [
        ("csv", Self::Csv),
        ("ssv", Self::Ssv),
        ("tsv", Self::Tsv),
        ("pipes", Self::Pipes),
        ("multi", Self::Multi),
    ];

    /// As the specification spells it.
    pub fn as_str(self) -> &'static str {
        Self::ALL.into_iter().find(|(_, format)| *format == self).map_or("csv", |(text, _)| text)
    }

    pub(super) fn read(fields: &Fields<'_, '_>) -> Option<Self> {
        let member = fields.member("collectionFormat")?;
        let known = Self::ALL.into_iter().find(|(text, _)| member.as_str() == Some(*text));
        match known {
            Some((_, format)) => Some(format),
            None => fields.ignore(&member, "one of `csv`, `ssv`, `tsv`, `pipes` and `multi`"),
        }
    }
}
