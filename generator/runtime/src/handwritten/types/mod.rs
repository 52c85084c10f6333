//! The types that operations share.

mod error;
mod event;
mod presence;
mod profile;

pub use error::Error;
pub use event::{Event, Member, Message, Topic};
pub use presence::{Level, Presence};
pub use profile::Profile;
