//! Calling: requests out, responses in, over any transport.

mod answer;
#[cfg(any(feature = "hyper", feature = "reqwest"))]
mod at_once;
mod base_url;
mod core;
mod credentials;
mod error;
#[cfg(feature = "hyper")]
mod hyper;
mod outcome;
mod pending;
#[cfg(feature = "resilience")]
mod refreshing;
mod repeat;
mod request;
#[cfg(feature = "reqwest")]
mod reqwest;
#[cfg(feature = "resilience")]
mod retry;
#[cfg(feature = "resilience")]
mod retry_after;
mod tower;
mod transport;
#[cfg(feature = "reqwest")]
mod urls;

pub use self::core::ClientCore;
#[cfg(feature = "hyper")]
pub use self::hyper::HyperTransport;
#[cfg(feature = "reqwest")]
pub use self::reqwest::ReqwestTransport;
pub use answer::Answer;
pub use base_url::{BaseUrl, BaseUrlError, BuildError};
pub use credentials::{CredentialSource, StaticCredentials};
pub use error::{CallError, CredentialsError, DecodeError, TransportError, TransportErrorKind};
pub use pending::Pending;
#[cfg(feature = "resilience")]
pub use refreshing::Refreshing;
pub use request::RequestBuilder;
#[cfg(feature = "resilience")]
pub use retry::Retry;
pub use tower::TowerTransport;
pub use transport::{Outgoing, Transport};
