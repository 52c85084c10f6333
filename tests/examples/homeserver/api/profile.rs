//! Profiles: names and pictures.

use matrix_client_server::profile::{
    Profile, get_profile_by_user_id, get_profile_by_user_id_avatar_url, get_profile_by_user_id_displayname,
    put_profile_by_user_id_avatar_url, put_profile_by_user_id_displayname,
};
use matrix_client_server::runtime::JsonObject;
use matrix_client_server::security::AccessToken;

use super::refusals;
use crate::homeserver::Homeserver;
use crate::homeserver::failure::Failure;

impl Profile for Homeserver {
    async fn get_profile_by_user_id(
        &self,
        request: get_profile_by_user_id::Request,
    ) -> Result<get_profile_by_user_id::Response, get_profile_by_user_id::Error> {
        let profile = self.profile(request.user_id).await?;
        let mut response = get_profile_by_user_id::Response::new();
        response.displayname = profile.displayname;
        response.avatar_url = profile.avatar_url;
        Ok(response)
    }

    async fn get_profile_by_user_id_displayname(
        &self,
        request: get_profile_by_user_id_displayname::Request,
    ) -> Result<get_profile_by_user_id_displayname::Response, get_profile_by_user_id_displayname::Error> {
        let name = self.profile(request.user_id).await?.displayname;
        let name = name.ok_or_else(|| Failure::not_found("The user never chose a name."))?;
        Ok(get_profile_by_user_id_displayname::Response::new().with_displayname(name))
    }

    async fn put_profile_by_user_id_displayname(
        &self,
        request: put_profile_by_user_id_displayname::Request,
        token: AccessToken,
    ) -> Result<put_profile_by_user_id_displayname::Response, put_profile_by_user_id_displayname::Error> {
        let user = self.caller_as(token.reveal(), &request.user_id).await?;
        self.admit_change(&user)?;
        self.set_displayname(user, request.displayname).await?;
        Ok(put_profile_by_user_id_displayname::Response::new(JsonObject::new()))
    }

    async fn get_profile_by_user_id_avatar_url(
        &self,
        request: get_profile_by_user_id_avatar_url::Request,
    ) -> Result<get_profile_by_user_id_avatar_url::Response, get_profile_by_user_id_avatar_url::Error> {
        let url = self.profile(request.user_id).await?.avatar_url;
        let url = url.ok_or_else(|| Failure::not_found("The user never chose a picture."))?;
        Ok(get_profile_by_user_id_avatar_url::Response::new().with_avatar_url(url))
    }

    async fn put_profile_by_user_id_avatar_url(
        &self,
        request: put_profile_by_user_id_avatar_url::Request,
        token: AccessToken,
    ) -> Result<put_profile_by_user_id_avatar_url::Response, put_profile_by_user_id_avatar_url::Error> {
        let user = self.caller_as(token.reveal(), &request.user_id).await?;
        self.admit_change(&user)?;
        self.set_avatar_url(user, request.avatar_url).await?;
        Ok(put_profile_by_user_id_avatar_url::Response::new(JsonObject::new()))
    }
}

refusals! {
    get_profile_by_user_id { 404 => NotFound }
    get_profile_by_user_id_displayname { 404 => NotFound }
    put_profile_by_user_id_displayname { 429 => TooManyRequests }
    get_profile_by_user_id_avatar_url { 404 => NotFound }
    put_profile_by_user_id_avatar_url { 429 => TooManyRequests }
}
