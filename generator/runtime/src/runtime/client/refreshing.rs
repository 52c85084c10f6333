//! Credentials that are renewed when the server refuses them.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tokio::sync::Mutex;

use crate::runtime::{BoxFuture, Credential, Scheme, SchemeUse, Secret};

use super::{CredentialSource, CredentialsError, StaticCredentials};

/// The credential of one scheme, got when it is first needed and again when the server answers `401`.
///
/// It is got once for all calls that are under way: they wait for the first of them. If getting it
/// fails, so do they, and the next call tries again.
#[derive(Clone)]
pub struct Refreshing {
    scheme: &'static Scheme,
    kept: Arc<Kept>,
    others: Arc<dyn CredentialSource>,
}

struct Kept {
    get: Box<dyn Fn(Option<Secret>) -> Got + Send + Sync>,
    current: Mutex<Option<Secret>>,
    /// How often getting one has ended, well or not.
    times: AtomicU64,
}

type Got = BoxFuture<Result<Secret, CredentialsError>>;

impl Refreshing {
    /// Begins with a credential, or with none. `get` is called with the one that was refused. What it
    /// calls in turn must not take its credentials from here.
    pub fn new<C, F, R>(first: Option<C>, get: F) -> Self
    where
        C: Credential,
        F: Fn(Option<C>) -> R + Send + Sync + 'static,
        R: Future<Output = Result<C, CredentialsError>> + Send + 'static,
    {
        let get = move |refused: Option<Secret>| -> Got {
            let credential = get(refused.and_then(C::from_secret));
            Box::pin(async move { Ok(credential.await?.to_secret()) })
        };
        let current = Mutex::new(first.map(|credential| credential.to_secret()));
        let kept = Kept { get: Box::new(get), current, times: AtomicU64::new(0) };
        Self { scheme: C::SCHEME, kept: Arc::new(kept), others: Arc::new(StaticCredentials::new()) }
    }

    /// Takes the credentials of all other schemes from another source.
    #[must_use]
    pub fn otherwise(mut self, others: impl CredentialSource) -> Self {
        self.others = Arc::new(others);
        self
    }

    fn other_than(&self, refused: Option<Secret>) -> BoxFuture<Result<Option<Secret>, CredentialsError>> {
        let kept = Arc::clone(&self.kept);
        Box::pin(async move { kept.other_than(refused).await.map(Some) })
    }
}

impl CredentialSource for Refreshing {
    fn credential(&self, wanted: SchemeUse) -> BoxFuture<Result<Option<Secret>, CredentialsError>> {
        if wanted.scheme == self.scheme { self.other_than(None) } else { self.others.credential(wanted) }
    }

    fn renew(
        &self,
        wanted: SchemeUse,
        refused: Secret,
    ) -> BoxFuture<Result<Option<Secret>, CredentialsError>> {
        if wanted.scheme == self.scheme {
            self.other_than(Some(refused))
        } else {
            self.others.renew(wanted, refused)
        }
    }
}

impl Kept {
    /// A credential other than the one that was refused.
    async fn other_than(&self, refused: Option<Secret>) -> Result<Secret, CredentialsError> {
        let times = self.times.load(Ordering::Acquire);
        let mut current = self.current.lock().await;
        match current.as_ref() {
            Some(secret) if refused.as_ref() != Some(secret) => return Ok(secret.clone()),
            // Somebody has tried while this call was waiting.
            _ if self.times.load(Ordering::Acquire) != times => {
                return Err(CredentialsError::new("getting them has just failed"));
            }
            _ => {}
        }
        let got = (self.get)(current.clone()).await;
        self.times.fetch_add(1, Ordering::Release);
        let secret = got?;
        *current = Some(secret.clone());
        Ok(secret)
    }
}

impl fmt::Debug for Refreshing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Refreshing({})", self.scheme.name)
    }
}
