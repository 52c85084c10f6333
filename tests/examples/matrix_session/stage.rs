//! Who plays: two users of one server.

use std::time::{SystemTime, UNIX_EPOCH};

use matrix_client_server::runtime::Trace;
use matrix_client_server::security::AccessToken;
use matrix_client_server::{Client, r0};

use crate::steps::Fault;

/// Greta's and Henry's password.
pub(crate) const PASSWORD: &str = "salt and pepper";

/// A server, and who talks to it.
#[derive(Debug)]
pub(crate) struct Stage {
    /// Where the server is.
    pub(crate) url: String,
    /// Nobody's client.
    pub(crate) client: Client,
    /// What names of this run end in, so that a server can see several.
    pub(crate) run: String,
    /// Who does most.
    pub(crate) greta: User,
    /// Who is invited.
    pub(crate) henry: User,
}

/// Somebody with a session.
#[derive(Debug)]
pub(crate) struct User {
    /// The client of version 1 with their token, which makes that of r0.
    pub(crate) client: Client,
    /// `@greta:localhost`.
    pub(crate) id: String,
    /// The device of the session.
    pub(crate) device: String,
}

impl Stage {
    /// With two users who are nobody yet.
    pub(crate) fn new(url: &str) -> Result<Self, Fault> {
        peers_records::secret(PASSWORD)?;
        let client = Client::new(url)?.with_layer(Trace::new());
        let nobody = || User { client: client.clone(), id: String::new(), device: String::new() };
        let run = SystemTime::now().duration_since(UNIX_EPOCH)?.as_millis().to_string();
        Ok(Self { url: url.to_owned(), greta: nobody(), henry: nobody(), client, run })
    }
}

impl User {
    /// Takes a session.
    pub(crate) fn enter(
        &mut self,
        client: &Client,
        id: String,
        device: String,
        token: String,
    ) -> Result<(), Fault> {
        peers_records::secret(&token)?;
        let client = client.clone().with_access_token(AccessToken::new(token));
        *self = Self { client, id, device };
        Ok(())
    }

    /// Their client of r0.
    pub(crate) fn r0(&self) -> r0::Client {
        self.client.r0()
    }
}
