//! What the Matrix specification demands of joining and inviting.

use rusqlite::Connection;
use serde_json::json;

use super::*;
use crate::homeserver::database::Database;
use crate::homeserver::failure::Failure;

fn actor(user_id: &str) -> Actor<'_> {
    Actor { user_id, server: "localhost" }
}

/// Two users, of whom Alice has made a room, and what happens there.
async fn in_a_room(
    public: bool,
    story: impl FnOnce(&Connection, &str) -> Result<(), Failure> + Send + 'static,
) -> Result<(), Failure> {
    let database = Database::in_memory()?;
    let told = database.run(move |connection| {
        users::insert(connection, "@alice:localhost", None)?;
        users::insert(connection, "@bob:localhost", None)?;
        let room = create(connection, actor("@alice:localhost"), NewRoom { name: "A room", public })?;
        story(connection, &room)
    });
    told.await
}

fn refusal(result: Result<impl Sized, Failure>) -> Option<u16> {
    result.err().map(|failure| failure.status.as_u16())
}

#[tokio::test]
async fn anyone_may_enter_a_public_room_once_or_twice() -> Result<(), Failure> {
    in_a_room(true, |connection, room| {
        assert_eq!(join(connection, actor("@bob:localhost"), room)?, room);
        let before = events::last_position(connection)?;
        assert_eq!(join(connection, actor("@bob:localhost"), room)?, room);
        assert_eq!(events::last_position(connection)?, before, "the second time changes nothing");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_private_room_opens_by_invitation_only() -> Result<(), Failure> {
    in_a_room(false, |connection, room| {
        let bob = actor("@bob:localhost");
        assert_eq!(refusal(join(connection, bob, room)), Some(403));
        invite(connection, actor("@alice:localhost"), room, bob.user_id)?;
        invite(connection, actor("@alice:localhost"), room, bob.user_id)?;
        assert_eq!(join(connection, bob, room)?, room);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_documented_reasons_not_to_invite() -> Result<(), Failure> {
    in_a_room(true, |connection, room| {
        let (alice, bob) = (actor("@alice:localhost"), actor("@bob:localhost"));
        assert_eq!(refusal(invite(connection, bob, room, alice.user_id)), Some(403), "not a member");
        join(connection, bob, room)?;
        assert_eq!(refusal(invite(connection, alice, room, bob.user_id)), Some(403), "a member already");
        alice.set_membership(connection, room, bob.user_id, Membership::Ban)?;
        assert_eq!(refusal(invite(connection, alice, room, bob.user_id)), Some(403), "banned");
        assert_eq!(refusal(join(connection, bob, room)), Some(403), "banned");
        alice.set_state(connection, room, "m.room.power_levels", json!({ "invite": 50 }))?;
        assert_eq!(refusal(invite(connection, alice, room, "@carol:localhost")), Some(403), "power level");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_alias_leads_into_the_room() -> Result<(), Failure> {
    use crate::homeserver::database::aliases;
    in_a_room(true, |connection, room| {
        aliases::insert(connection, "#room:localhost", room, "@alice:localhost")?;
        assert_eq!(join(connection, actor("@bob:localhost"), "#room:localhost")?, room);
        assert_eq!(refusal(join(connection, actor("@bob:localhost"), "#other:localhost")), Some(404));
        Ok(())
    })
    .await
}
