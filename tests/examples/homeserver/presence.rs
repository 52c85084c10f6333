//! Who is around, and who wants to know.

use super::Homeserver;
use super::clock;
use super::database::presence::{self, Presence};
use super::database::users;
use super::failure::Failure;
use super::identifiers::UserId;
use super::limits::{MAX_LIST, MAX_SHOWN, check_length};

impl Homeserver {
    /// What a user published last.
    pub(crate) async fn presence(&self, user_id: String) -> Result<Presence, Failure> {
        let found = self.database.run(move |db| Ok(presence::find(db, &user_id)?)).await?;
        found.ok_or_else(|| Failure::not_found("Nothing is known about the presence of this user."))
    }

    /// Publishes the presence of a user, who is active at this moment.
    pub(crate) async fn publish_presence(
        &self,
        user: UserId,
        state: String,
        status_msg: Option<String>,
    ) -> Result<(), Failure> {
        check_length("status_msg", status_msg.as_deref(), MAX_SHOWN)?;
        let user_id = user.to_string();
        let presence = Presence { user_id, state, status_msg, last_active: clock::now() };
        self.database.run(move |db| Ok(presence::set(db, &presence)?)).await
    }

    /// The presence of those whom a user follows.
    pub(crate) async fn followed(&self, owner: String) -> Result<Vec<Presence>, Failure> {
        self.database.run(move |db| Ok(presence::of_followed(db, &owner)?)).await
    }

    /// Changes whom a user follows.
    pub(crate) async fn change_followed(
        &self,
        owner: UserId,
        added: Vec<String>,
        removed: Vec<String>,
    ) -> Result<(), Failure> {
        if added.len() + removed.len() > MAX_LIST {
            return Err(Failure::invalid(format!("One change may name at most {MAX_LIST} users.")));
        }
        let change = self.database.run(move |db| {
            for followed in added {
                if !users::exists(db, &followed)? {
                    return Err(Failure::invalid(format!("There is no user {followed:?}.")));
                }
                presence::follow(db, owner.as_str(), &followed)?;
            }
            for followed in removed {
                presence::unfollow(db, owner.as_str(), &followed)?;
            }
            Ok(())
        });
        change.await
    }
}

impl Presence {
    /// The name of the event that tells of this. It changes with what it tells.
    pub(crate) fn event_id(&self) -> String {
        format!("${}-{}", self.last_active, self.user_id.trim_start_matches('@'))
    }

    /// How many milliseconds ago the user was active.
    pub(crate) fn age(&self, now: i64) -> i64 {
        now.saturating_sub(self.last_active).max(0)
    }
}
