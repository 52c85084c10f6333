//! The types that operations share.

mod error;
mod presence;
mod profile;

pub use error::Error;
pub use presence::{Level, Presence};
pub use profile::Profile;
