//! What users do, through all operations.

use matrix_client_server::content_repo::{
    get_download_by_server_name_and_media_id as download,
    get_thumbnail_by_server_name_and_media_id as thumbnail, post_upload,
};
use matrix_client_server::directory::{
    delete_room_by_room_alias as remove_alias, get_room_by_room_alias as find_alias,
    put_room_by_room_alias as add_alias,
};
use matrix_client_server::membership::{
    post_rooms_by_room_id_invite as invite, post_rooms_by_room_id_join as join,
};
use matrix_client_server::presence::{
    get_presence_by_user_id_status as get_presence, get_presence_list_by_user_id as followed,
    post_presence_list_by_user_id as follow, put_presence_by_user_id_status as set_presence,
};
use matrix_client_server::profile::{
    get_profile_by_user_id as get_profile, get_profile_by_user_id_avatar_url as get_avatar,
    put_profile_by_user_id_avatar_url as set_avatar, put_profile_by_user_id_displayname as set_name,
};
use matrix_client_server::runtime::{CallError, OperationError};
use matrix_client_server::sync::{get_events, get_events_by_event_id as get_event, get_initial_sync};

use crate::running::{Running, USER};

/// The status of a call that the server refused.
fn refused<T, E: OperationError>(outcome: Result<T, CallError<E>>) -> Option<u16> {
    outcome.err().and_then(|error| error.answer().map(|answer| answer.status().as_u16()))
}

#[tokio::test]
async fn users_show_names_and_pictures_of_their_own() {
    let homeserver = Running::in_memory().await;
    let demo = homeserver.demo().await;
    assert_eq!(refused(demo.get_profile_by_user_id(get_profile::Request::new(USER)).await), Some(404));
    let name = set_name::Request::new(USER).with_displayname("Demo");
    demo.put_profile_by_user_id_displayname(name).await.expect("a name");
    assert_eq!(
        refused(demo.get_profile_by_user_id_avatar_url(get_avatar::Request::new(USER)).await),
        Some(404)
    );
    let picture = set_avatar::Request::new(USER).with_avatar_url("mxc://localhost/picture");
    demo.put_profile_by_user_id_avatar_url(picture).await.expect("a picture");
    let profile = demo.get_profile_by_user_id(get_profile::Request::new(USER)).await.expect("a profile");
    assert_eq!(profile.displayname.as_deref(), Some("Demo"));
    assert_eq!(profile.avatar_url.as_deref(), Some("mxc://localhost/picture"));

    let other = set_name::Request::new("@caretaker:localhost").with_displayname("Demo");
    assert_eq!(refused(demo.put_profile_by_user_id_displayname(other).await), Some(403));
    let long = set_name::Request::new(USER).with_displayname("a".repeat(257));
    assert_eq!(refused(demo.put_profile_by_user_id_displayname(long).await), Some(400));
    let link = set_avatar::Request::new(USER).with_avatar_url("https://example.com/picture");
    assert_eq!(refused(demo.put_profile_by_user_id_avatar_url(link).await), Some(400));
    homeserver.stop().await;
}

#[tokio::test]
async fn members_of_a_room_name_it_and_hear_of_what_happens() {
    let homeserver = Running::in_memory().await;
    let demo = homeserver.demo().await;
    let welcome = find_alias::Request::new("#welcome:localhost");
    let room = demo.get_room_by_room_alias(welcome).await.expect("a room").room_id.expect("its ID");
    let alias = || add_alias::Request::new("#hall:localhost").with_room_id(&room);
    assert_eq!(refused(demo.put_room_by_room_alias(alias()).await), Some(403));

    let start = demo.get_initial_sync(get_initial_sync::Request::new()).await.expect("a snapshot").end;
    let joined =
        demo.post_rooms_by_room_id_join(join::Request::new("#welcome:localhost")).await.expect("joined");
    assert_eq!(joined.body["room_id"], room.as_str());
    let attic = join::Request::new("#attic:localhost");
    assert_eq!(refused(demo.post_rooms_by_room_id_join(attic).await), Some(403));
    let nobody = invite::Request::new(&room, "@nobody:localhost");
    assert_eq!(refused(demo.post_rooms_by_room_id_invite(nobody).await), Some(404));
    let caretaker = invite::Request::new(&room, "@caretaker:localhost");
    assert_eq!(refused(demo.post_rooms_by_room_id_invite(caretaker).await), Some(403));

    let news = get_events::Request::new().with_from(start).with_timeout(0);
    let chunk = demo.get_events(news).await.expect("news").chunk.expect("events");
    let own = chunk.last().expect("the own membership");
    assert_eq!(
        (own.additional["type"].as_str(), own.additional["state_key"].as_str()),
        (Some("m.room.member"), Some(USER))
    );
    assert_eq!(own.additional["content"]["membership"], "join");
    let event = demo.get_events_by_event_id(get_event::Request::new(&own.event_id)).await.expect("the event");
    assert_eq!(event.body.additional["room_id"], room.as_str());

    demo.put_room_by_room_alias(alias()).await.expect("an alias");
    assert_eq!(refused(demo.put_room_by_room_alias(alias()).await), Some(409));
    let gone = demo.delete_room_by_room_alias(remove_alias::Request::new("#hall:localhost")).await;
    gone.expect("the own alias");
    let foreign = remove_alias::Request::new("#welcome:localhost");
    assert_eq!(refused(demo.delete_room_by_room_alias(foreign).await), Some(403));
    homeserver.stop().await;
}

#[tokio::test]
async fn users_follow_who_is_around() {
    let homeserver = Running::in_memory().await;
    let demo = homeserver.demo().await;
    assert_eq!(
        refused(demo.get_presence_by_user_id_status(get_presence::Request::new(USER)).await),
        Some(404)
    );
    let online = set_presence::Request::new(USER, set_presence::Presence::Online).with_status_msg("Coding");
    demo.put_presence_by_user_id_status(online).await.expect("a state");
    let presence =
        demo.get_presence_by_user_id_status(get_presence::Request::new(USER)).await.expect("a state");
    assert_eq!(presence.presence, Some(get_presence::Presence::Online));
    assert_eq!(presence.status_msg.as_deref(), Some("Coding"));
    let unlisted = set_presence::Request::new(USER, "dozing".into());
    assert_eq!(refused(demo.put_presence_by_user_id_status(unlisted).await), Some(400));

    let oneself = follow::Request::new(USER).with_invite(vec![USER.to_owned()]);
    demo.post_presence_list_by_user_id(oneself).await.expect("a list");
    let list = demo.get_presence_list_by_user_id(followed::Request::new(USER)).await.expect("a list").body;
    assert_eq!(list[0].additional["type"], "m.presence");
    assert_eq!(list[0].additional["content"]["presence"], "online");
    let nobody = follow::Request::new(USER).with_invite(vec!["@nobody:localhost".to_owned()]);
    assert_eq!(refused(demo.post_presence_list_by_user_id(nobody).await), Some(400));
    homeserver.stop().await;
}

#[tokio::test]
async fn files_come_back_as_they_were_and_images_smaller() {
    let homeserver = Running::in_memory().await;
    let client = homeserver.client();
    let script = post_upload::Request::new("<script>alert(1)</script>").with_content_type("text/html");
    let uri = client.post_upload(script).await.expect("a file").content_uri;
    let media = uri.strip_prefix("mxc://localhost/").expect("a file of this server");
    let file =
        client.get_download_by_server_name_and_media_id(download::Request::new("localhost", media)).await;
    let file = file.expect("the file");
    assert_eq!(file.content_type.as_deref(), Some("text/html"));
    assert_eq!(file.body.collect(100).await.expect("its bytes"), "<script>alert(1)</script>");
    let small = thumbnail::Request::new("localhost", media).with_width(32);
    assert_eq!(refused(client.get_thumbnail_by_server_name_and_media_id(small).await), Some(400));

    let picture = post_upload::Request::new(png(400, 100)).with_content_type("image/png");
    let uri = client.post_upload(picture).await.expect("a picture").content_uri;
    let media = uri.strip_prefix("mxc://localhost/").expect("a file of this server");
    let small = thumbnail::Request::new("localhost", media).with_width(40).with_height(40);
    let small = client.get_thumbnail_by_server_name_and_media_id(small).await.expect("a thumbnail");
    let small =
        image::load_from_memory(&small.body.collect(1 << 20).await.expect("its bytes")).expect("an image");
    assert_eq!((small.width(), small.height()), (40, 10));
    homeserver.stop().await;
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::DynamicImage::new_rgb8(width, height)
        .write_to(&mut bytes, image::ImageFormat::Png)
        .expect("an image");
    bytes.into_inner()
}
