//! A limit for the time that a request takes, from its first byte to the last one of its response.

use std::time::Duration;

use tower_layer::Layer;

use super::deadline::Deadline;
use super::{Body, Next};

/// A layer that gives up what takes too long, the body of the response included.
///
/// Around a [`Retry`](crate::runtime::Retry) it limits all attempts together, within it each of them. It
/// takes a runtime of tokio.
#[derive(Debug, Clone, Copy)]
pub struct Timeout(Duration);

impl Timeout {
    /// Gives up after so long.
    pub fn new(limit: Duration) -> Self {
        Self(limit)
    }
}

impl Layer<Next> for Timeout {
    type Service = Next;

    fn layer(&self, next: Next) -> Next {
        let limit = self.0;
        Next::of(move |request| {
            // A time too far to be told is none.
            let Some(deadline) = Deadline::after(limit) else { return next.run(request) };
            let answer = next.run(request);
            Box::pin(async move {
                let response = deadline.limit(answer).await??;
                Ok(response.map(|body| match body.try_into_bytes() {
                    Ok(bytes) => bytes.into(),
                    Err(body) => Body::stream(deadline.limit_body(body)),
                }))
            })
        })
    }
}
