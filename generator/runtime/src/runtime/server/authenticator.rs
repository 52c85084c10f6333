//! The server's own idea of who is who.

use std::any::Any;

use crate::runtime::{Credential, Metadata, Scheme, SchemeUse, Secret};

/// Turns the credentials of requests into principals of the server's own.
///
/// [`Service::with_authenticator`](super::Service::with_authenticator) installs it. It is asked for each
/// credential that a request has and its operation takes, before the body is read. What it lets in is
/// what the handler gets, with the principal in it: `access_token.principal::<User>()`. What it refuses,
/// the handler never sees.
pub trait Authenticator: Send + Sync + 'static {
    /// Whom credentials belong to.
    type Principal: Any + Send + Sync;

    /// Says whom a credential belongs to, or refuses it. Scopes of OAuth 2 that the operation asks for
    /// are [`Presented::scopes`], and checking them is part of the job.
    fn authenticate(
        &self,
        presented: &Presented,
    ) -> impl Future<Output = Result<Self::Principal, Refusal>> + Send;
}

/// A credential that a request has, and what it is for.
#[derive(Debug, Clone)]
pub struct Presented {
    pub(super) wanted: SchemeUse,
    pub(super) secret: Secret,
    pub(super) metadata: &'static Metadata,
}

impl Presented {
    /// Reads it as the credential of a scheme. Nothing where it is of another scheme, or not well-formed.
    pub fn read<C: Credential>(&self) -> Option<C> {
        if self.wanted.scheme == C::SCHEME { C::from_secret(self.secret.clone()) } else { None }
    }

    /// As it is on the wire, without the `Basic` or `Bearer` before it.
    pub fn secret(&self) -> &Secret {
        &self.secret
    }

    /// The scheme under which it came.
    pub fn scheme(&self) -> &'static Scheme {
        self.wanted.scheme
    }

    /// The OAuth 2 scopes that the operation asks for.
    pub fn scopes(&self) -> &'static [&'static str] {
        self.wanted.scopes
    }

    /// The operation that is called.
    pub fn metadata(&self) -> &'static Metadata {
        self.metadata
    }
}

/// Why a credential doesn't let its caller in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Refusal {
    /// `401`: nobody is known by it, or not any more (RFC 6750 section 3.1, `invalid_token`).
    Unknown,
    /// `403`: whom it belongs to may not do this (RFC 6750 section 3.1, `insufficient_scope`).
    InsufficientScope,
    /// `503`: it can't be told now.
    Unavailable,
}
