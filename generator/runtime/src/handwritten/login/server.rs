//! The operations of `login` that a server has.

use std::future::Future;
use std::sync::Arc;

use super::post_login;
use crate::runtime::{Route, Routes};
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

/// The operations of `login` with the handlers of `S`.
pub fn routes<S: Login>() -> Routes<S> {
    Routes::new(vec![Route::new(|state: Arc<S>, request: post_login::Request, credentials| async move {
        state.post_login(request, credentials).await
    })])
}
