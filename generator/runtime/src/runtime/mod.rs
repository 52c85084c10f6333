//! What the generated operations, clients and servers are made of.
//!
//! The modules of this API describe *what* goes over the wire; this one knows *how*: JSON, encoding of
//! paths and queries, credentials, calling, routing, refusing.

mod argument;
mod body;
#[cfg(feature = "client")]
pub mod client;
mod credential;
#[cfg(any(feature = "hyper", feature = "resilience"))]
mod deadline;
mod encode_error;
mod enums;
mod field;
mod future;
pub mod json;
#[cfg(any(feature = "client", feature = "server"))]
mod media_type;
mod metadata;
#[cfg(any(feature = "client", feature = "server"))]
mod middleware;
#[cfg(any(feature = "client", feature = "server"))]
mod observe;
mod outcome;
#[cfg(any(feature = "client", feature = "server"))]
mod percent;
mod principal;
mod raw_body;
mod scalar;
mod scalar_union;
mod secret;
#[cfg(feature = "server")]
pub mod server;
#[cfg(any(feature = "client", feature = "server"))]
mod template;
mod text;
#[cfg(feature = "resilience")]
mod timeout;
#[cfg(all(feature = "tracing", any(feature = "client", feature = "server")))]
mod trace;
#[cfg(any(feature = "client", feature = "server"))]
mod wire;

/// The crates whose types are part of this API.
pub use {bytes, http};

pub use argument::{Argument, ArgumentTexts, Separator};
pub use body::{Body, BodyError};
#[cfg(feature = "client")]
pub use client::*;
pub use credential::Credential;
pub use encode_error::{EncodeError, Location};
pub use enums::{read_scalar, read_text};
pub use field::{Additional, Field, JsonObject, JsonValue};
pub use future::{BoxError, BoxFuture};
pub use json::JsonError;
pub use metadata::{
    BodyKind, Metadata, Operation, OperationError, Payload, Scheme, SchemeKind, SchemeUse, never, on_success,
};
#[cfg(any(feature = "client", feature = "server"))]
pub use middleware::{Middleware, Next};
#[cfg(any(feature = "client", feature = "server"))]
pub use observe::{Observe, Observer};
pub use outcome::{UndocumentedResponse, status};
pub use principal::Principal;
pub use raw_body::RawBody;
pub use scalar::{Scalar, ScalarError};
pub use scalar_union::exactly;
pub use secret::Secret;
#[cfg(feature = "server")]
pub use server::*;
pub use text::AsText;
#[cfg(feature = "resilience")]
pub use timeout::Timeout;
#[cfg(all(feature = "tracing", any(feature = "client", feature = "server")))]
pub use trace::Trace;

#[allow(unused_imports, reason = "an API may need few of them")]
pub(crate) use {
    credential::token_credential,
    enums::{integer_enum, string_enum},
    json::{json_object, tagged_union, transparent, untagged_union},
    outcome::{operation_error, redacted_debug},
    scalar_union::scalar_union,
};

// Lines that end with a part are in the crates whose API needs that part, and so are the files.
mod base64; // part: base64
mod basic; // part: base64
mod date; // part: date
mod decimal; // part: decimal
#[cfg(feature = "server")] // part: look_around
mod look_around; // part: look_around
mod multipart; // part: multipart
#[cfg(feature = "server")] // part: pattern
mod pattern; // part: pattern
mod uuid; // part: uuid

pub use base64::Base64; // part: base64
#[allow(unused_imports, reason = "base64 may be needed for JSON only")] // part: base64
pub(crate) use basic::basic_credential; // part: base64
pub use basic::{split_user_pass, user_pass}; // part: base64
pub use date::{Date, DateTime}; // part: date
pub use decimal::Decimal; // part: decimal
pub use jiff; // part: date
#[cfg(feature = "server")] // part: look_around
pub use look_around::matches_with_look_around; // part: look_around
pub use multipart::*; // part: multipart
#[cfg(feature = "server")] // part: pattern
pub use pattern::matches; // part: pattern
pub use uuid::Uuid; // part: uuid
