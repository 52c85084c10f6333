//! Logging in.

use matrix_client_server::login::{Login, post_login};
use matrix_client_server::security::AccessToken;

use super::refusals;
use crate::homeserver::{Homeserver, front};

impl Login for Homeserver {
    async fn post_login(
        &self,
        request: post_login::Request,
        _: Option<AccessToken>,
    ) -> Result<post_login::Response, post_login::Error> {
        let session = self.log_in(&request.username, request.password, front::peer()).await?;
        Ok(post_login::Response::new()
            .with_user_id(session.user_id.to_string())
            .with_access_token(session.access_token)
            .with_home_server(&*self.name))
    }
}

refusals! {
    post_login { 403 => Forbidden, 429 => TooManyRequests }
}
