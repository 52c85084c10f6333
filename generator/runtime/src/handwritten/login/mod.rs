//! Logging in.
//!
//! Source: `login.yaml`.

pub mod post_login;

#[cfg(feature = "server")]
mod server;
#[cfg(feature = "server")]
pub use server::{Login, routes};
