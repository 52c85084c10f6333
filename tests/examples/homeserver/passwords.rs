//! Password hashes: argon2, off the threads that serve requests, and never more at once than there are cores.

use std::sync::Arc;
use std::thread::available_parallelism;

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use tokio::sync::Semaphore;

use super::failure::Failure;

/// Hashes and checks passwords.
#[derive(Debug, Clone)]
pub(crate) struct Passwords {
    /// Each hash takes 19 MiB and a core: without a limit, logging in would be a way to stop the server.
    slots: Arc<Semaphore>,
    /// The hash of no password. Checking against it makes an unknown account take as long as a known one.
    decoy: Arc<str>,
}

impl Passwords {
    pub(crate) fn new() -> Result<Self, Failure> {
        let slots = available_parallelism().map_or(1, usize::from);
        let decoy = hash(&super::identifiers::random_text(32))?;
        Ok(Self { slots: Arc::new(Semaphore::new(slots)), decoy: decoy.into() })
    }

    /// The text to store for `password`: algorithm, cost, salt and hash in one, in PHC format.
    pub(crate) async fn hash(&self, password: String) -> Result<String, Failure> {
        self.on_a_worker(move || hash(&password)).await?
    }

    /// Whether `password` is the one that `stored` was made from. An account without a password has none.
    pub(crate) async fn verify(&self, password: String, stored: Option<String>) -> Result<bool, Failure> {
        let decoy = self.decoy.clone();
        self.on_a_worker(move || {
            let exists = stored.is_some();
            let matches = matches(&password, stored.as_deref().unwrap_or(&decoy))?;
            Ok(exists && matches)
        })
        .await?
    }

    async fn on_a_worker<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Failure> {
        let slot = self.slots.clone().acquire_owned().await.map_err(Failure::internal)?;
        let worker = tokio::task::spawn_blocking(move || {
            // Kept here and not by the caller, who may stop waiting while the work goes on.
            let _slot = slot;
            work()
        });
        worker.await.map_err(Failure::internal)
    }
}

fn hash(password: &str) -> Result<String, Failure> {
    let hash = Argon2::default().hash_password(password.as_bytes()).map_err(Failure::internal)?;
    Ok(hash.to_string())
}

fn matches(password: &str, stored: &str) -> Result<bool, Failure> {
    let stored = PasswordHash::new(stored).map_err(Failure::internal)?;
    Ok(Argon2::default().verify_password(password.as_bytes(), &stored).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_right_password_of_an_existing_account_is_accepted() -> Result<(), Failure> {
        let passwords = Passwords::new()?;
        let stored = passwords.hash("ilovebananas".into()).await?;
        assert!(stored.starts_with("$argon2id$"), "{stored}");
        assert!(passwords.verify("ilovebananas".into(), Some(stored.clone())).await?);
        assert!(!passwords.verify("ilovebanana".into(), Some(stored)).await?);
        assert!(!passwords.verify("ilovebananas".into(), None).await?);
        Ok(())
    }
}
