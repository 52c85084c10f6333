//! How a refusal looks on the wire: as a Matrix error, whoever refuses.

use bytes::Bytes;
use http::{Response, StatusCode};
use matrix_client_server::runtime::{Body, Location, RawBody, Rejection, UndocumentedResponse, Violation};
use matrix_client_server::types;

use crate::homeserver::failure::Failure;

/// Turns a [`Failure`] into the errors of operations, each as its document says: a status with an arm
/// becomes that arm, and any other one is undocumented.
macro_rules! refusals {
    ($($operation:ident { $($status:literal => $arm:ident),* })*) => {$(
        impl From<$crate::homeserver::failure::Failure> for $operation::Error {
            fn from(failure: $crate::homeserver::failure::Failure) -> Self {
                match failure.status.as_u16() {
                    $($status => Self::$arm(failure.into()),)*
                    _ => Self::Undocumented(failure.into()),
                }
            }
        }
    )*};
}
pub(super) use refusals;

impl From<Failure> for types::Error {
    fn from(failure: Failure) -> Self {
        Self::new(failure.errcode).with_error(failure.message)
    }
}

impl From<Failure> for RawBody {
    fn from(failure: Failure) -> Self {
        Self::new("application/json", failure.body())
    }
}

impl From<Failure> for UndocumentedResponse {
    fn from(failure: Failure) -> Self {
        Response::<Bytes>::from(failure).into()
    }
}

/// Renders what the generated service refuses before an operation sees it.
pub(super) fn render(rejection: &Rejection) -> Response<Body> {
    let wrong: String = rejection.violations().iter().map(sentence).collect();
    let message = format!("{}{wrong}", rejection.detail());
    Response::<Bytes>::from(Failure::new(rejection.status(), errcode(rejection), message)).map(Body::from)
}

fn sentence(Violation { location, name, detail }: &Violation) -> String {
    match name.as_str() {
        "" => format!(" The {location}: {detail}."),
        name => format!(" The {location}'s `{name}`: {detail}."),
    }
}

fn errcode(rejection: &Rejection) -> &'static str {
    match rejection.status() {
        StatusCode::BAD_REQUEST => rejection.violations().first().map_or("M_UNKNOWN", errcode_of),
        StatusCode::UNAUTHORIZED => "M_MISSING_TOKEN",
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => "M_UNRECOGNIZED",
        StatusCode::PAYLOAD_TOO_LARGE => "M_TOO_LARGE",
        StatusCode::UNSUPPORTED_MEDIA_TYPE => "M_NOT_JSON",
        _ => "M_UNKNOWN",
    }
}

fn errcode_of(violation: &Violation) -> &'static str {
    match violation.location {
        Location::Body if violation.detail.starts_with("not JSON") => "M_NOT_JSON",
        Location::Body => "M_BAD_JSON",
        _ => "M_INVALID_PARAM",
    }
}
