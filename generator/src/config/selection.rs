//! Which operations of a document are generated.

use std::fmt;
use std::str::FromStr;

use glob::{MatchOptions, Pattern};

use crate::api::Method;

/// `tags`, `include` and `exclude` of a document, all of which an operation has to pass.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Selection {
    /// Where there are any, only operations that have one of these tags are generated.
    pub tags: Vec<Selector>,
    /// Where there are any, only operations that one of these selects are generated.
    pub include: Vec<Selector>,
    /// Operations that one of these selects are not.
    pub exclude: Vec<Selector>,
}

/// What a selector looks at in an operation.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    /// Its method.
    pub method: Method,
    /// Its path template, as written.
    pub path: &'a str,
    /// Its `operationId`.
    pub id: Option<&'a str>,
    /// Its `tags`.
    pub tags: &'a [String],
}

/// One way to name operations.
#[derive(Debug, Clone, PartialEq)]
pub enum Selector {
    /// `POST /login`, `/admin/**`: by path, and by method where there is one.
    Path(Option<Method>, Pattern),
    /// `tag:admin`: by tag.
    Tag(String),
    /// `getUser`, `get*`: by `operationId`.
    Id(Pattern),
}

impl Selection {
    /// Whether the operation is generated.
    pub fn selects(&self, operation: Candidate<'_>) -> bool {
        let any = |selectors: &[Selector]| selectors.iter().any(|selector| selector.matches(operation));
        let wanted = |selectors: &[Selector]| selectors.is_empty() || any(selectors);
        wanted(&self.tags) && wanted(&self.include) && !any(&self.exclude)
    }

    /// All that is selected by.
    pub fn selectors(&self) -> impl Iterator<Item = &Selector> {
        self.tags.iter().chain(&self.include).chain(&self.exclude)
    }
}

impl Selector {
    /// Whether it names this operation.
    pub fn matches(&self, operation: Candidate<'_>) -> bool {
        match self {
            Self::Path(method, pattern) => {
                let options = MatchOptions { require_literal_separator: true, ..MatchOptions::new() };
                method.is_none_or(|method| method == operation.method)
                    && pattern.matches_with(operation.path, options)
            }
            Self::Tag(tag) => operation.tags.contains(tag),
            Self::Id(pattern) => operation.id.is_some_and(|id| pattern.matches(id)),
        }
    }
}

impl fmt::Display for Selector {
    /// As the configuration has it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path(Some(method), pattern) => write!(f, "{} {pattern}", method.key().to_uppercase()),
            Self::Path(None, pattern) | Self::Id(pattern) => pattern.fmt(f),
            Self::Tag(tag) => write!(f, "tag:{tag}"),
        }
    }
}

/// Text that is no [`Selector`], and why.
#[derive(Debug, Clone, PartialEq)]
pub struct SelectorError(String);

impl fmt::Display for SelectorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for SelectorError {}

impl FromStr for Selector {
    type Err = SelectorError;

    fn from_str(text: &str) -> Result<Self, SelectorError> {
        if let Some(tag) = text.strip_prefix("tag:") {
            return Ok(Self::Tag(tag.to_owned()));
        }
        let glob = |text: &str| Pattern::new(text).map_err(|fault| SelectorError(fault.msg.to_owned()));
        match text.split_once(' ') {
            Some((method, path)) => {
                let key = method.to_ascii_lowercase();
                let method = Method::ALL.into_iter().find(|(name, _)| *name == key);
                let (_, method) = method.ok_or_else(|| SelectorError(format!("no method `{key}`")))?;
                Ok(Self::Path(Some(method), glob(path.trim())?))
            }
            None if text.starts_with('/') => Ok(Self::Path(None, glob(text)?)),
            None => Ok(Self::Id(glob(text)?)),
        }
    }
}
