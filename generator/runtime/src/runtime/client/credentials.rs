//! Where a client's credentials come from, and how they get into a request.

use std::future::ready;

use http::header::AUTHORIZATION;
use http::{HeaderName, HeaderValue, Request, Uri, header::COOKIE};

use crate::runtime::percent::push_encoded;
use crate::runtime::{
    Body, BoxFuture, Credential, EncodeError, Location, Metadata, Scheme, SchemeKind, SchemeUse, Secret, wire,
};

use super::{CredentialsError, pending::Failure};

/// Where a client's credentials come from. It is asked once per scheme that an operation takes, and
/// never for an operation that is open to all.
pub trait CredentialSource: Send + Sync + 'static {
    /// The credential for the scheme, as [`Credential::to_secret`] gives it; nothing where there is
    /// none, which leaves it to the server to refuse.
    fn credential(&self, wanted: SchemeUse) -> BoxFuture<Result<Option<Secret>, CredentialsError>>;

    /// Another credential in the place of one that the server has refused with `401`; nothing where
    /// there is no other. It is asked once per call, and not if the request can't be sent again.
    fn renew(
        &self,
        wanted: SchemeUse,
        refused: Secret,
    ) -> BoxFuture<Result<Option<Secret>, CredentialsError>> {
        let _ = (wanted, refused);
        Box::pin(ready(Ok(None)))
    }
}

/// Credentials that don't change.
#[derive(Debug, Clone, Default)]
pub struct StaticCredentials(Vec<(Scheme, Secret)>);

impl StaticCredentials {
    /// No credentials yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a credential, or puts it in the place of an earlier one of its scheme.
    pub fn with<C: Credential>(mut self, credential: &C) -> Self {
        self.0.retain(|(scheme, _)| scheme != C::SCHEME);
        self.0.push((*C::SCHEME, credential.to_secret()));
        self
    }

    fn get(&self, scheme: &Scheme) -> Option<Secret> {
        self.0.iter().find(|(known, _)| known == scheme).map(|(_, secret)| secret.clone())
    }
}

impl CredentialSource for StaticCredentials {
    fn credential(&self, wanted: SchemeUse) -> BoxFuture<Result<Option<Secret>, CredentialsError>> {
        Box::pin(ready(Ok(self.get(wanted.scheme))))
    }
}

/// The credentials that a request was sent with.
pub(super) struct Applied(Vec<(SchemeUse, Secret)>);

/// Applies the first alternative for which there are all credentials.
pub(super) async fn authorize(
    request: &mut Request<Body>,
    metadata: &'static Metadata,
    source: &dyn CredentialSource,
) -> Result<Applied, Failure> {
    for alternative in metadata.security {
        if let Some(secrets) = secrets(alternative, source).await.map_err(Failure::Credentials)? {
            let applied = Applied(alternative.iter().copied().zip(secrets).collect());
            return applied.put_into(request).map(|()| applied);
        }
    }
    Ok(Applied(Vec::new()))
}

impl Applied {
    /// Applies others in the place of those that the server has refused. `false` where there are none.
    pub(super) async fn renew(
        mut self,
        request: &mut Request<Body>,
        source: &dyn CredentialSource,
    ) -> Result<bool, Failure> {
        let mut renewed = false;
        for (wanted, secret) in &mut self.0 {
            let other = source.renew(*wanted, secret.clone()).await.map_err(Failure::Credentials)?;
            if let Some(other) = other.filter(|other| other != secret) {
                (*secret, renewed) = (other, true);
            }
        }
        self.put_into(request)?;
        Ok(renewed)
    }

    fn put_into(&self, request: &mut Request<Body>) -> Result<(), Failure> {
        self.0
            .iter()
            .try_for_each(|(wanted, secret)| apply(request, wanted.scheme, secret).map_err(Failure::Encode))
    }
}

async fn secrets(
    alternative: &'static [SchemeUse],
    source: &dyn CredentialSource,
) -> Result<Option<Vec<Secret>>, CredentialsError> {
    let mut secrets = Vec::with_capacity(alternative.len());
    for wanted in alternative {
        match source.credential(*wanted).await? {
            Some(secret) => secrets.push(secret),
            None => return Ok(None),
        }
    }
    Ok(Some(secrets))
}

/// Puts a credential where its scheme says.
fn apply(request: &mut Request<Body>, scheme: &Scheme, secret: &Secret) -> Result<(), EncodeError> {
    match scheme.kind {
        SchemeKind::QueryKey(name) => apply_query(request, name, secret),
        SchemeKind::HeaderKey(name) => apply_header(request, name, secret.reveal().to_owned()),
        SchemeKind::CookieKey(name) => apply_cookie(request, name, secret),
        SchemeKind::Basic => {
            apply_header(request, AUTHORIZATION.as_str(), format!("Basic {}", secret.reveal()))
        }
        SchemeKind::Bearer => {
            apply_header(request, AUTHORIZATION.as_str(), format!("Bearer {}", secret.reveal()))
        }
    }
}

fn apply_query(request: &mut Request<Body>, name: &str, secret: &Secret) -> Result<(), EncodeError> {
    let mut uri = request.uri().path().to_owned();
    uri.push('?');
    if let Some(query) = request.uri().query() {
        uri.push_str(query);
        uri.push('&');
    }
    push_encoded(&mut uri, name);
    uri.push('=');
    push_encoded(&mut uri, secret.reveal());
    *request.uri_mut() =
        Uri::try_from(uri).map_err(|error| EncodeError::new(Location::Query, name, error))?;
    Ok(())
}

fn apply_header(request: &mut Request<Body>, name: &str, text: String) -> Result<(), EncodeError> {
    let failed = |reason: &dyn std::fmt::Display| EncodeError::new(Location::Header, name, reason);
    let key = HeaderName::from_bytes(name.as_bytes()).map_err(|error| failed(&error))?;
    let mut value = HeaderValue::try_from(text).map_err(|error| failed(&error))?;
    value.set_sensitive(true);
    request.headers_mut().insert(key, value);
    Ok(())
}

fn apply_cookie(request: &mut Request<Body>, name: &str, secret: &Secret) -> Result<(), EncodeError> {
    let mut pair = format!("{name}=");
    push_encoded(&mut pair, secret.reveal());
    let mut value = wire::with_cookie(request.headers(), &pair)
        .map_err(|reason| EncodeError::new(Location::Cookie, name, reason))?;
    value.set_sensitive(true);
    request.headers_mut().insert(COOKIE, value);
    Ok(())
}
