//! Whom a credential belongs to.

use std::any::Any;
use std::fmt;
use std::sync::Arc;

/// Whom a credential belongs to: what the server's `Authenticator` has made of it.
///
/// It rides in the credentials that a handler gets. There is none on a client, and none on a server
/// without an authenticator.
#[derive(Clone, Default)]
pub struct Principal(Option<Arc<dyn Any + Send + Sync>>);

impl Principal {
    /// Any type of the server's own.
    pub fn new<P: Any + Send + Sync>(principal: P) -> Self {
        Self(Some(Arc::new(principal)))
    }

    /// The principal, where it is a `P`.
    pub fn get<P: Any + Send + Sync>(&self) -> Option<&P> {
        self.0.as_ref()?.downcast_ref()
    }
}

/// All are equal, so that two credentials are equal where their secrets are.
impl PartialEq for Principal {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Principal {}

/// Not the principal itself: it may hold what nobody should log.
impl fmt::Debug for Principal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "known" } else { "unknown" })
    }
}
