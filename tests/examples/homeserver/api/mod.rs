//! The generated traits, implemented: from requests to the rules, and from what they say to answers.

mod content_repo;
mod directory;
mod events;
mod login;
mod membership;
mod presence;
mod profile;
mod r0;
mod refusal;
mod sync;

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use matrix_client_server::runtime::{self, ServeLimits, Service, Trace};
use matrix_client_server::server;
use tokio::net::TcpListener;

use super::Homeserver;
use super::front::Front;
use refusal::refusals;

/// How large a request may be, other than an upload.
const MAX_REQUEST_BYTES: usize = 64 * 1024;
/// How long answers that are under way may still take in the end. Those who wait for events get none.
const SHUTDOWN: Duration = Duration::from_secs(3);

/// Answers requests until `stop` is ready.
pub(crate) async fn serve(listener: TcpListener, homeserver: Homeserver, stop: impl Future<Output = ()>) {
    let mut limits = ServeLimits::default();
    limits.shutdown = SHUTDOWN;
    runtime::serve(listener, Front::new(service(homeserver)), limits, stop).await;
}

/// All operations, which refuse requests in the words of Matrix.
fn service(homeserver: Homeserver) -> Service {
    let state = Arc::new(homeserver);
    let version_1 = Service::new().with(server::routes(), Arc::clone(&state));
    r0::add(version_1, &state)
        .with_rejections(refusal::render)
        .with_body_limit(MAX_REQUEST_BYTES)
        .with_layer(Trace::new())
}
