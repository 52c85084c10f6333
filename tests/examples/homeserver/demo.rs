//! What an empty server starts with: a user, a room to enter, and a room that stays closed.

use super::Homeserver;
use super::database::{aliases, users};
use super::failure::Failure;
use super::identifiers::{UserId, random_text};
use super::rooms::{self, Actor, NewRoom};

/// The user that was registered when the server first started.
#[derive(Debug)]
pub(crate) struct DemoUser {
    pub(crate) user_id: UserId,
    pub(crate) password: String,
}

impl Homeserver {
    /// Fills an empty server. `None` if it is not empty: it was started before.
    pub(crate) async fn prepare_demo(&self, password: Option<String>) -> Result<Option<DemoUser>, Failure> {
        if !self.database.run(|db| Ok(users::are_none(db)?)).await? {
            return Ok(None);
        }
        let user_id = self.user_id("demo")?;
        let password = password.unwrap_or_else(|| random_text(16));
        self.register(&user_id, password.clone()).await?;
        self.create_demo_rooms().await?;
        Ok(Some(DemoUser { user_id, password }))
    }

    async fn create_demo_rooms(&self) -> Result<(), Failure> {
        let server = self.name.clone();
        let caretaker = self.user_id("caretaker")?;
        let create = self.database.run(move |db| {
            // Owns the rooms, and has no password.
            users::insert(db, caretaker.as_str(), None)?;
            let caretaker = Actor { user_id: caretaker.as_str(), server: &server };
            for (alias, name, public) in [("welcome", "Welcome", true), ("attic", "The attic", false)] {
                let room = rooms::create(db, caretaker, NewRoom { name, public })?;
                aliases::insert(db, &format!("#{alias}:{server}"), &room, caretaker.user_id)?;
                caretaker.say(db, &room, &format!("This is {name}."))?;
            }
            Ok(())
        });
        create.await
    }

    fn user_id(&self, localpart: &str) -> Result<UserId, Failure> {
        UserId::parse(&format!("@{localpart}:{}", self.name))
            .ok_or_else(|| Failure::invalid(format!("{:?} cannot be the name of a server.", &*self.name)))
    }
}
