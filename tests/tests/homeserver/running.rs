//! A homeserver that runs for a test.

use std::path::Path;

use matrix_client_server::Client;
use matrix_client_server::login::post_login;
use matrix_client_server::runtime::CallError;
use matrix_client_server::security::AccessToken;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::homeserver::{self, DemoUser, Homeserver};

pub(crate) const USER: &str = "@demo:localhost";
pub(crate) const PASSWORD: &str = "ilovebananas";

/// A homeserver on a free port.
pub(crate) struct Running {
    pub(crate) url: String,
    stop: oneshot::Sender<()>,
    server: JoinHandle<()>,
}

impl Running {
    /// Starts one that keeps nothing.
    pub(crate) async fn in_memory() -> Self {
        Self::start(Homeserver::in_memory("localhost").expect("a database in memory")).await
    }

    /// Starts one that keeps everything in a file.
    pub(crate) async fn with_file(database: &Path) -> Self {
        Self::start(Homeserver::open("localhost", database).expect("a database in a file")).await
    }

    async fn start(homeserver: Homeserver) -> Self {
        let demo = homeserver.prepare_demo(Some(PASSWORD.to_owned())).await.expect("a working database");
        let DemoUser { user_id, password } = demo.expect("an empty database");
        assert_eq!((user_id.as_str(), password.as_str()), (USER, PASSWORD));
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let (stop, stopped) = oneshot::channel();
        let server = tokio::spawn(homeserver::serve(listener, homeserver, async {
            let _ = stopped.await;
        }));
        Self { url, stop, server }
    }

    /// Stops it, and waits until it has.
    pub(crate) async fn stop(self) {
        let _ = self.stop.send(());
        self.server.await.expect("the server ends in order");
    }

    pub(crate) fn client(&self) -> Client {
        Client::new(&self.url).expect("a client")
    }

    /// A client with the token of the demo user.
    pub(crate) async fn demo(&self) -> Client {
        let session = self.log_in(PASSWORD).await.expect("the right password");
        let token = session.access_token.expect("a token");
        self.client().with_access_token(AccessToken::new(token))
    }

    pub(crate) async fn log_in(
        &self,
        password: &str,
    ) -> Result<post_login::Response, CallError<post_login::Error>> {
        self.client().post_login(post_login::Request::new("demo", password)).await
    }
}
