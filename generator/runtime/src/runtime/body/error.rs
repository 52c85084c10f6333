//! Why the bytes of a body didn't arrive.

use std::fmt;

use crate::runtime::BoxError;

/// Why the bytes of a body didn't arrive.
#[derive(Debug)]
#[non_exhaustive]
pub enum BodyError {
    /// There were more bytes than the reader allows.
    TooLarge {
        /// How many it allows.
        limit: usize,
    },
    /// The other side, or the connection to it, failed.
    Broken(BoxError),
}

impl BodyError {
    /// Wraps what a stream failed with. A [`BodyError`] stays what it is.
    pub fn new(error: impl Into<BoxError>) -> Self {
        match error.into().downcast::<Self>() {
            Ok(error) => *error,
            Err(error) => Self::Broken(error),
        }
    }
}

impl BodyError {
    /// Whether the next bytes took too long.
    pub fn is_timeout(&self) -> bool {
        match self {
            Self::TooLarge { .. } => false,
            Self::Broken(source) => source
                .downcast_ref::<std::io::Error>()
                .is_some_and(|error| error.kind() == std::io::ErrorKind::TimedOut),
        }
    }
}

impl fmt::Display for BodyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { limit } => write!(f, "the body has more than {limit} bytes"),
            Self::Broken(_) => f.write_str("the body broke off"),
        }
    }
}

impl std::error::Error for BodyError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::TooLarge { .. } => None,
            Self::Broken(source) => Some(&**source),
        }
    }
}
