//! A span for every request, named by its operation.

use http::Response;
use tower_layer::Layer;
use tracing::field::{Empty, display};
use tracing::{Instrument as _, Span, info_span};

use super::{Body, BoxError, Metadata, Next};

/// A layer that puts every request into a span of `tracing`, around a client or a server.
///
/// The span has the fields `operation` (the `operationId`, or else the name), and, as OpenTelemetry
/// names them, `http.request.method`, `http.route`, `http.response.status_code`, `error.type` and
/// `otel.name`. The route is the template of the path: no argument and no query is ever in a span.
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub struct Trace;

impl Trace {
    /// A layer that puts every request into a span.
    pub fn new() -> Self {
        Self
    }
}

impl Layer<Next> for Trace {
    type Service = Next;

    fn layer(&self, next: Next) -> Next {
        Next::of(move |request| {
            let Some(metadata) = request.extensions().get::<&'static Metadata>() else {
                return next.run(request);
            };
            let span = span(metadata);
            let answer = span.in_scope(|| next.run(request));
            let traced = async move {
                let outcome = answer.await;
                record(&Span::current(), &outcome);
                outcome
            };
            Box::pin(traced.instrument(span))
        })
    }
}

fn span(metadata: &Metadata) -> Span {
    let operation = metadata.operation_id.unwrap_or(metadata.name);
    let Metadata { method, base_path, path, .. } = metadata;
    info_span!(
        "request",
        operation,
        "otel.name" = operation,
        "http.request.method" = method.as_str(),
        "http.route" = %format_args!("{base_path}{path}"),
        "http.response.status_code" = Empty,
        "error.type" = Empty,
    )
}

fn record(span: &Span, outcome: &Result<Response<Body>, BoxError>) {
    match outcome {
        Ok(response) => {
            let status = response.status();
            span.record("http.response.status_code", status.as_u16());
            if status.is_server_error() {
                span.record("error.type", status.as_str());
            }
        }
        Err(error) => drop(span.record("error.type", display(kind(error)))),
    }
}

/// Not what the error says: it may be of anybody, and hold a URL.
#[cfg(feature = "client")]
fn kind(error: &BoxError) -> &'static str {
    use super::{TransportError, TransportErrorKind};
    match error.downcast_ref().map(TransportError::kind) {
        Some(TransportErrorKind::Connect) => "connect",
        Some(TransportErrorKind::Timeout) => "timeout",
        Some(TransportErrorKind::Body) => "body",
        _ => "other",
    }
}

#[cfg(not(feature = "client"))]
fn kind(_: &BoxError) -> &'static str {
    "other"
}
