//! Creating rooms, joining them, speaking in them.

use matrix_client_server::r0::create_room::{CreateRoom, create_room};
use matrix_client_server::r0::joining::{Joining, join_room, join_room_by_id};
use matrix_client_server::r0::room_send::{RoomSend, send_message};
use matrix_client_server::security::AccessToken;

use crate::homeserver::Homeserver;
use crate::homeserver::api::refusals;
use crate::homeserver::rooms::{Message, Wanted};

impl CreateRoom for Homeserver {
    async fn create_room(
        &self,
        request: create_room::Request,
        token: AccessToken,
    ) -> Result<create_room::Response, create_room::Error> {
        let user = self.caller(token.reveal()).await?;
        self.admit_change(&user)?;
        let wanted = wanted(request.body.unwrap_or_default());
        Ok(create_room::Response::new(self.create_room(user, wanted).await?))
    }
}

/// A preset has the say, and without one the visibility.
fn wanted(body: create_room::RequestBody) -> Wanted {
    let public = match &body.preset {
        Some(preset) => preset.as_str() == "public_chat",
        None => body.visibility.is_some_and(|visibility| visibility.as_str() == "public"),
    };
    let invite = body.invite.unwrap_or_default();
    Wanted { name: body.name, topic: body.topic, alias: body.room_alias_name, invite, public }
}

impl Joining for Homeserver {
    async fn join_room(
        &self,
        request: join_room::Request,
        token: AccessToken,
    ) -> Result<join_room::Response, join_room::Error> {
        let user = self.caller(token.reveal()).await?;
        self.admit_change(&user)?;
        Ok(join_room::Response::new(self.join(user, request.room_id_or_alias).await?))
    }

    async fn join_room_by_id(
        &self,
        request: join_room_by_id::Request,
        token: AccessToken,
    ) -> Result<join_room_by_id::Response, join_room_by_id::Error> {
        let user = self.caller(token.reveal()).await?;
        self.admit_change(&user)?;
        Ok(join_room_by_id::Response::new(self.join(user, request.room_id).await?))
    }
}

impl RoomSend for Homeserver {
    async fn send_message(
        &self,
        request: send_message::Request,
        token: AccessToken,
    ) -> Result<send_message::Response, send_message::Error> {
        let user = self.caller(token.reveal()).await?;
        self.admit_change(&user)?;
        let message = Message {
            room_id: request.room_id,
            kind: request.event_type,
            transaction: request.txn_id,
            content: request.body.unwrap_or_default().into(),
        };
        Ok(send_message::Response::new(self.send(user, message).await?))
    }
}

refusals! {
    create_room { 400 => BadRequest }
    join_room { 403 => Forbidden, 429 => TooManyRequests }
    join_room_by_id { 403 => Forbidden, 429 => TooManyRequests }
    send_message {}
}
