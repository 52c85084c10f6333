//! The support code of generated crates.
//!
//! - `runtime/` is copied verbatim into each of them as `src/runtime/`, so nothing in it depends on this
//!   package. It is free of warnings in every set of features: `client`, `reqwest`, `hyper`, `server`,
//!   `axum`, `serve`, or none.
//! - Lines of `runtime/mod.rs` that end in `// part: x`, and the files they name, are left out where the
//!   API doesn't need that part: `date` (jiff), `decimal` (serde_json's raw values), `uuid` (uuid), `base64` (base64; also for Basic
//!   authentication), `multipart` (multer).
//! - `contract.rs` is copied as `tests/contract/support.rs`.
//! - `handwritten/` is a generated crate, written by hand as the generator prints it: the traits have to
//!   be usable by people too. The tests call it from both sides.

pub mod runtime;

// The modules of `handwritten` are where they are in a generated crate, so that their paths are the same.
#[cfg(all(test, feature = "client"))]
#[path = "handwritten/client.rs"]
pub mod client;
#[cfg(test)]
#[path = "handwritten/login/mod.rs"]
pub mod login;
#[cfg(test)]
#[path = "handwritten/media/mod.rs"]
pub mod media;
#[cfg(test)]
#[path = "handwritten/security.rs"]
pub mod security;
#[cfg(all(test, feature = "server"))]
#[path = "handwritten/server.rs"]
pub mod server;
#[cfg(test)]
#[path = "handwritten/types/mod.rs"]
pub mod types;

#[cfg(all(test, feature = "client", feature = "server"))]
mod contract;
#[cfg(all(
    test,
    feature = "axum",
    feature = "hyper",
    feature = "reqwest",
    feature = "resilience",
    feature = "serve",
    feature = "tracing"
))]
mod tests;
