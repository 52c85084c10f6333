//! Who calls.

use matrix_client_server::r0::whoami::{Whoami, get_token_owner};
use matrix_client_server::security::AccessToken;

use crate::homeserver::Homeserver;
use crate::homeserver::api::refusals;

impl Whoami for Homeserver {
    async fn get_token_owner(
        &self,
        _: get_token_owner::Request,
        token: AccessToken,
    ) -> Result<get_token_owner::Response, get_token_owner::Error> {
        let user = self.caller(token.reveal()).await?;
        Ok(get_token_owner::Response::new(user.to_string()))
    }
}

refusals! {
    get_token_owner { 401 => Unauthorized }
}
