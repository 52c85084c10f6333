//! A room to somebody's order, as users create them.

use serde_json::json;

use super::{NewRoom, create, invite};
use crate::homeserver::Homeserver;
use crate::homeserver::database::aliases;
use crate::homeserver::failure::Failure;
use crate::homeserver::identifiers::{UserId, is_alias_of};
use crate::homeserver::limits::{MAX_LIST, MAX_SHOWN, check_length};

/// What somebody wants a room to be like.
#[derive(Debug, Clone, Default)]
pub(crate) struct Wanted {
    pub(crate) name: Option<String>,
    pub(crate) topic: Option<String>,
    /// The localpart of its first alias.
    pub(crate) alias: Option<String>,
    /// Whom to invite at once.
    pub(crate) invite: Vec<String>,
    /// Whether anyone may enter.
    pub(crate) public: bool,
}

impl Homeserver {
    /// Creates a room with a user as its first member, and returns its ID.
    pub(crate) async fn create_room(&self, user: UserId, wanted: Wanted) -> Result<String, Failure> {
        check_length("name", wanted.name.as_deref(), MAX_SHOWN)?;
        check_length("topic", wanted.topic.as_deref(), MAX_SHOWN)?;
        if wanted.invite.len() > MAX_LIST {
            return Err(Failure::invalid(format!("`invite` may name {MAX_LIST} users at most.")));
        }
        let alias = wanted.alias.as_ref().map(|alias| self.alias(alias)).transpose()?;
        self.change_rooms(user, move |connection, actor| {
            // An empty name is none (Matrix specification, `m.room.name`).
            let name = wanted.name.as_deref().unwrap_or_default();
            let room_id = create(connection, actor, NewRoom { name, public: wanted.public })?;
            if let Some(topic) = &wanted.topic {
                actor.set_state(connection, &room_id, "m.room.topic", json!({ "topic": topic }))?;
            }
            if let Some(alias) = &alias
                && !aliases::insert(connection, alias, &room_id, actor.user_id)?
            {
                return Err(Failure::invalid(format!("{alias} leads to another room.")));
            }
            for invitee in &wanted.invite {
                invite(connection, actor, &room_id, invitee)?;
            }
            Ok(room_id)
        })
        .await
    }

    fn alias(&self, localpart: &str) -> Result<String, Failure> {
        let alias = format!("#{localpart}:{}", self.name);
        let no_alias = || Failure::invalid(format!("{alias:?} cannot be an alias."));
        if is_alias_of(&alias, &self.name) { Ok(alias) } else { Err(no_alias()) }
    }
}
