//! A request between the routing and its operation, where the middleware of a service is.

use std::sync::Arc;

use crate::runtime::Next;

use super::PathArguments;
use super::service::Inner;

/// Where a request was routed to, in its extensions.
#[derive(Clone)]
pub(super) struct Routed {
    pub(super) service: Arc<Inner>,
    pub(super) route: usize,
    pub(super) path: PathArguments,
}

/// What the innermost layer goes around: the operation that the request was routed to.
pub(super) fn next() -> Next {
    Next::of(|mut request| {
        let routed = request.extensions_mut().remove::<Routed>();
        Box::pin(async move {
            let Some(Routed { service, route, path }) = routed else {
                return Err("a layer has taken the extensions off the request".into());
            };
            Ok(service.operate(request, route, path).await)
        })
    })
}
