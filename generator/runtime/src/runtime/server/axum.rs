//! Mounting the service in axum.

use super::Service;

impl Service {
    /// A router that hands every request to the service: to be merged, nested, layered.
    pub fn into_router(self) -> axum::Router {
        axum::Router::new().fallback_service(self)
    }
}
