//! What a server allows its clients.

use std::time::Duration;

/// How long [`serve`](super::serve) waits for what, and how much it does at once.
///
/// How large a body may be is the service's business:
/// [`Service::with_body_limit`](super::super::Service::with_body_limit).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ServeLimits {
    /// For the whole head of a request, from its first byte, or from when the connection is opened: 30
    /// seconds.
    pub head: Duration,
    /// For the next piece of a request's body: 30 seconds. Then the body fails, which
    /// [`Service`](super::super::Service) answers with `408`.
    pub body: Duration,
    /// For the client to take the next piece of an answer: 30 seconds. Then the connection is closed.
    pub send: Duration,
    /// For the next request, on a connection that has none under way: 60 seconds. Then it is closed.
    pub idle: Duration,
    /// For answers that are under way when the server shuts down: 30 seconds. Then they are cut off.
    pub shutdown: Duration,
    /// How many connections are open at once: 1024. Others wait in the listener's backlog, whose length
    /// is the operating system's.
    pub connections: usize,
    /// How many bytes the head of a request may have: 64 KiB. More is a `431`.
    pub head_bytes: u32,
    /// How many header fields a request of HTTP/1.1 may have: 100. More is a `431`.
    pub headers: usize,
    /// How many requests of one HTTP/2 connection are answered at once: 100.
    pub streams: u32,
}

impl Default for ServeLimits {
    fn default() -> Self {
        let wait = Duration::from_secs(30);
        Self {
            head: wait,
            body: wait,
            send: wait,
            idle: 2 * wait,
            shutdown: wait,
            connections: 1024,
            head_bytes: 64 << 10,
            headers: HEADERS,
            streams: 100,
        }
    }
}

/// What hyper allows by itself, without allocating.
pub(super) const HEADERS: usize = 100;
