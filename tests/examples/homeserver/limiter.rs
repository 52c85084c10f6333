//! A token bucket per key: a few requests at once, then only as many as time allows.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Keys are chosen by callers, so there has to be an end to how many are remembered.
const MAX_KEYS: usize = 100_000;

/// How much one key may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rate {
    /// How many requests are possible at once.
    pub(crate) burst: u32,
    /// After what time one more becomes possible.
    pub(crate) interval: Duration,
}

impl Rate {
    /// As often as anybody likes.
    pub(crate) const UNLIMITED: Self = Self { burst: 1, interval: Duration::ZERO };
}

/// Buckets of equal size, one for each key.
///
/// A bucket is kept as the moment at which it will be full again: one number instead of a level and the
/// time of the last change, and a bucket whose moment has passed can be forgotten.
#[derive(Debug)]
pub(crate) struct Limiter<K> {
    rate: Rate,
    full_again: Mutex<HashMap<K, Instant>>,
}

impl<K: Eq + Hash> Limiter<K> {
    pub(crate) fn new(rate: Rate) -> Self {
        Self { rate, full_again: Mutex::default() }
    }

    /// Admits one request at the time `now`, or says how long to wait.
    pub(crate) fn admit(&self, key: K, now: Instant) -> Result<(), Duration> {
        let mut full_again = self.full_again.lock().unwrap_or_else(PoisonError::into_inner);
        if full_again.len() >= MAX_KEYS {
            full_again.retain(|_, full| *full > now);
        }
        if full_again.len() >= MAX_KEYS && !full_again.contains_key(&key) {
            return Err(self.rate.interval);
        }
        let full = full_again.entry(key).or_insert(now);
        let after = (*full).max(now) + self.rate.interval;
        let room = self.rate.interval * self.rate.burst;
        match (after - now).checked_sub(room) {
            None | Some(Duration::ZERO) => {
                *full = after;
                Ok(())
            }
            Some(wait) => Err(wait),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATE: Rate = Rate { burst: 3, interval: Duration::from_secs(10) };

    #[test]
    fn after_the_burst_time_decides() {
        let limiter = Limiter::new(RATE);
        let start = Instant::now();
        for _ in 0..3 {
            assert_eq!(limiter.admit("alice", start), Ok(()));
        }
        assert_eq!(limiter.admit("alice", start), Err(Duration::from_secs(10)));
        let later = start + Duration::from_secs(4);
        assert_eq!(limiter.admit("alice", later), Err(Duration::from_secs(6)));
        let refilled = start + Duration::from_secs(10);
        assert_eq!(limiter.admit("alice", refilled), Ok(()));
        assert_eq!(limiter.admit("alice", refilled), Err(Duration::from_secs(10)));
    }

    #[test]
    fn a_refused_request_costs_nothing_and_others_are_not_affected() {
        let limiter = Limiter::new(RATE);
        let start = Instant::now();
        for _ in 0..20 {
            let _ = limiter.admit("alice", start);
        }
        assert_eq!(limiter.admit("alice", start + Duration::from_secs(30)), Ok(()));
        assert_eq!(limiter.admit("bob", start), Ok(()));
    }
}
