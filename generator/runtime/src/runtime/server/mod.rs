//! Serving: requests in, responses out, and refusing what isn't as documented.

mod admission;
mod asked;
mod authenticator;
#[cfg(feature = "axum")]
mod axum;
mod base_paths;
mod challenge;
mod constraints;
mod incoming;
mod kinds;
mod negotiation;
mod noted;
mod optional;
mod panic;
mod problem;
mod rejection;
mod reply;
mod route;
mod routed;
pub(crate) mod router;
mod routes_macro;
mod security;
#[cfg(feature = "serve")]
mod serve;
mod service;
mod tower;

pub use asked::{Asked, NullAsAbsence, Violated};
pub use authenticator::{Authenticator, Presented, Refusal};
pub use constraints::{Alternative, ArgumentConstraints, Constrained, Keyword, Keywords, RequestConstraints};
pub use incoming::{Call, Incoming, PathArguments};
pub use problem::problem;
pub use rejection::{Rejection, Violation};
pub use reply::Reply;
pub use route::{Handling, Route, Routes};
#[allow(unused_imports, reason = "an API may have no operations")]
pub(crate) use routes_macro::routes;
pub use security::Credentials;
#[cfg(feature = "serve")]
pub use serve::{PeerAddress, ServeLimits, serve};
pub use service::Service;
pub use tower::Responding;
