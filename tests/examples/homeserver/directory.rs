//! Other names for rooms: who may give them, and take them away.

use http::StatusCode;

use super::Homeserver;
use super::database::members::{self, Membership};
use super::database::{aliases, rooms};
use super::failure::Failure;
use super::identifiers::{UserId, is_alias_of};

impl Homeserver {
    /// The ID of the room that an alias leads to.
    pub(crate) async fn room_of_alias(&self, alias: String) -> Result<String, Failure> {
        let found = self.database.run(move |db| Ok(aliases::find(db, &alias)?)).await?;
        found.map(|found| found.room_id).ok_or_else(|| Failure::not_found("The alias leads nowhere."))
    }

    /// Gives a room another name. Its members may.
    pub(crate) async fn add_alias(&self, user: UserId, alias: String, room: String) -> Result<(), Failure> {
        if !is_alias_of(&alias, &self.name) {
            return Err(Failure::invalid(format!("An alias has the form `#name:{}` here.", self.name)));
        }
        let add = self.database.run(move |db| {
            if rooms::visibility(db, &room)?.is_none() {
                return Err(Failure::not_found(format!("There is no room {room:?}.")));
            }
            if members::find(db, &room, user.as_str())? != Some(Membership::Join) {
                return Err(Failure::forbidden("You are not a member of this room."));
            }
            match aliases::insert(db, &alias, &room, user.as_str())? {
                true => Ok(()),
                false => Err(Failure::new(StatusCode::CONFLICT, "M_ROOM_IN_USE", "The alias exists.")),
            }
        });
        add.await
    }

    /// Deletes an alias. Who made it may.
    pub(crate) async fn remove_alias(&self, user: UserId, alias: String) -> Result<(), Failure> {
        let remove = self.database.run(move |db| match aliases::find(db, &alias)? {
            None => Err(Failure::not_found("The alias leads nowhere.")),
            Some(found) if found.creator != user.as_str() => {
                Err(Failure::forbidden("Somebody else made this alias."))
            }
            Some(_) => Ok(aliases::remove(db, &alias)?),
        });
        remove.await
    }
}
