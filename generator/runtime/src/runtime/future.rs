//! The boxed future that crosses the object-safe seams.

use std::future::Future;
use std::pin::Pin;

/// A boxed future that owns what it works on.
pub type BoxFuture<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// Any error, as it crosses a seam where its type doesn't matter.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;
