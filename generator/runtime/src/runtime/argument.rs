//! What a parameter can be: one scalar, an optional one, or a list.

use std::borrow::Cow;
use std::ops::Deref;

use super::{Scalar, ScalarError};

/// What a parameter can be: a [`Scalar`], an optional one, or a list of them.
pub trait Argument {
    /// Its pieces of text, before any encoding; nothing where the parameter is absent.
    fn texts(&self) -> Result<Option<ArgumentTexts<'_>>, ScalarError>;

    /// Reads the pieces of text, after any decoding; nothing where the parameter is absent.
    fn from_texts(texts: Option<&[Cow<'_, str>]>) -> Result<Self, ScalarError>
    where
        Self: Sized;
}

/// The pieces of text of a parameter. One alone needs no allocation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ArgumentTexts<'v> {
    /// The only one.
    One([Cow<'v, str>; 1]),
    /// Those of a list.
    List(Vec<Cow<'v, str>>),
}

impl<'v> Deref for ArgumentTexts<'v> {
    type Target = [Cow<'v, str>];

    fn deref(&self) -> &[Cow<'v, str>] {
        match self {
            Self::One(text) => text,
            Self::List(texts) => texts,
        }
    }
}

impl<T: Scalar> Argument for T {
    fn texts(&self) -> Result<Option<ArgumentTexts<'_>>, ScalarError> {
        Ok(Some(ArgumentTexts::One([self.text()?])))
    }

    fn from_texts(texts: Option<&[Cow<'_, str>]>) -> Result<Self, ScalarError> {
        match texts {
            Some([text]) => T::from_text(text),
            None | Some([]) => Err(MISSING),
            Some(_) => Err(ScalarError::new("is given more than once")),
        }
    }
}

impl<T: Argument> Argument for Option<T> {
    fn texts(&self) -> Result<Option<ArgumentTexts<'_>>, ScalarError> {
        self.as_ref().map_or(Ok(None), T::texts)
    }

    fn from_texts(texts: Option<&[Cow<'_, str>]>) -> Result<Self, ScalarError> {
        match texts {
            None => Ok(None),
            Some(_) => T::from_texts(texts).map(Some),
        }
    }
}

impl<T: Scalar> Argument for Vec<T> {
    fn texts(&self) -> Result<Option<ArgumentTexts<'_>>, ScalarError> {
        let texts = self.iter().map(T::text).collect::<Result<_, _>>();
        texts.map(|texts| Some(ArgumentTexts::List(texts)))
    }

    fn from_texts(texts: Option<&[Cow<'_, str>]>) -> Result<Self, ScalarError> {
        texts.ok_or(MISSING)?.iter().map(|text| T::from_text(text)).collect()
    }
}

const MISSING: ScalarError = ScalarError::new("is missing");

/// How the elements of a list are told apart (Swagger 2.0, `collectionFormat`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Separator {
    /// `a,b` (`csv`).
    Comma,
    /// `a b` (`ssv`).
    Space,
    /// `a<tab>b` (`tsv`).
    Tab,
    /// `a|b` (`pipes`).
    Pipe,
    /// The parameter is there once per element (`multi`).
    Multi,
}

impl Separator {
    /// The character, as it stands in text that isn't encoded; nothing for [`Separator::Multi`].
    pub fn character(self) -> Option<char> {
        match self {
            Self::Comma => Some(','),
            Self::Space => Some(' '),
            Self::Tab => Some('\t'),
            Self::Pipe => Some('|'),
            Self::Multi => None,
        }
    }

    /// The character, as it stands in a path or a query.
    #[cfg(feature = "client")]
    pub(crate) fn encoded(self) -> &'static str {
        match self {
            Self::Comma => ",",
            Self::Space => "%20",
            Self::Tab => "%09",
            Self::Pipe => "%7C",
            Self::Multi => "",
        }
    }
}
