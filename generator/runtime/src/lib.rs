//! The support code of generated crates. `runtime` is copied verbatim into each of them; here it is
//! compiled and tested, also with operations that are written by hand.

pub mod runtime;

// A generated crate, written by hand as the generator prints it. The modules are where they are in a
// generated crate, so that their paths are the same.
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
#[cfg(all(test, feature = "axum", feature = "reqwest", feature = "serve"))]
mod tests;
