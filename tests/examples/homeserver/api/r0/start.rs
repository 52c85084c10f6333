//! What clients ask before anything else: versions, capabilities, push rules.

use matrix_client_server::r0::capabilities::get_capabilities::{
    Capabilities as Known, ChangePasswordCapability,
};
use matrix_client_server::r0::capabilities::{Capabilities, get_capabilities};
use matrix_client_server::r0::pushrules::{Pushrules, get_push_rules};
use matrix_client_server::r0::types::PushRuleset;
use matrix_client_server::r0::versions::{Versions, get_versions};
use matrix_client_server::security::AccessToken;

use crate::homeserver::Homeserver;
use crate::homeserver::api::refusals;

/// Of r0, and of v3 since clients of today start with it.
const VERSIONS: [&str; 2] = ["r0.6.1", "v1.1"];

impl Versions for Homeserver {
    async fn get_versions(
        &self,
        _: get_versions::Request,
    ) -> Result<get_versions::Response, get_versions::Error> {
        Ok(get_versions::Response::new(VERSIONS.map(str::to_owned).into()))
    }
}

impl Capabilities for Homeserver {
    async fn get_capabilities(
        &self,
        _: get_capabilities::Request,
        token: AccessToken,
    ) -> Result<get_capabilities::Response, get_capabilities::Error> {
        self.caller(token.reveal()).await?;
        let known = Known::new().with_m_change_password(ChangePasswordCapability::new(false));
        Ok(get_capabilities::Response::new(known))
    }
}

impl Pushrules for Homeserver {
    /// Nobody has any.
    async fn get_push_rules(
        &self,
        _: get_push_rules::Request,
        token: AccessToken,
    ) -> Result<get_push_rules::Response, get_push_rules::Error> {
        self.caller(token.reveal()).await?;
        Ok(get_push_rules::Response::new(PushRuleset::new()))
    }
}

refusals! {
    get_capabilities {}
    get_push_rules {}
}
