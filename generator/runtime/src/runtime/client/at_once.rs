//! Which answers a transport may wait for, head and body together.

use http::{Request, StatusCode};

use crate::runtime::{Body, Metadata};

/// What is known of a request's answer before it is there.
#[derive(Clone, Copy)]
pub(super) struct AtOnce(Option<&'static Metadata>);

impl AtOnce {
    /// Looks at a request.
    pub(super) fn of(request: &Request<Body>) -> Self {
        Self(request.extensions().get::<&'static Metadata>().copied())
    }

    /// What is known of the answer of an operation.
    pub(super) fn of_operation(operation: &'static Metadata) -> Self {
        Self(Some(operation))
    }

    /// Whether the answer's body is small, and nobody wants it as a stream.
    pub(super) fn allows(self, status: StatusCode, length: Option<u64>) -> bool {
        let is_collected = |metadata: &Metadata| !(metadata.streams_response)(status.as_u16());
        Body::is_small(length) && self.0.is_some_and(is_collected)
    }
}
