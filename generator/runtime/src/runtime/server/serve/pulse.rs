//! Whose turn it is on a connection, and since when.
//!
//! A handler may take as long as it likes. Everything else is a wait for the client, and has an end.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering::Relaxed};
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::time::{Instant, sleep_until};

use super::ServeLimits;

/// What one connection is doing. Times are milliseconds since it was opened.
///
/// A connection of HTTP/1.1 is one task, and all that happens to it in one turn of the task happens at one
/// time: at the end of the turn. So the clock is read once.
pub(super) struct Pulse {
    opened: Instant,
    /// Whether tasks of their own answer requests, as they do with HTTP/2.
    has_tasks: AtomicBool,
    /// Whether anything has happened in this turn.
    stirred: AtomicBool,
    /// When bytes were last read or written, or an answer became the client's to take.
    moved: AtomicU64,
    /// When the head that is being read began; [`NONE`] where none is, [`NOW`] in this turn.
    head: AtomicU64,
    /// Requests whose answers have not ended.
    answering: AtomicUsize,
    /// Those of them that wait for the server, not for the client.
    working: AtomicUsize,
}

const NONE: u64 = u64::MAX;
const NOW: u64 = NONE - 1;

impl Pulse {
    /// A connection that was just opened, and owes the head of its first request.
    pub(super) fn new() -> Self {
        Self {
            opened: Instant::now(),
            has_tasks: AtomicBool::new(false),
            stirred: AtomicBool::new(false),
            moved: AtomicU64::new(0),
            head: AtomicU64::new(0),
            answering: AtomicUsize::new(0),
            working: AtomicUsize::new(0),
        }
    }

    /// Tasks of their own answer requests from here on.
    pub(super) fn has_tasks(&self) {
        self.has_tasks.store(true, Relaxed);
    }

    /// A turn of the connection's task.
    pub(super) fn turn<F: Future + Unpin>(
        &self,
        connection: &mut F,
        cx: &mut Context<'_>,
    ) -> Poll<F::Output> {
        let polled = Pin::new(connection).poll(cx);
        if self.stirred.load(Relaxed) {
            self.stirred.store(false, Relaxed);
            let now = self.now();
            self.moved.store(now, Relaxed);
            let _ = self.head.compare_exchange(NOW, now, Relaxed, Relaxed);
        }
        polled
    }

    fn now(&self) -> u64 {
        u64::try_from(self.opened.elapsed().as_millis()).unwrap_or(NOW - 1)
    }

    /// Bytes were written, or are there for the client to take.
    pub(super) fn moved(&self) {
        if self.has_tasks.load(Relaxed) {
            self.moved.store(self.now(), Relaxed);
        } else {
            self.stirred.store(true, Relaxed);
        }
    }

    /// Bytes were read, which may be the beginning of a head.
    pub(super) fn read(&self, may_be_head: bool) {
        self.moved();
        if may_be_head && self.answering.load(Relaxed) == 0 && self.head.load(Relaxed) == NONE {
            self.head.store(NOW, Relaxed);
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
