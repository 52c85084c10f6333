//! `features` of `[crate]`: which parts of the API become features of the package.

use std::str::FromStr;

use crate::diagnostic::nearest;

/// Which parts of the API are features of the package, beside those that every generated one has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Features {
    /// None: all of the API is always there.
    #[default]
    None,
    /// Each document, or each tag of one that is split.
    Documents,
}

impl Features {
    /// All of them, as the configuration has them.
    const ALL: [(&'static str, Self); 2] = [("none", Self::None), ("documents", Self::Documents)];
}

/// Text that names no [`Features`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("nothing that is called `{0}` can become features")]
pub struct UnknownFeatures(String);

impl UnknownFeatures {
    /// What to write instead.
    pub fn help(&self) -> String {
        match nearest(&self.0, Features::ALL.map(|(name, _)| name)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "write `documents`, or `none`".to_owned(),
        }
    }
}

impl FromStr for Features {
    type Err = UnknownFeatures;

    fn from_str(text: &str) -> Result<Self, UnknownFeatures> {
        let found = Self::ALL.into_iter().find(|(name, _)| *name == text);
        found.map(|(_, features)| features).ok_or_else(|| UnknownFeatures(text.to_owned()))
    }
}
