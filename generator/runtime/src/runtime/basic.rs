//! Credentials of HTTP Basic authentication (RFC 7617).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::Secret;

/// Implements [`Credential`](super::Credential) for a struct of a `username: String`, a
/// `password: Secret` and a `principal: Principal`.
#[allow(unused_macros, reason = "base64 may be needed for JSON only")]
macro_rules! basic_credential {
    ($name:ident, $scheme:ident) => {
        impl $name {
            /// What an operation asks for that asks for this credential alone, without scopes. A compiler
            /// makes it once for all of them.
            pub const ALONE: &'static [&'static [$crate::runtime::SchemeUse]] =
                &[&[$crate::runtime::SchemeUse::of(&$scheme)]];

            /// Keeps the password from being logged.
            pub fn new(username: impl Into<String>, password: impl Into<$crate::runtime::Secret>) -> Self {
                let principal = $crate::runtime::Principal::default();
                Self { username: username.into(), password: password.into(), principal }
            }

            /// Whom the server's authenticator knows by it. Nothing without an authenticator, and where
            /// its principals are of another type.
            pub fn principal<P: std::any::Any + Send + Sync>(&self) -> Option<&P> {
                self.principal.get()
            }
        }

        impl $crate::runtime::Credential for $name {
            const SCHEME: &'static $crate::runtime::Scheme = &$scheme;

            fn to_secret(&self) -> $crate::runtime::Secret {
                $crate::runtime::user_pass(&self.username, &self.password)
            }

            fn from_secret(secret: $crate::runtime::Secret) -> Option<Self> {
                let (username, password) = $crate::runtime::split_user_pass(&secret)?;
                Some(Self::new(username, password))
            }

            fn set_principal(&mut self, principal: $crate::runtime::Principal) {
                self.principal = principal;
            }
        }
    };
}
#[allow(unused_imports, reason = "base64 may be needed for JSON only")]
pub(crate) use basic_credential;

/// RFC 7617's `user-pass`, encoded.
pub fn user_pass(username: &str, password: &Secret) -> Secret {
    STANDARD.encode(format!("{username}:{}", password.reveal())).into()
}

/// Takes RFC 7617's `user-pass` apart: the first colon ends the name.
pub fn split_user_pass(encoded: &Secret) -> Option<(String, Secret)> {
    let text = String::from_utf8(STANDARD.decode(encoded.reveal()).ok()?).ok()?;
    let (username, password) = text.split_once(':')?;
    Some((username.to_owned(), password.into()))
}
