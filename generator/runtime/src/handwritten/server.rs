//! The service of all operations.

use std::sync::Arc;

use crate::runtime::Service;
use crate::{login, media};

/// The service of all operations, over one state.
pub fn service<S>(state: S) -> Service
where
    S: login::Login + media::Media,
{
    let state = Arc::new(state);
    Service::new().with(login::routes(), Arc::clone(&state)).with(media::routes(), state)
}
