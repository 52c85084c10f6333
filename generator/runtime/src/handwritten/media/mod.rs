//! Rooms and media: an operation of every other kind.
//!
//! Source: `media.yaml`.

pub mod download;
pub mod get_messages;
pub mod post_attachment;
pub mod post_report;
pub mod put_alias;
pub mod put_cover;
pub mod put_status;
pub mod upload;

#[cfg(feature = "server")]
mod server;
#[cfg(feature = "server")]
pub use server::{Media, routes};
