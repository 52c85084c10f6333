//! Doing one thing to many, a few at a time.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::Failure;

/// What `job` makes of each item, in their order. They are started in their order too. After a
/// failure nothing else is started.
pub(super) fn map<T: Sync, R: Send>(
    items: &[T],
    jobs: usize,
    job: impl Fn(&T) -> Result<R, Failure> + Sync,
) -> Result<Vec<R>, Failure> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(at) else { return Ok(done) };
            let made = job(item).inspect_err(|_| next.store(items.len(), Ordering::Relaxed))?;
            done.push((at, made));
        }
    };
    let mut done = thread::scope(|scope| {
        let workers: Vec<_> = (0..jobs).map(|_| scope.spawn(work)).collect();
        let stopped = |_| Err("a thread of this task stopped".to_owned());
        let finished = workers.into_iter().map(|worker| worker.join().unwrap_or_else(stopped));
        finished.collect::<Result<Vec<Vec<_>>, Failure>>()
    })?;
    let mut done: Vec<_> = done.drain(..).flatten().collect();
    done.sort_by_key(|(at, _)| *at);
    Ok(done.into_iter().map(|(_, made)| made).collect())
}
