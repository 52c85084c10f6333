//! Credentials as types: one newtype per security scheme, none of which prints its secret.

use super::{Scheme, Secret};

/// What lets a caller in under one security scheme.
pub trait Credential: Sized + Send + 'static {
    /// The scheme, which says where on the wire the credential goes.
    const SCHEME: &'static Scheme;

    /// What goes on the wire, without the `Basic` or `Bearer` before it.
    fn to_secret(&self) -> Secret;

    /// Reads what came over the wire. Nothing where it isn't well-formed.
    fn from_secret(secret: Secret) -> Option<Self>;
}

/// Implements [`Credential`] for a newtype over [`Secret`]: API keys and bearer tokens.
#[allow(unused_macros, reason = "an API may have no such schemes")]
macro_rules! token_credential {
    ($name:ident, $scheme:ident) => {
        impl $name {
            /// Keeps the token from being logged.
            pub fn new(token: impl Into<$crate::runtime::Secret>) -> Self {
                Self(token.into())
            }

            /// The token itself.
            pub fn reveal(&self) -> &str {
                self.0.reveal()
            }
        }

        impl $crate::runtime::Credential for $name {
            const SCHEME: &'static $crate::runtime::Scheme = &$scheme;

            fn to_secret(&self) -> $crate::runtime::Secret {
                self.0.clone()
            }

            fn from_secret(secret: $crate::runtime::Secret) -> Option<Self> {
                Some(Self(secret))
            }
        }
    };
}
#[allow(unused_imports, reason = "an API may have no such schemes")]
pub(crate) use token_credential;
