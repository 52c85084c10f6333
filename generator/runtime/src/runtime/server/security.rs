//! Finding the credentials of a request.

use http::header::AUTHORIZATION;
use http::request::Parts;

use crate::runtime::percent::{decode, decode_form, pairs};
use crate::runtime::{Credential, Scheme, SchemeKind, Secret, wire};

use super::admission::Accepted;

/// What a handler is given of a request's credentials.
///
/// A [`Credential`] where there is no other way in; an `Option` of one where there is; tuples of these
/// where there are several schemes; `()` for an operation that is open to all.
pub trait Credentials: Sized + Send + 'static {
    /// Finds the credentials. Nothing where one is missing, isn't well-formed, or was refused by the
    /// service's [`Authenticator`](super::Authenticator).
    fn find(parts: &Parts) -> Option<Self>;
}

impl Credentials for () {
    fn find(_: &Parts) -> Option<Self> {
        Some(())
    }
}

impl<C: Credential> Credentials for C {
    fn find(parts: &Parts) -> Option<Self> {
        let mut credential = C::from_secret(secret(parts, C::SCHEME)?)?;
        if let Some(accepted) = parts.extensions.get::<Accepted>() {
            credential.set_principal(accepted.principal(C::SCHEME)?);
        }
        Some(credential)
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

/// The credential of a scheme, as it is on the wire. An empty one is none.
pub(super) fn secret(parts: &Parts, scheme: &Scheme) -> Option<Secret> {
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
