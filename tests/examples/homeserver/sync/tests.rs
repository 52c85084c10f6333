//! What a client relies on when it follows along.

use std::time::Instant;

use super::*;
use crate::homeserver::database::users;
use crate::homeserver::rooms::{self, Actor, NewRoom};

const ALICE: Actor<'static> = Actor { user_id: "@alice:localhost", server: "localhost" };
const BOB: Actor<'static> = Actor { user_id: "@bob:localhost", server: "localhost" };

/// A server with a public room of Alice's, in which she has said two things.
async fn with_a_room() -> Result<(Homeserver, String), Failure> {
    let homeserver = Homeserver::in_memory("localhost")?;
    let create = homeserver.database.run(|db| {
        users::insert(db, ALICE.user_id, None)?;
        users::insert(db, BOB.user_id, None)?;
        let room = rooms::create(db, ALICE, NewRoom { name: "A room", public: true })?;
        ALICE.say(db, &room, "one")?;
        ALICE.say(db, &room, "two")?;
        Ok(room)
    });
    let room = create.await?;
    Ok((homeserver, room))
}

fn user(actor: Actor<'_>) -> Result<UserId, Failure> {
    UserId::parse(actor.user_id).ok_or_else(Failure::unknown_token)
}

fn bodies(events: &[Event]) -> Vec<&str> {
    events.iter().filter_map(|event| event.content["body"].as_str()).collect()
}

#[tokio::test]
async fn the_snapshot_has_the_latest_messages_and_every_fact_once() -> Result<(), Failure> {
    let (homeserver, room) = with_a_room().await?;
    let snapshot = homeserver.snapshot(&user(ALICE)?, Some(1)).await?;
    let [seen] = snapshot.rooms.as_slice() else { panic!("one room: {:?}", snapshot.rooms) };
    assert_eq!(
        (&seen.room_id, seen.membership, seen.visibility.as_str()),
        (&room, Membership::Join, "public")
    );
    assert_eq!(bodies(&seen.messages), ["two"]);
    assert_eq!(seen.state.iter().filter(|fact| fact.kind == "m.room.member").count(), 1);
    assert!(homeserver.snapshot(&user(BOB)?, None).await?.rooms.is_empty());
    Ok(())
}

#[tokio::test]
async fn nothing_is_lost_between_the_snapshot_and_the_stream() -> Result<(), Failure> {
    let (homeserver, room) = with_a_room().await?;
    let end = homeserver.snapshot(&user(ALICE)?, None).await?.end;
    homeserver.database.run(move |db| Ok(ALICE.say(db, &room, "three")?)).await?;
    let news = homeserver.news(&user(ALICE)?, Some(end), Some(Duration::ZERO)).await?;
    assert_eq!(bodies(&news.events), ["three"]);
    let later = homeserver.news(&user(ALICE)?, Some(news.end), Some(Duration::ZERO)).await?;
    assert!(later.events.is_empty());
    Ok(())
}

#[tokio::test]
async fn who_waits_is_woken_up() -> Result<(), Failure> {
    let (homeserver, room) = with_a_room().await?;
    let alice = user(ALICE)?;
    let started = Instant::now();
    let speak = async {
        tokio::time::sleep(Duration::from_millis(50)).await;
        homeserver.database.run(move |db| Ok(ALICE.say(db, &room, "awake")?)).await?;
        homeserver.announce();
        Ok::<_, Failure>(())
    };
    let (news, spoken) = tokio::join!(homeserver.news(&alice, None, Some(Duration::from_secs(20))), speak);
    spoken?;
    assert_eq!(bodies(&news?.events), ["awake"]);
    assert!(started.elapsed() < Duration::from_secs(10));
    Ok(())
}

#[tokio::test]
async fn only_members_and_invitees_hear_of_a_room() -> Result<(), Failure> {
    let (homeserver, room) = with_a_room().await?;
    let start = Some(Point(0));
    let bob = user(BOB)?;
    assert!(homeserver.news(&bob, start, Some(Duration::ZERO)).await?.events.is_empty());
    homeserver.database.run(move |db| rooms::invite(db, ALICE, &room, BOB.user_id)).await?;
    let news = homeserver.news(&bob, start, Some(Duration::ZERO)).await?;
    let heard: Vec<_> = news.events.iter().map(|event| (&*event.kind, event.state_key.as_deref())).collect();
    assert_eq!(heard, [("m.room.member", Some(BOB.user_id))]);
    Ok(())
}

#[tokio::test]
async fn a_point_that_is_none_is_refused() -> Result<(), Failure> {
    for text in ["", "s", "5", "s-1", "s1_0"] {
        assert!(text.parse::<Point>().is_err(), "{text:?}");
    }
    let (homeserver, _) = with_a_room().await?;
    let future = homeserver.news(&user(ALICE)?, Some(Point(1000)), Some(Duration::ZERO)).await;
    assert_eq!(future.err().map(|failure| failure.status.as_u16()), Some(400));
    Ok(())
}
