//! Filters: they are kept for those who define them, and leave nothing out yet.

use matrix_client_server::r0::filter::{Filter, define_filter, get_filter};
use matrix_client_server::r0::types::SyncFilter;
use matrix_client_server::security::AccessToken;

use crate::homeserver::Homeserver;
use crate::homeserver::api::refusals;
use crate::homeserver::failure::Failure;

impl Filter for Homeserver {
    async fn define_filter(
        &self,
        request: define_filter::Request,
        token: AccessToken,
    ) -> Result<define_filter::Response, define_filter::Error> {
        let user = self.caller_as(token.reveal(), &request.user_id).await?;
        self.admit_change(&user)?;
        let filter = serde_json::to_string(&request.body).map_err(Failure::internal)?;
        Ok(define_filter::Response::new(self.keep_filter(user, filter).await?))
    }

    async fn get_filter(
        &self,
        request: get_filter::Request,
        token: AccessToken,
    ) -> Result<get_filter::Response, get_filter::Error> {
        let user = self.caller_as(token.reveal(), &request.user_id).await?;
        let filter = self.filter(user, request.filter_id).await?;
        let filter: SyncFilter = serde_json::from_str(&filter).map_err(Failure::internal)?;
        Ok(get_filter::Response::new(filter))
    }
}

refusals! {
    define_filter {}
    get_filter { 404 => NotFound }
}
