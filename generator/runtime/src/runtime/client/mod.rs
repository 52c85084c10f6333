//! Calling: requests out, responses in, over any transport.

mod answer;
mod base_url;
mod core;
mod credentials;
mod error;
mod pending;
mod request;
#[cfg(feature = "reqwest")]
mod reqwest;
mod tower;
mod transport;

pub use self::core::ClientCore;
#[cfg(feature = "reqwest")]
pub use self::reqwest::ReqwestTransport;
pub use answer::Answer;
pub use base_url::{BaseUrl, BaseUrlError, BuildError};
pub use credentials::{CredentialSource, StaticCredentials};
pub use error::{CallError, CredentialsError, DecodeError, TransportError, TransportErrorKind};
pub use pending::Pending;
pub use request::RequestBuilder;
pub use tower::TowerTransport;
pub use transport::{Outgoing, Transport};
