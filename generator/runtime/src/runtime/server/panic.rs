//! A handler that panics is an answer of status 500, and nothing more.

use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll};

/// A panic was caught. The panic hook has reported it already.
pub(super) struct Panicked;

/// Calls a function, and survives its panic.
pub(super) fn catch<T>(call: impl FnOnce() -> T) -> Result<T, Panicked> {
    // What a panic may leave half done is the handler's state, which is shared: its locks are poisoned,
    // as they would be in a server with a task per request.
    catch_unwind(AssertUnwindSafe(call)).map_err(|_| Panicked)
}

/// A future that survives the panic of another.
pub(super) struct CatchPanic<F>(pub(super) F);

impl<F: Future + Unpin> Future for CatchPanic<F> {
    type Output = Result<F::Output, Panicked>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        match catch(|| Pin::new(&mut self.0).poll(cx)) {
            Ok(poll) => poll.map(Ok),
            Err(panicked) => Poll::Ready(Err(panicked)),
        }
    }
}
