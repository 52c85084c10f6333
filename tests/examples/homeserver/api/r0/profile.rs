//! Profiles: names and pictures.

use matrix_client_server::r0::profile::{
    Profile, get_avatar_url, get_display_name, get_user_profile, set_avatar_url, set_display_name,
};
use matrix_client_server::runtime::JsonObject;
use matrix_client_server::security::AccessToken;

use crate::homeserver::Homeserver;
use crate::homeserver::api::refusals;

impl Profile for Homeserver {
    async fn get_display_name(
        &self,
        request: get_display_name::Request,
    ) -> Result<get_display_name::Response, get_display_name::Error> {
        let mut response = get_display_name::Response::new();
        response.displayname = self.profile(request.user_id).await?.displayname;
        Ok(response)
    }

    async fn set_display_name(
        &self,
        request: set_display_name::Request,
        token: AccessToken,
    ) -> Result<set_display_name::Response, set_display_name::Error> {
        let user = self.caller_as(token.reveal(), &request.user_id).await?;
        self.admit_change(&user)?;
        self.set_displayname(user, request.displayname).await?;
        Ok(set_display_name::Response::new(JsonObject::new()))
    }

    async fn get_avatar_url(
        &self,
        request: get_avatar_url::Request,
    ) -> Result<get_avatar_url::Response, get_avatar_url::Error> {
        let mut response = get_avatar_url::Response::new();
        response.avatar_url = self.profile(request.user_id).await?.avatar_url;
        Ok(response)
    }

    async fn set_avatar_url(
        &self,
        request: set_avatar_url::Request,
        token: AccessToken,
    ) -> Result<set_avatar_url::Response, set_avatar_url::Error> {
        let user = self.caller_as(token.reveal(), &request.user_id).await?;
        self.admit_change(&user)?;
        Homeserver::set_avatar_url(self, user, request.avatar_url).await?;
        Ok(set_avatar_url::Response::new(JsonObject::new()))
    }

    async fn get_user_profile(
        &self,
        request: get_user_profile::Request,
    ) -> Result<get_user_profile::Response, get_user_profile::Error> {
        let profile = self.profile(request.user_id).await?;
        let mut response = get_user_profile::Response::new();
        response.displayname = profile.displayname;
        response.avatar_url = profile.avatar_url;
        Ok(response)
    }
}

refusals! {
    get_display_name { 404 => NotFound }
    set_display_name { 429 => TooManyRequests }
    get_avatar_url { 404 => NotFound }
    set_avatar_url { 429 => TooManyRequests }
    get_user_profile { 404 => NotFound }
}
