//! The smallest homeserver that implements every trait. It keeps what it is given in memory.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use bytes::Bytes;
use matrix_client_server::login::post_login;
use matrix_client_server::runtime::{Body, RawBody, Service, UndocumentedResponse};
use matrix_client_server::security::AccessToken;
use matrix_client_server::{
    Client, content_repo, directory, login, membership, presence, profile, server, sync, types,
};

/// What was put, by what it was put under.
type Kept<T> = Mutex<BTreeMap<String, T>>;

#[derive(Default)]
pub(crate) struct Stub {
    names: Kept<Option<String>>,
    presences: Kept<presence::put_presence_by_user_id_status::Presence>,
    media: Kept<(Option<String>, Bytes)>,
}

pub(crate) fn service() -> Service {
    server::service(Stub::default())
}

pub(crate) fn token() -> AccessToken {
    AccessToken::new("abc123")
}

/// A client of a server in this process, logged in.
pub(crate) fn client() -> Client {
    let client = Client::with_transport("http://homeserver.test", service());
    client.expect("the URL is one").with_access_token(token())
}

fn keep<T>(kept: &Kept<T>, key: &str, value: T) {
    kept.lock().unwrap_or_else(PoisonError::into_inner).insert(key.to_owned(), value);
}

fn kept<T: Clone>(kept: &Kept<T>, key: &str) -> Option<T> {
    kept.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
}

/// A status that no document lists, with a header and a body.
fn undocumented(status: u16) -> UndocumentedResponse {
    let response = http::Response::builder().status(status).header("retry-after", "7");
    response.body(Bytes::from_static(b"down for maintenance")).expect("a response").into()
}

/// Methods that answer `501`, for operations that no test looks at.
macro_rules! unanswered {
    ($($document:ident::$operation:ident($($credential:ty)?);)*) => {$(
        async fn $operation(
            &self,
            _: $document::$operation::Request,
            $(_: $credential,)?
        ) -> Result<$document::$operation::Response, $document::$operation::Error> {
            Err($document::$operation::Error::Undocumented(undocumented(501)))
        }
    )*};
}

impl login::Login for Stub {
    /// The name says what comes of it.
    async fn post_login(
        &self,
        request: post_login::Request,
        _: Option<AccessToken>,
    ) -> Result<post_login::Response, post_login::Error> {
        match request.username.as_str() {
            "limited" => Err(post_login::Error::TooManyRequests(types::Error::new("M_LIMIT_EXCEEDED"))),
            "broken" => Err(post_login::Error::Undocumented(undocumented(500))),
            _ if request.password != "ilovebananas" => {
                let body = RawBody::new("application/json", r#"{"errcode": "M_FORBIDDEN"}"#);
                Err(post_login::Error::Forbidden(body))
            }
            name => Ok(post_login::Response::new()
                .with_user_id(format!("@{name}:homeserver.test"))
                .with_access_token(token().reveal())),
        }
    }
}

impl profile::Profile for Stub {
    async fn get_profile_by_user_id_displayname(
        &self,
        request: profile::get_profile_by_user_id_displayname::Request,
    ) -> Result<
        profile::get_profile_by_user_id_displayname::Response,
        profile::get_profile_by_user_id_displayname::Error,
    > {
        let mut response = profile::get_profile_by_user_id_displayname::Response::new();
        response.displayname = kept(&self.names, &request.user_id).flatten();
        Ok(response)
    }

    async fn put_profile_by_user_id_displayname(
        &self,
        request: profile::put_profile_by_user_id_displayname::Request,
        access_token: AccessToken,
    ) -> Result<
        profile::put_profile_by_user_id_displayname::Response,
        profile::put_profile_by_user_id_displayname::Error,
    > {
        assert_eq!(access_token, token());
        keep(&self.names, &request.user_id, request.displayname);
        Ok(profile::put_profile_by_user_id_displayname::Response::new(Default::default()))
    }

    unanswered! {
        profile::get_profile_by_user_id_avatar_url();
        profile::put_profile_by_user_id_avatar_url(AccessToken);
        profile::get_profile_by_user_id();
    }
}

impl presence::Presence for Stub {
    async fn get_presence_by_user_id_status(
        &self,
        request: presence::get_presence_by_user_id_status::Request,
    ) -> Result<
        presence::get_presence_by_user_id_status::Response,
        presence::get_presence_by_user_id_status::Error,
    > {
        let mut response = presence::get_presence_by_user_id_status::Response::new();
        let kept = kept(&self.presences, &request.user_id);
        response.presence = kept.map(|presence| presence.as_str().into());
        Ok(response)
    }

    async fn put_presence_by_user_id_status(
        &self,
        request: presence::put_presence_by_user_id_status::Request,
        _: AccessToken,
    ) -> Result<
        presence::put_presence_by_user_id_status::Response,
        presence::put_presence_by_user_id_status::Error,
    > {
        keep(&self.presences, &request.user_id, request.presence);
        Ok(presence::put_presence_by_user_id_status::Response::new(Default::default()))
    }

    unanswered! {
        presence::get_presence_list_by_user_id();
        presence::post_presence_list_by_user_id(AccessToken);
    }
}

impl content_repo::ContentRepo for Stub {
    async fn post_upload(
        &self,
        request: content_repo::post_upload::Request,
    ) -> Result<content_repo::post_upload::Response, content_repo::post_upload::Error> {
        let bytes = request.body.collect(usize::MAX).await.unwrap_or_default();
        keep(&self.media, "first", (request.content_type, bytes));
        Ok(content_repo::post_upload::Response::new("mxc://homeserver.test/first"))
    }

    async fn get_download_by_server_name_and_media_id(
        &self,
        request: content_repo::get_download_by_server_name_and_media_id::Request,
    ) -> Result<
        content_repo::get_download_by_server_name_and_media_id::Response,
        content_repo::get_download_by_server_name_and_media_id::Error,
    > {
        use content_repo::get_download_by_server_name_and_media_id::{Error, Response};
        let found = kept(&self.media, &request.media_id);
        let (content_type, bytes) = found.ok_or_else(|| Error::Undocumented(undocumented(404)))?;
        let mut response = Response::new(Body::from(bytes));
        response.content_type = content_type;
        Ok(response)
    }

    unanswered! {
        content_repo::get_thumbnail_by_server_name_and_media_id();
    }
}

impl directory::Directory for Stub {
    unanswered! {
        directory::get_room_by_room_alias();
        directory::put_room_by_room_alias(AccessToken);
        directory::delete_room_by_room_alias(AccessToken);
    }
}

impl membership::Membership for Stub {
    unanswered! {
        membership::post_rooms_by_room_id_join(AccessToken);
        membership::post_rooms_by_room_id_invite(AccessToken);
    }
}

impl sync::SyncApi for Stub {
    unanswered! {
        sync::get_events(AccessToken);
        sync::get_initial_sync(AccessToken);
        sync::get_events_by_event_id(AccessToken);
    }
}
