//! What the client sends, the server reads, and the other way round.

use bytes::Bytes;
use matrix_client_server::content_repo::{get_download_by_server_name_and_media_id, post_upload};
use matrix_client_server::login::post_login;
use matrix_client_server::presence::{get_presence_by_user_id_status, put_presence_by_user_id_status};
use matrix_client_server::profile::{get_profile_by_user_id_displayname, put_profile_by_user_id_displayname};
use matrix_client_server::runtime::{Body, CallError, Outgoing, http};
use matrix_client_server::types;

use crate::stub::{client, token};

async fn log_in(name: &str, password: &str) -> Result<post_login::Response, post_login::Error> {
    match client().post_login(post_login::Request::new(name, password)).await {
        Ok(response) => Ok(response),
        Err(CallError::Answer(error)) => Err(error),
        Err(error) => panic!("{error}"),
    }
}

#[tokio::test]
async fn every_outcome_of_logging_in_arrives_as_its_own_type() {
    let session = log_in("alice", "ilovebananas").await.expect("200");
    assert_eq!(session.user_id.as_deref(), Some("@alice:homeserver.test"));
    assert_eq!(session.access_token.as_deref(), Some(token().reveal()));
    assert_eq!(session.home_server, None);

    match log_in("alice", "wrong").await.expect_err("403") {
        post_login::Error::Forbidden(body) => {
            assert_eq!(body.content_type.as_deref(), Some("application/json"));
            assert_eq!(body.bytes, r#"{"errcode": "M_FORBIDDEN"}"#);
        }
        other => panic!("{other:?}"),
    }
    match log_in("limited", "").await.expect_err("429") {
        post_login::Error::TooManyRequests(error) => assert_eq!(error, types::Error::new("M_LIMIT_EXCEEDED")),
        other => panic!("{other:?}"),
    }
    match log_in("broken", "").await.expect_err("500") {
        post_login::Error::Undocumented(response) => {
            assert_eq!(response.status(), 500);
            assert_eq!(response.headers()["retry-after"], "7");
            assert_eq!(response.body(), "down for maintenance");
        }
        other => panic!("{other:?}"),
    }
}

/// The user is a part of the path, the name of the body: neither has a character that is special.
#[tokio::test]
async fn what_is_put_under_an_odd_user_is_got_back_from_the_same_user_alone() {
    let client = client();
    let odd = "@a/b c%?:\u{fc}";
    let name = "\"\\\u{0}\u{1f600}\u{202e} </name>";
    let put = put_profile_by_user_id_displayname::Request::new(odd).with_displayname(name);
    client.put_profile_by_user_id_displayname(put).await.expect("200");

    let get = async |user| {
        let request = get_profile_by_user_id_displayname::Request::new(user);
        client.get_profile_by_user_id_displayname(request).await.expect("200").displayname
    };
    assert_eq!(get(odd).await.as_deref(), Some(name));
    for other in ["@a", "@a/b", "@a/b c%", "@a/b+c%?:\u{fc}", "@a%2Fb c%?:\u{fc}"] {
        assert_eq!(get(other).await, None, "{other}");
    }
}

/// Encoded or not, a path with these is another path to whatever is in between.
#[tokio::test]
async fn a_user_that_would_be_another_path_is_not_sent() {
    for odd in [".", "..", ""] {
        let request = get_profile_by_user_id_displayname::Request::new(odd);
        let error = client().get_profile_by_user_id_displayname(request).await.expect_err(odd);
        assert!(matches!(error, CallError::Encode(_)), "{odd:?}: {error:?}");
    }
}

#[tokio::test]
async fn the_bytes_of_a_file_come_back_as_they_went() {
    let client = client();
    // More than the server collects of any other request.
    let bytes: Bytes = (0..3 << 20).map(|index: u32| index.to_le_bytes()[index as usize % 3]).collect();
    let upload = post_upload::Request::new(bytes.clone()).with_content_type("image/x-odd; charset=binary");
    let uploaded = client.post_upload(upload).await.expect("200");
    assert_eq!(uploaded.content_uri, "mxc://homeserver.test/first");

    let request = get_download_by_server_name_and_media_id::Request::new("homeserver.test", "first");
    let found = client.get_download_by_server_name_and_media_id(request).await.expect("200");
    assert_eq!(found.content_type.as_deref(), Some("image/x-odd; charset=binary"));
    assert!(found.body.collect(bytes.len()).await.expect("all of it") == bytes);
}

/// The document does not list the value: a client sends and reads it, a server does not let itself be
/// sent it.
#[tokio::test]
async fn a_presence_of_a_later_version_is_the_business_of_the_server() {
    use get_presence_by_user_id_status::{Presence, Request};
    let client = client();
    let put = async |presence: &str| {
        let put = put_presence_by_user_id_status::Request::new("@alice:homeserver.test", presence.into());
        client.put_presence_by_user_id_status(put).await
    };
    put("free_for_chat").await.expect("200");
    let get = Request::new("@alice:homeserver.test");
    let presence = client.get_presence_by_user_id_status(get).await.expect("200").presence;
    assert_eq!(presence, Some(Presence::FreeForChat));

    match put("on the moon").await {
        Err(CallError::Answer(put_presence_by_user_id_status::Error::Undocumented(refusal))) => {
            assert_eq!(refusal.status(), 400);
        }
        other => panic!("{other:?}"),
    }
    let later = http::Response::new(Body::from(r#"{"presence": "on the moon"}"#));
    let later = <Request as Outgoing>::decode(later).expect("JSON").expect("200").presence;
    assert_eq!(later, Some(Presence::Unknown("on the moon".to_owned())));
}
