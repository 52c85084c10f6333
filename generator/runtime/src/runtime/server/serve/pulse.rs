//! Whose turn it is on a connection, and since when.
//!
//! A handler may take as long as it likes. Everything else is a wait for the client, and has an end.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering::Relaxed};
use std::time::Duration;

use tokio::time::{Instant, sleep_until};

use super::ServeLimits;

/// What one connection is doing. Times are milliseconds since it was opened.
pub(super) struct Pulse {
    opened: Instant,
    /// When bytes were last read or written.
    moved: AtomicU64,
    /// When the head that is being read began; [`NONE`] where none is.
    head: AtomicU64,
    /// Requests whose answers have not ended.
    answering: AtomicUsize,
    /// Those of them that wait for the server, not for the client.
    working: AtomicUsize,
}

const NONE: u64 = u64::MAX;

impl Pulse {
    /// A connection that was just opened, and owes the head of its first request.
    pub(super) fn new() -> Self {
        Self {
            opened: Instant::now(),
            moved: AtomicU64::new(0),
            head: AtomicU64::new(0),
            answering: AtomicUsize::new(0),
            working: AtomicUsize::new(0),
        }
    }

    fn now(&self) -> u64 {
        u64::try_from(self.opened.elapsed().as_millis()).unwrap_or(NONE - 1)
    }

    /// Bytes were written.
    pub(super) fn moved(&self) {
        self.moved.store(self.now(), Relaxed);
    }

    /// Bytes were read, which may be the beginning of a head.
    pub(super) fn read(&self, may_be_head: bool) {
        let now = self.now();
        self.moved.store(now, Relaxed);
        if may_be_head && self.answering.load(Relaxed) == 0 {
            let _ = self.head.compare_exchange(NONE, now, Relaxed, Relaxed);
        }
    }

    /// Waits until the client has used up its time.
    pub(super) async fn client_is_late(&self, limits: &ServeLimits) {
        // Whose turn it is may change in the meantime, and what is due then may be sooner.
        let look = limits.head.min(limits.send).min(limits.idle) / 2;
        loop {
            let (now, due) = (Instant::now(), self.due(limits));
            if due.is_some_and(|due| due <= now) {
                return;
            }
            let next = after(now, look);
            sleep_until(due.map_or(next, |due| due.min(next))).await;
        }
    }

    /// Until when the client has time; nothing while it is the server's turn.
    fn due(&self, limits: &ServeLimits) -> Option<Instant> {
        let (since, wait) = match (self.answering.load(Relaxed), self.head.load(Relaxed)) {
            _ if self.working.load(Relaxed) > 0 => return None,
            (0, NONE) => (self.moved.load(Relaxed), limits.idle),
            (0, head) => (head, limits.head),
            _ => (self.moved.load(Relaxed), limits.send),
        };
        Some(after(self.opened + Duration::from_millis(since), wait))
    }
}

/// The end of a wait. One that is too long for a clock ends in a year.
fn after(since: Instant, wait: Duration) -> Instant {
    since.checked_add(wait).unwrap_or_else(|| since + Duration::from_secs(31_536_000))
}

/// A request that is being answered: from its head to the end of the answer's body.
pub(super) struct Turn {
    pulse: Arc<Pulse>,
    is_ours: bool,
}

impl Turn {
    /// The head has arrived, and the server is at work.
    pub(super) fn new(pulse: &Arc<Pulse>) -> Self {
        pulse.head.store(NONE, Relaxed);
        pulse.answering.fetch_add(1, Relaxed);
        pulse.working.fetch_add(1, Relaxed);
        Self { pulse: Arc::clone(pulse), is_ours: true }
    }

    /// Says whether the server is the one to act.
    pub(super) fn set(&mut self, is_ours: bool) {
        if is_ours && !self.is_ours {
            self.pulse.working.fetch_add(1, Relaxed);
        } else if self.is_ours && !is_ours {
            self.pulse.moved();
            self.pulse.working.fetch_sub(1, Relaxed);
        }
        self.is_ours = is_ours;
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.set(false);
        self.pulse.answering.fetch_sub(1, Relaxed);
    }
}
