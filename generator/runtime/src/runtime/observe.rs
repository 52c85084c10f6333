//! Telling somebody what is called, how it ends and how long it takes: metrics.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use http::StatusCode;
use tower_layer::Layer;

use super::{Metadata, Next};

/// Is told of every request, at its start and at its end.
///
/// It is called where the request is worked on, so it should only count.
pub trait Observer: Send + Sync + 'static {
    /// A request of this operation is on its way.
    fn started(&self, metadata: &'static Metadata);

    /// It has ended: with the head of a response, or with none, where it failed or was given up.
    fn finished(&self, metadata: &'static Metadata, status: Option<StatusCode>, took: Duration);
}

/// A layer that tells an [`Observer`] of every request. For each that it is told has started, it is
/// told that it has finished.
#[derive(Clone)]
pub struct Observe(Arc<dyn Observer>);

impl Observe {
    /// A layer for the observer.
    pub fn new(observer: impl Observer) -> Self {
        Self(Arc::new(observer))
    }
}

impl Layer<Next> for Observe {
    type Service = Next;

    fn layer(&self, next: Next) -> Next {
        let observer = Arc::clone(&self.0);
        Next::of(move |request| {
            let metadata = request.extensions().get::<&'static Metadata>().copied();
            let watch = metadata.map(|metadata| Watch::start(Arc::clone(&observer), metadata));
            let answer = next.run(request);
            Box::pin(async move {
                let outcome = answer.await;
                if let Some(mut watch) = watch {
                    watch.status = outcome.as_ref().ok().map(|response| response.status());
                }
                outcome
            })
        })
    }
}

/// A request that is on its way. Its end is reported where it is dropped, whyever that is.
struct Watch {
    observer: Arc<dyn Observer>,
    metadata: &'static Metadata,
    start: Instant,
    status: Option<StatusCode>,
}

impl Watch {
    fn start(observer: Arc<dyn Observer>, metadata: &'static Metadata) -> Self {
        observer.started(metadata);
        Self { observer, metadata, start: Instant::now(), status: None }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.finished(self.metadata, self.status, self.start.elapsed());
    }
}

impl fmt::Debug for Observe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Observe")
    }
}
