//! Other names for rooms.

use matrix_client_server::directory::{
    Directory, delete_room_by_room_alias, get_room_by_room_alias, put_room_by_room_alias,
};
use matrix_client_server::runtime::JsonObject;
use matrix_client_server::security::AccessToken;

use super::refusals;
use crate::homeserver::Homeserver;
use crate::homeserver::failure::Failure;

impl Directory for Homeserver {
    async fn get_room_by_room_alias(
        &self,
        request: get_room_by_room_alias::Request,
    ) -> Result<get_room_by_room_alias::Response, get_room_by_room_alias::Error> {
        let room = self.room_of_alias(request.room_alias).await?;
        let servers = vec![self.name.to_string()];
        Ok(get_room_by_room_alias::Response::new().with_room_id(room).with_servers(servers))
    }

    async fn put_room_by_room_alias(
        &self,
        request: put_room_by_room_alias::Request,
        token: AccessToken,
    ) -> Result<put_room_by_room_alias::Response, put_room_by_room_alias::Error> {
        let user = self.caller(token.reveal()).await?;
        self.admit_change(&user)?;
        let room = request.room_id.ok_or_else(|| Failure::invalid("`room_id` is missing."))?;
        self.add_alias(user, request.room_alias, room).await?;
        Ok(put_room_by_room_alias::Response::new(JsonObject::new()))
    }

    async fn delete_room_by_room_alias(
        &self,
        request: delete_room_by_room_alias::Request,
        token: AccessToken,
    ) -> Result<delete_room_by_room_alias::Response, delete_room_by_room_alias::Error> {
        let user = self.caller(token.reveal()).await?;
        self.admit_change(&user)?;
        self.remove_alias(user, request.room_alias).await?;
        Ok(delete_room_by_room_alias::Response::new(JsonObject::new()))
    }
}

refusals! {
    get_room_by_room_alias { 404 => NotFound }
    put_room_by_room_alias {}
    delete_room_by_room_alias {}
}
