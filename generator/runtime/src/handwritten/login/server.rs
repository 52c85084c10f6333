//! The operations of `login` that a server has.

use super::post_login;
use crate::runtime::routes;
use crate::security;

/// The operations of `login`.
pub trait Login: Send + Sync + 'static {
    /// `POST /_matrix/client/api/v1/login`: logs a user in.
    fn post_login(
        &self,
        request: post_login::Request,
        access_token: Option<security::AccessToken>,
    ) -> impl Future<Output = Result<post_login::Response, post_login::Error>> + Send;
}

routes! {
    Login {
        post_login(access_token),
    }
}
