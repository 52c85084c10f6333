//! Clients that place orders, generated and by hand. The order is made anew for each call, as it is in
//! life; a client that is given it may use it up.

mod hyper;
mod ours;
mod reqwest;

use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinSet;

use crate::exchanges::Exchanges;
use crate::worker::Worker;
use crate::{Case, Failure};

/// What ours has by default.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
const TOTAL_TIMEOUT: Duration = Duration::from_secs(60);

/// Starts one of them.
pub(crate) fn start(
    name: &str,
    address: SocketAddr,
    case: &Case,
    exchanges: Arc<Exchanges>,
) -> Result<Worker, Failure> {
    let (case, place) = (case.clone(), format!("http://{address}"));
    let calls = Calls { case, exchanges };
    // What has TLS in it takes this for its cryptography.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Ok(match name {
        "reqwest" => Worker::start(move || reqwest::run(place, calls)),
        "hyper" => Worker::start(move || hyper::run(place, calls)),
        "ours" => Worker::start(move || ours::over_reqwest(place, calls)),
        #[cfg(feature = "hyper")]
        "lean" => Worker::start(move || ours::over_hyper(place, calls)),
        _ => return Err(format!("there is no client `{name}`").into()),
    })
}

/// What a client has to do.
struct Calls {
    case: Case,
    exchanges: Arc<Exchanges>,
}

impl Calls {
    /// Calls without end, so many calls at once. A call tells how many lines the receipt has.
    async fn repeat<C, F>(self, lines: usize, call: C)
    where
        C: Fn() -> F + Clone + Send + 'static,
        F: Future<Output = Result<usize, Failure>>,
        F: Send + 'static,
    {
        let mut connections = JoinSet::new();
        for _ in 0..self.case.connections {
            let (call, exchanges) = (call.clone(), Arc::clone(&self.exchanges));
            connections.spawn(async move {
                loop {
                    assert_eq!(call().await.expect("an answer"), lines);
                    exchanges.add();
                }
            });
        }
        // None of them ends, unless it fails.
        connections.join_all().await;
    }
}
