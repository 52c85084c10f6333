//! Who may call: looking for credentials before anything else of a request is read.

use http::StatusCode;
use http::header::{AUTHORIZATION, WWW_AUTHENTICATE};
use http::request::Parts;

use crate::runtime::percent::{decode, decode_form, pairs};
use crate::runtime::{Credential, Metadata, Scheme, SchemeKind, Secret, wire};

use super::Rejection;

/// What a handler is given of a request's credentials.
///
/// A [`Credential`] where there is no other way in; an `Option` of one where there is; tuples of these
/// where there are several schemes; `()` for an operation that is open to all.
pub trait Credentials: Sized + Send + 'static {
    /// Finds the credentials. Nothing where one is missing, or isn't well-formed.
    fn find(parts: &Parts) -> Option<Self>;
}

impl Credentials for () {
    fn find(_: &Parts) -> Option<Self> {
        Some(())
    }
}

impl<C: Credential> Credentials for C {
    fn find(parts: &Parts) -> Option<Self> {
        secret(parts, C::SCHEME).and_then(C::from_secret)
    }
}

impl<C: Credential> Credentials for Option<C> {
    fn find(parts: &Parts) -> Option<Self> {
        Some(C::find(parts))
    }
}

macro_rules! tuples {
    ($(($($item:ident),*))*) => {$(
        impl<$($item: Credentials),*> Credentials for ($($item,)*) {
            fn find(parts: &Parts) -> Option<Self> {
                Some(($($item::find(parts)?,)*))
            }
        }
    )*};
}

tuples!((A, B)(A, B, C)(A, B, C, D)(A, B, C, D, E)(A, B, C, D, E, F)(A, B, C, D, E, F, G)(
    A, B, C, D, E, F, G, H
)(A, B, C, D, E, F, G, H, I)(A, B, C, D, E, F, G, H, I, J)(A, B, C, D, E, F, G, H, I, J, K)(
    A, B, C, D, E, F, G, H, I, J, K, L
)(A, B, C, D, E, F, G, H, I, J, K, L, M)(A, B, C, D, E, F, G, H, I, J, K, L, M, N)(
    A, B, C, D, E, F, G, H, I, J, K, L, M, N, O
)(A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P));

/// Refuses a request that has all credentials of none of the alternatives.
pub(super) fn authorize(parts: &Parts, metadata: &Metadata) -> Result<(), Rejection> {
    let alternatives = metadata.security;
    let has = |alternative: &[crate::runtime::SchemeUse]| {
        alternative.iter().all(|wanted| secret(parts, wanted.scheme).is_some())
    };
    if alternatives.is_empty() || alternatives.iter().any(|alternative| has(alternative)) {
        return Ok(());
    }
    Err(unauthorized(metadata))
}

/// `401`, with a challenge per scheme (RFC 9110 section 11.6.1).
#[cold]
pub(super) fn unauthorized(metadata: &Metadata) -> Rejection {
    let mut schemes: Vec<&Scheme> = Vec::new();
    for wanted in metadata.security.iter().copied().flatten() {
        if !schemes.contains(&wanted.scheme) {
            schemes.push(wanted.scheme);
        }
    }
    let names: Vec<_> = schemes.iter().map(|scheme| scheme.name).collect();
    let detail = format!("This takes credentials: {}.", names.join(", "));
    schemes.iter().fold(Rejection::new(StatusCode::UNAUTHORIZED, detail), |rejection, scheme| {
        rejection.with_header(WWW_AUTHENTICATE, &challenge(scheme, metadata.document))
    })
}

/// What to send. IANA has no authentication scheme for API keys: `ApiKey` is ours, and says where the
/// key goes.
fn challenge(scheme: &Scheme, realm: &str) -> String {
    let realm = quoted(realm);
    match scheme.kind {
        SchemeKind::QueryKey(name) => format!("ApiKey realm={realm}, in=\"query\", name={}", quoted(name)),
        SchemeKind::HeaderKey(name) => format!("ApiKey realm={realm}, in=\"header\", name={}", quoted(name)),
        SchemeKind::CookieKey(name) => format!("ApiKey realm={realm}, in=\"cookie\", name={}", quoted(name)),
        SchemeKind::Basic => format!("Basic realm={realm}, charset=\"UTF-8\""),
        SchemeKind::Bearer => format!("Bearer realm={realm}"),
    }
}

/// RFC 9110 section 5.6.4, `quoted-string`.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// The credential of a scheme, as it is on the wire. An empty one is none.
fn secret(parts: &Parts, scheme: &Scheme) -> Option<Secret> {
    let text = match scheme.kind {
        SchemeKind::QueryKey(name) => pairs(parts.uri.query()?)
            .find(|(key, _)| decode_form(key).is_some_and(|key| key == name))
            .and_then(|(_, value)| decode_form(value))?
            .into_owned(),
        SchemeKind::HeaderKey(name) => parts.headers.get(name)?.to_str().ok()?.to_owned(),
        SchemeKind::CookieKey(name) => decode(wire::cookie(&parts.headers, name)?)?.into_owned(),
        SchemeKind::Basic => authorization(parts, "Basic")?,
        SchemeKind::Bearer => authorization(parts, "Bearer")?,
    };
    Some(text).filter(|text| !text.is_empty()).map(Secret::from)
}

fn authorization(parts: &Parts, scheme: &str) -> Option<String> {
    let (actual, credential) = parts.headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    actual.eq_ignore_ascii_case(scheme).then(|| credential.trim().to_owned())
}
