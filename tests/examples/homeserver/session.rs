//! Logging in, and knowing who calls.

use std::net::IpAddr;
use std::time::Instant;

use sha2::{Digest, Sha256};

use super::Homeserver;
use super::database::users;
use super::failure::Failure;
use super::identifiers::{UserId, random_text};

/// A session that was just opened.
#[derive(Debug)]
pub(crate) struct Session {
    pub(crate) user_id: UserId,
    pub(crate) access_token: String,
}

impl Homeserver {
    /// Opens a session, if the password is right and there were not too many attempts from this address.
    pub(crate) async fn log_in(
        &self,
        username: &str,
        password: String,
        from: Option<IpAddr>,
    ) -> Result<Session, Failure> {
        // One answer for every reason, so that nobody can find out which accounts exist.
        let refused = || Failure::forbidden("The user name or the password is wrong.");
        let user_id = UserId::for_login(username, &self.name).ok_or_else(refused)?;
        self.logins.admit((user_id.clone(), from), Instant::now()).map_err(Failure::rate_limited)?;
        if !self.password_is_right(&user_id, password).await? {
            return Err(refused());
        }
        self.open_session(user_id).await
    }

    /// Creates an account.
    pub(crate) async fn register(&self, user_id: &UserId, password: String) -> Result<(), Failure> {
        let hash = self.passwords.hash(password).await?;
        let user_id = user_id.clone();
        self.database.run(move |db| Ok(users::insert(db, user_id.as_str(), Some(&hash))?)).await
    }

    /// Whose token this is.
    pub(crate) async fn caller(&self, access_token: &str) -> Result<UserId, Failure> {
        let hash = Sha256::digest(access_token);
        let owner = self.database.run(move |db| Ok(users::token_owner(db, &hash)?)).await?;
        owner.as_deref().and_then(UserId::parse).ok_or_else(Failure::unknown_token)
    }

    /// The caller, who must be `owner`: what belongs to others cannot be changed.
    pub(crate) async fn caller_as(&self, access_token: &str, owner: &str) -> Result<UserId, Failure> {
        let caller = self.caller(access_token).await?;
        if caller.as_str() != owner {
            return Err(Failure::forbidden(format!("You are {caller} and cannot act for {owner:?}.")));
        }
        Ok(caller)
    }

    async fn password_is_right(&self, user_id: &UserId, password: String) -> Result<bool, Failure> {
        let user_id = user_id.clone();
        let stored = self.database.run(move |db| Ok(users::password_hash(db, user_id.as_str())?)).await?;
        self.passwords.verify(password, stored).await
    }

    async fn open_session(&self, user_id: UserId) -> Result<Session, Failure> {
        let access_token = random_text(43);
        let hash = Sha256::digest(&access_token);
        let owner = user_id.clone();
        self.database.run(move |db| Ok(users::insert_token(db, &hash, owner.as_str())?)).await?;
        Ok(Session { user_id, access_token })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn with_alice() -> Result<Homeserver, Failure> {
        let homeserver = Homeserver::in_memory("localhost")?;
        let alice = UserId::for_login("alice", "localhost").ok_or_else(Failure::unknown_token)?;
        homeserver.register(&alice, "ilovebananas".into()).await?;
        Ok(homeserver)
    }

    fn status<T>(result: Result<T, Failure>) -> Option<u16> {
        result.err().map(|failure| failure.status.as_u16())
    }

    #[tokio::test]
    async fn a_token_names_its_owner_and_nobody_else() -> Result<(), Failure> {
        let homeserver = with_alice().await?;
        for name in ["alice", "@alice:localhost"] {
            let session = homeserver.log_in(name, "ilovebananas".into(), None).await?;
            assert_eq!(session.user_id.as_str(), "@alice:localhost");
            assert_eq!(homeserver.caller(&session.access_token).await?, session.user_id);
            assert_eq!(
                status(homeserver.caller_as(&session.access_token, "@bob:localhost").await),
                Some(403)
            );
        }
        assert_eq!(status(homeserver.caller("guessed").await), Some(401));
        Ok(())
    }

    #[tokio::test]
    async fn an_unknown_account_and_a_wrong_password_look_the_same() -> Result<(), Failure> {
        let homeserver = with_alice().await?;
        let wrong = homeserver.log_in("alice", "guess".into(), None).await.err();
        let unknown = homeserver.log_in("nobody", "guess".into(), None).await.err();
        let elsewhere = homeserver.log_in("@alice:elsewhere.org", "ilovebananas".into(), None).await.err();
        assert_eq!(wrong.as_ref().map(|failure| failure.status.as_u16()), Some(403));
        assert_eq!(wrong, unknown);
        assert_eq!(wrong, elsewhere);
        Ok(())
    }

    #[tokio::test]
    async fn too_many_attempts_are_refused_per_user_and_address() -> Result<(), Failure> {
        let homeserver = with_alice().await?;
        let (home, office) = ("192.0.2.1".parse().ok(), "192.0.2.2".parse().ok());
        for _ in 0..super::super::LOGINS.burst {
            assert_eq!(status(homeserver.log_in("alice", "guess".into(), home).await), Some(403));
        }
        assert_eq!(status(homeserver.log_in("alice", "ilovebananas".into(), home).await), Some(429));
        assert_eq!(status(homeserver.log_in("alice", "ilovebananas".into(), office).await), None);
        Ok(())
    }
}
