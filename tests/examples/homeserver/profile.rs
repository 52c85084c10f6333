//! What users show to others.

use super::Homeserver;
use super::database::users::{self, Profile};
use super::failure::Failure;
use super::identifiers::UserId;
use super::limits::{MAX_SHOWN, check_length};

impl Homeserver {
    /// The profile of a user, in which there is something.
    pub(crate) async fn profile(&self, user_id: String) -> Result<Profile, Failure> {
        let profile = self.database.run(move |db| Ok(users::profile(db, &user_id)?)).await?;
        let empty = Profile::default();
        profile
            .filter(|profile| *profile != empty)
            .ok_or_else(|| Failure::not_found("Nobody has this ID, or the profile is empty."))
    }

    /// Changes the name under which a user appears.
    pub(crate) async fn set_displayname(&self, user: UserId, name: Option<String>) -> Result<(), Failure> {
        check_length("displayname", name.as_deref(), MAX_SHOWN)?;
        self.database.run(move |db| Ok(users::set_displayname(db, user.as_str(), name.as_deref())?)).await
    }

    /// Changes the picture of a user.
    pub(crate) async fn set_avatar_url(&self, user: UserId, url: Option<String>) -> Result<(), Failure> {
        check_length("avatar_url", url.as_deref(), MAX_SHOWN)?;
        if url.as_deref().is_some_and(|url| !url.starts_with("mxc://")) {
            return Err(Failure::invalid("`avatar_url` must be the `mxc://` URI of an uploaded file."));
        }
        self.database.run(move |db| Ok(users::set_avatar_url(db, user.as_str(), url.as_deref())?)).await
    }
}
