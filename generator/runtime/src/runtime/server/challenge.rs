//! Refusing for want of credentials, and saying which are wanted.

use http::StatusCode;
use http::header::WWW_AUTHENTICATE;

use crate::runtime::{Metadata, SchemeKind, SchemeUse};

use super::{Refusal, Rejection};

/// The schemes that an operation takes, each once for each set of scopes.
pub(super) fn schemes(metadata: &Metadata) -> Vec<SchemeUse> {
    let mut schemes: Vec<SchemeUse> = Vec::new();
    for wanted in metadata.security.iter().copied().flatten() {
        if !schemes.contains(wanted) {
            schemes.push(*wanted);
        }
    }
    schemes
}

/// `401` for a request without credentials, with a challenge per scheme (RFC 9110 section 11.6.1).
#[cold]
pub(super) fn unauthorized(metadata: &Metadata) -> Rejection {
    let schemes = schemes(metadata);
    let mut names: Vec<_> = schemes.iter().map(|wanted| wanted.scheme.name).collect();
    names.dedup();
    let detail = format!("This takes credentials: {}.", names.join(", "));
    let rejection = Rejection::new(StatusCode::UNAUTHORIZED, detail);
    challenged(rejection, metadata, &schemes, &[])
}

/// What is answered to credentials that were refused. The gravest reason is that of the answer.
#[cold]
pub(super) fn refused(metadata: &Metadata, refused: &[(SchemeUse, Refusal)]) -> Rejection {
    let new = Rejection::new;
    match refused.iter().map(|(_, refusal)| *refusal).max() {
        None => unauthorized(metadata),
        Some(Refusal::Unknown) => {
            let rejection = new(StatusCode::UNAUTHORIZED, "The credentials are not known.");
            challenged(rejection, metadata, &schemes(metadata), refused)
        }
        Some(Refusal::InsufficientScope) => {
            let rejection = new(StatusCode::FORBIDDEN, "The credentials are not enough for this.");
            let enough: Vec<_> = schemes(metadata).into_iter().filter(is_bearer).collect();
            challenged(rejection, metadata, &enough, refused)
        }
        Some(Refusal::Unavailable) => {
            new(StatusCode::SERVICE_UNAVAILABLE, "The credentials can't be checked now.")
        }
    }
}

fn is_bearer(wanted: &SchemeUse) -> bool {
    wanted.scheme.kind == SchemeKind::Bearer
}

fn challenged(
    rejection: Rejection,
    metadata: &Metadata,
    schemes: &[SchemeUse],
    refused: &[(SchemeUse, Refusal)],
) -> Rejection {
    schemes.iter().fold(rejection, |rejection, wanted| {
        let refusal = refused.iter().find(|(known, _)| known == wanted).map(|(_, refusal)| *refusal);
        rejection.with_header(WWW_AUTHENTICATE, &challenge(wanted, metadata.document, refusal))
    })
}

/// What to send. IANA has no authentication scheme for API keys: `ApiKey` is ours, and says where the
/// key goes.
fn challenge(wanted: &SchemeUse, realm: &str, refusal: Option<Refusal>) -> String {
    let realm = quoted(realm);
    let key = |place, name| format!("ApiKey realm={realm}, in=\"{place}\", name={}", quoted(name));
    match wanted.scheme.kind {
        SchemeKind::QueryKey(name) => key("query", name),
        SchemeKind::HeaderKey(name) => key("header", name),
        SchemeKind::CookieKey(name) => key("cookie", name),
        SchemeKind::Basic => format!("Basic realm={realm}, charset=\"UTF-8\""),
        SchemeKind::Bearer => bearer(&realm, wanted.scopes, refusal),
    }
}

/// RFC 6750 section 3.
fn bearer(realm: &str, scopes: &[&str], refusal: Option<Refusal>) -> String {
    let mut challenge = format!("Bearer realm={realm}");
    if !scopes.is_empty() {
        challenge.push_str(&format!(", scope={}", quoted(&scopes.join(" "))));
    }
    match refusal {
        Some(Refusal::Unknown) => challenge.push_str(", error=\"invalid_token\""),
        Some(Refusal::InsufficientScope) => challenge.push_str(", error=\"insufficient_scope\""),
        Some(Refusal::Unavailable) | None => {}
    }
    challenge
}

/// RFC 9110 section 5.6.4, `quoted-string`. What no header can hold becomes `?`.
fn quoted(text: &str) -> String {
    let visible = |c: char| if c == ' ' || c.is_ascii_graphic() { c } else { '?' };
    let text: String = text.chars().map(visible).collect();
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
