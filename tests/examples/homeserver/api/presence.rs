//! Who is around.

use matrix_client_server::presence::{
    Presence, get_presence_by_user_id_status, get_presence_list_by_user_id, post_presence_list_by_user_id,
    put_presence_by_user_id_status,
};
use matrix_client_server::runtime::JsonObject;
use matrix_client_server::security::AccessToken;

use super::{events, refusals};
use crate::homeserver::failure::Failure;
use crate::homeserver::{Homeserver, clock};

impl Presence for Homeserver {
    async fn get_presence_by_user_id_status(
        &self,
        request: get_presence_by_user_id_status::Request,
    ) -> Result<get_presence_by_user_id_status::Response, get_presence_by_user_id_status::Error> {
        let presence = self.presence(request.user_id).await?;
        let mut response = get_presence_by_user_id_status::Response::new()
            .with_presence(presence.state.as_str().into())
            .with_last_active_ago(presence.age(clock::now()));
        response.status_msg = presence.status_msg;
        Ok(response)
    }

    async fn put_presence_by_user_id_status(
        &self,
        request: put_presence_by_user_id_status::Request,
        token: AccessToken,
    ) -> Result<put_presence_by_user_id_status::Response, put_presence_by_user_id_status::Error> {
        let user = self.caller_as(token.reveal(), &request.user_id).await?;
        self.admit_change(&user)?;
        self.publish_presence(user, known(&request.presence)?, request.status_msg).await?;
        Ok(put_presence_by_user_id_status::Response::new(JsonObject::new()))
    }

    async fn get_presence_list_by_user_id(
        &self,
        request: get_presence_list_by_user_id::Request,
    ) -> Result<get_presence_list_by_user_id::Response, get_presence_list_by_user_id::Error> {
        let followed = self.followed(request.user_id).await?;
        Ok(get_presence_list_by_user_id::Response::new(events::of_presence(followed)))
    }

    async fn post_presence_list_by_user_id(
        &self,
        request: post_presence_list_by_user_id::Request,
        token: AccessToken,
    ) -> Result<post_presence_list_by_user_id::Response, post_presence_list_by_user_id::Error> {
        let user = self.caller_as(token.reveal(), &request.user_id).await?;
        self.admit_change(&user)?;
        let (added, removed) = (request.invite.unwrap_or_default(), request.drop.unwrap_or_default());
        self.change_followed(user, added, removed).await?;
        Ok(post_presence_list_by_user_id::Response::new(JsonObject::new()))
    }
}

/// The name of a state that the document lists. Others reach the server too, and are refused here.
fn known(state: &put_presence_by_user_id_status::Presence) -> Result<String, Failure> {
    match state {
        put_presence_by_user_id_status::Presence::Unknown(state) => {
            Err(Failure::invalid(format!("{state:?} is not a state of `presence`.")))
        }
        state => Ok(state.to_string()),
    }
}

refusals! {
    get_presence_by_user_id_status { 404 => NotFound }
    put_presence_by_user_id_status { 429 => TooManyRequests }
    get_presence_list_by_user_id {}
    post_presence_list_by_user_id { 429 => TooManyRequests }
}
