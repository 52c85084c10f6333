//! Trying again, where that can do no harm.

use std::time::Duration;

use http::{Request, Response, StatusCode};
use tokio::time::{Instant, sleep};
use tower_layer::Layer;

use crate::runtime::{Body, BoxError, Next};

use super::repeat::copy;
use super::retry_after::retry_after;
use super::{TransportError, TransportErrorKind};

/// A layer that sends a request again where the server was not to be reached or asks for patience: the
/// statuses 408, 429, 502, 503 and 504.
///
/// What may have been acted on is repeated only if its method is idempotent (RFC 9110 section 9.2.2). A
/// body that is a stream can't be sent twice. Between attempts it waits for as long as the server says
/// (`Retry-After`, or Matrix's `retry_after_ms` in the JSON of a 429), or else twice as long as the last
/// time, give or take. A wait that the budget has no room for is not begun: the answer is what came.
/// Waiting takes a runtime of tokio.
#[derive(Debug, Clone)]
pub struct Retry {
    attempts: u32,
    budget: Duration,
    first: Duration,
    longest: Duration,
    refused: bool,
}

impl Default for Retry {
    fn default() -> Self {
        Self::new()
    }
}

impl Retry {
    /// Three attempts within 30 seconds; waits from 200 milliseconds to 10 seconds.
    pub fn new() -> Self {
        Self {
            attempts: 3,
            budget: Duration::from_secs(30),
            first: Duration::from_millis(200),
            longest: Duration::from_secs(10),
            refused: false,
        }
    }

    /// At most so many attempts, the first included.
    #[must_use]
    pub fn with_attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// No further attempt later than this after the first.
    #[must_use]
    pub fn with_budget(mut self, budget: Duration) -> Self {
        self.budget = budget;
        self
    }

    /// Where the server doesn't say how long to wait: this long at first, doubled each time up to the
    /// longest. A random half of it keeps clients from coming back together.
    #[must_use]
    pub fn with_backoff(mut self, first: Duration, longest: Duration) -> Self {
        (self.first, self.longest) = (first, longest);
        self
    }

    /// Repeats requests of every method that a 429 or 503 has refused with a time to come back: for
    /// servers that carry out nothing of what they refuse so.
    #[must_use]
    pub fn repeating_refused(mut self) -> Self {
        self.refused = true;
        self
    }

    async fn run(self, next: Next, mut request: Request<Body>) -> Result<Response<Body>, BoxError> {
        let start = Instant::now();
        for attempt in 1..self.attempts {
            let Some(again) = copy(&request) else { break };
            let mut outcome = next.run(request).await;
            match self.wait(again.method().is_idempotent(), &mut outcome, attempt).await {
                Some(wait) if start.elapsed().saturating_add(wait) <= self.budget => sleep(wait).await,
                _ => return outcome,
            }
            request = again;
        }
        next.run(request).await
    }

    /// How long to wait before the request is sent again; nothing where it should not be.
    async fn wait(
        &self,
        idempotent: bool,
        outcome: &mut Result<Response<Body>, BoxError>,
        attempt: u32,
    ) -> Option<Duration> {
        let response = match outcome {
            Ok(response) if is_temporary(response.status()) => response,
            Ok(_) => return None,
            Err(error) => return (idempotent || never_sent(error)).then(|| self.backoff(attempt)),
        };
        let refuses = matches!(response.status().as_u16(), 429 | 503);
        let asked = match retry_after(response).await {
            Ok(asked) => asked,
            Err(error) => {
                *outcome = Err(TransportError::from(error).into());
                None
            }
        };
        match asked {
            // Never before the time that the server gives.
            Some(asked) if idempotent || (refuses && self.refused) => {
                Some(asked.saturating_add(jitter(self.first)))
            }
            None if idempotent => Some(self.backoff(attempt)),
            _ => None,
        }
    }

    fn backoff(&self, attempt: u32) -> Duration {
        let doubled = 2_u32.saturating_pow(attempt.saturating_sub(1));
        let wait = self.first.saturating_mul(doubled).min(self.longest);
        wait / 2 + jitter(wait / 2)
    }
}

/// From nothing to all of it.
fn jitter(most: Duration) -> Duration {
    most.mul_f64(fastrand::f64())
}

fn is_temporary(status: StatusCode) -> bool {
    matches!(status.as_u16(), 408 | 429 | 502 | 503 | 504)
}

fn never_sent(error: &BoxError) -> bool {
    error.downcast_ref().map(TransportError::kind) == Some(TransportErrorKind::Connect)
}

impl Layer<Next> for Retry {
    type Service = Next;

    fn layer(&self, next: Next) -> Next {
        let retry = self.clone();
        Next::of(move |request| Box::pin(retry.clone().run(next.clone(), request)))
    }
}
