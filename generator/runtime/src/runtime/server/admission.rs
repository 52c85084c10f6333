//! Who is let in: before anything of a request is read but its head.

use std::sync::Arc;

use http::request::Parts;

use crate::runtime::{BoxFuture, Metadata, Principal, Scheme, SchemeUse};

use super::Rejection;
use super::authenticator::{Authenticator, Presented, Refusal};
use super::challenge::{refused, schemes, unauthorized};
use super::panic::{CatchPanic, Panicked};
use super::security::secret;

/// An [`Authenticator`] of whatever type.
pub(super) type Authenticate = dyn Fn(Presented) -> BoxFuture<Result<Principal, Refusal>> + Send + Sync;

/// Forgets the types of an authenticator.
pub(super) fn erased(authenticator: impl Authenticator) -> Arc<Authenticate> {
    let authenticator = Arc::new(authenticator);
    Arc::new(move |presented| {
        let authenticator = Arc::clone(&authenticator);
        Box::pin(async move { authenticator.authenticate(&presented).await.map(Principal::new) })
    })
}

/// The credentials that the authenticator has accepted, in the extensions of a request. Where there is
/// one, no others are handed to the handler.
#[derive(Clone)]
pub(super) struct Accepted(Arc<[(SchemeUse, Principal)]>);

impl Accepted {
    /// Whom the credential of a scheme belongs to. Nothing where it isn't accepted.
    pub(super) fn principal(&self, scheme: &Scheme) -> Option<Principal> {
        self.0.iter().find(|(wanted, _)| wanted.scheme == scheme).map(|(_, principal)| principal.clone())
    }

    fn has(&self, wanted: &SchemeUse) -> bool {
        self.0.iter().any(|(known, _)| known == wanted)
    }
}

/// Refuses a request that has all credentials of none of the alternatives.
pub(super) fn authorize(parts: &Parts, metadata: &Metadata) -> Result<(), Rejection> {
    let has = |wanted: &SchemeUse| secret(parts, wanted.scheme).is_some();
    let alternatives = metadata.security;
    if alternatives.is_empty() || alternatives.iter().any(|alternative| alternative.iter().all(has)) {
        return Ok(());
    }
    Err(unauthorized(metadata))
}

/// Asks the authenticator about every credential of a request that its operation takes.
///
/// Those that it accepts have to be all of one alternative. Where it has refused any, being let in
/// without credentials is no alternative: whose token has expired is told so.
pub(super) async fn authenticate(
    authenticate: &Authenticate,
    parts: &mut Parts,
    metadata: &'static Metadata,
) -> Result<Result<(), Rejection>, Panicked> {
    let (mut accepted, mut refusals) = (Vec::new(), Vec::new());
    for wanted in schemes(metadata) {
        let Some(secret) = secret(parts, wanted.scheme) else { continue };
        match CatchPanic(authenticate(Presented { wanted, secret, metadata })).await? {
            Ok(principal) => accepted.push((wanted, principal)),
            Err(refusal) => refusals.push((wanted, refusal)),
        }
    }
    let accepted = Accepted(accepted.into());
    let lets_in = |alternative: &[SchemeUse]| match alternative {
        [] => refusals.is_empty(),
        all => all.iter().all(|wanted| accepted.has(wanted)),
    };
    let alternatives = metadata.security;
    let admitted = alternatives.is_empty() || alternatives.iter().any(|alternative| lets_in(alternative));
    parts.extensions.insert(accepted);
    Ok(if admitted { Ok(()) } else { Err(refused(metadata, &refusals)) })
}
