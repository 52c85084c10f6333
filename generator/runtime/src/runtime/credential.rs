//! Credentials as types: one newtype per security scheme, none of which prints its secret.

use super::{Principal, Scheme, Secret};

/// What lets a caller in under one security scheme.
pub trait Credential: Sized + Send + 'static {
    /// The scheme, which says where on the wire the credential goes.
    const SCHEME: &'static Scheme;

    /// What goes on the wire, without the `Basic` or `Bearer` before it.
    fn to_secret(&self) -> Secret;

    /// Reads what came over the wire. Nothing where it isn't well-formed.
    fn from_secret(secret: Secret) -> Option<Self>;

    /// Keeps whom it belongs to, for the handler that gets it.
    fn set_principal(&mut self, principal: Principal);
}

/// Implements [`Credential`] for a tuple of a [`Secret`] and a [`Principal`]: API keys and bearer tokens.
#[allow(unused_macros, reason = "an API may have no such schemes")]
macro_rules! token_credential {
    ($name:ident, $scheme:ident) => {
        impl $name {
            /// What an operation asks for that asks for this credential alone, without scopes. A compiler
            /// makes it once for all of them.
            pub const ALONE: &'static [&'static [$crate::runtime::SchemeUse]] =
                &[&[$crate::runtime::SchemeUse::of(&$scheme)]];

            /// Keeps the token from being logged.
            pub fn new(token: impl Into<$crate::runtime::Secret>) -> Self {
                Self(token.into(), $crate::runtime::Principal::default())
            }

            /// The token itself.
            pub fn reveal(&self) -> &str {
                self.0.reveal()
            }

            /// Whom the server's authenticator knows by it. Nothing without an authenticator, and where
            /// its principals are of another type.
            pub fn principal<P: std::any::Any + Send + Sync>(&self) -> Option<&P> {
                self.1.get()
            }
        }

        impl $crate::runtime::Credential for $name {
            const SCHEME: &'static $crate::runtime::Scheme = &$scheme;

            fn to_secret(&self) -> $crate::runtime::Secret {
                self.0.clone()
            }

            fn from_secret(secret: $crate::runtime::Secret) -> Option<Self> {
                Some(Self::new(secret))
            }

            fn set_principal(&mut self, principal: $crate::runtime::Principal) {
                self.1 = principal;
            }
        }
    };
}
#[allow(unused_imports, reason = "an API may have no such schemes")]
pub(crate) use token_credential;
