//! What [`rows!`](crate::rows) needs where it is called.

pub use {bytes, http};

use bytes::Bytes;
use http::{Request, Response};

/// A message with all of its body.
pub fn whole<B, E>(body: B, bytes: impl FnOnce(B) -> Result<Bytes, E>) -> Result<Bytes, String> {
    bytes(body).map_err(|_| "a body that was whole has become a stream".to_owned())
}

/// What a client sends that says what a server has read from a request.
pub type RequestAgain = fn(Request<Bytes>) -> Result<Request<Bytes>, String>;

/// What a server answers that says what a client has read from a response.
pub type ResponseAgain = fn(Response<Bytes>) -> Result<Response<Bytes>, String>;
