//! Joining rooms and inviting others into them.

use matrix_client_server::membership::{
    Membership, post_rooms_by_room_id_invite, post_rooms_by_room_id_join,
};
use matrix_client_server::runtime::JsonObject;
use matrix_client_server::security::AccessToken;

use super::refusals;
use crate::homeserver::Homeserver;

impl Membership for Homeserver {
    async fn post_rooms_by_room_id_join(
        &self,
        request: post_rooms_by_room_id_join::Request,
        token: AccessToken,
    ) -> Result<post_rooms_by_room_id_join::Response, post_rooms_by_room_id_join::Error> {
        let user = self.caller(token.reveal()).await?;
        self.admit_change(&user)?;
        let room = self.join(user, request.room_id).await?;
        let body = JsonObject::from_iter([("room_id".to_owned(), room.into())]);
        Ok(post_rooms_by_room_id_join::Response::new(body))
    }

    async fn post_rooms_by_room_id_invite(
        &self,
        request: post_rooms_by_room_id_invite::Request,
        token: AccessToken,
    ) -> Result<post_rooms_by_room_id_invite::Response, post_rooms_by_room_id_invite::Error> {
        let user = self.caller(token.reveal()).await?;
        self.admit_change(&user)?;
        self.invite(user, request.room_id, request.user_id).await?;
        Ok(post_rooms_by_room_id_invite::Response::new(JsonObject::new()))
    }
}

refusals! {
    post_rooms_by_room_id_join { 403 => Forbidden, 429 => TooManyRequests }
    post_rooms_by_room_id_invite { 403 => Forbidden, 429 => TooManyRequests }
}
