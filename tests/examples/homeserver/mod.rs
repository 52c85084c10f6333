//! A small Matrix homeserver: one server, without federation, that keeps everything in SQLite.
//!
//! `api` implements the traits of the generated crate, `front` stands before it, and the others, which
//! know nothing of either, keep the data and the rules.

mod api;
mod bearer;
mod clock;
mod database;
mod demo;
mod directory;
mod failure;
mod filters;
mod front;
mod identifiers;
mod limiter;
mod limits;
mod media;
mod passwords;
mod presence;
mod profile;
mod rooms;
mod session;
mod sync;

pub(crate) use api::serve;
pub(crate) use demo::DemoUser;

use std::net::IpAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::watch;

use database::Database;
use failure::Failure;
use identifiers::UserId;
use limiter::{Limiter, Rate};
use passwords::Passwords;

/// How often a password may be tried, for each pair of user and address.
const LOGINS: Rate = Rate { burst: 5, interval: Duration::from_secs(5) };
/// How often a user may change something.
const WRITES: Rate = Rate { burst: 20, interval: Duration::from_millis(200) };

/// The server. It is shared by all requests.
#[derive(Debug)]
pub(crate) struct Homeserver {
    /// What follows the colon in the IDs of its users.
    name: Arc<str>,
    database: Database,
    passwords: Passwords,
    logins: Limiter<(UserId, Option<IpAddr>)>,
    writes: Limiter<UserId>,
    /// Wakes up those who wait for events.
    changes: watch::Sender<()>,
}

impl Homeserver {
    /// A server that keeps its data in a file.
    pub(crate) fn open(name: &str, database: &Path) -> Result<Self, Failure> {
        Self::new(name, Database::open(database)?)
    }

    /// A server that forgets everything when it stops.
    pub(crate) fn in_memory(name: &str) -> Result<Self, Failure> {
        Self::new(name, Database::in_memory()?)
    }

    fn new(name: &str, database: Database) -> Result<Self, Failure> {
        Ok(Self {
            name: name.into(),
            database,
            passwords: Passwords::new()?,
            logins: Limiter::new(LOGINS),
            writes: Limiter::new(WRITES),
            changes: watch::Sender::new(()),
        })
    }

    /// The same server, which never says that somebody asks too often.
    #[allow(dead_code, reason = "the tests of the example do not ask that often")]
    pub(crate) fn unlimited(self) -> Self {
        let (logins, writes) = (Limiter::new(Rate::UNLIMITED), Limiter::new(Rate::UNLIMITED));
        Self { logins, writes, ..self }
    }

    /// Admits one change by `user`, unless there were too many.
    fn admit_change(&self, user: &UserId) -> Result<(), Failure> {
        self.writes.admit(user.clone(), Instant::now()).map_err(Failure::rate_limited)
    }

    /// Makes everyone who waits for events look again.
    fn announce(&self) {
        self.changes.send_replace(());
    }
}
