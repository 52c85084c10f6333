//! What is logged of a call, at the most talkative.

use std::future::pending;
use std::io::Write;
use std::sync::{Arc, Mutex};

use tokio::net::TcpListener;
use tracing_subscriber::fmt::format::FmtSpan;

use super::homeserver::{service, token};
use crate::client::Client;
use crate::login::post_login;
use crate::media::{post_report, put_status};
use crate::runtime::{ServeLimits, StaticCredentials, Trace, serve};
use crate::security::{AccessToken, Bearer, Device, Session};
use crate::types::Presence;

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

impl Write for Log {
    fn write(&mut self, line: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(line)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Everything of `tracing` and of `log` in this process, from here on.
fn listen() -> Log {
    let log = Log::default();
    let writer = log.clone();
    tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
        .with_span_events(FmtSpan::NEW | FmtSpan::CLOSE)
        .with_writer(move || writer.clone())
        .init();
    log
}

#[tokio::test]
async fn spans_name_operation_and_route_and_the_log_holds_no_secret() {
    let log = listen();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let server = service().with_layer(Trace::new());
    tokio::spawn(serve(listener, server, ServeLimits::default(), pending()));

    let all = StaticCredentials::new().with(&token()).with(&Bearer::new("b;="));
    let all = all.with(&Device::new("d;=")).with(&Session::new("s;= %"));
    let client = Client::new(&base).unwrap().with_credentials(all).with_layer(Trace::new());
    client.put_status(put_status::Request::new("@bob:localhost", Presence::Online)).await.unwrap();
    client.post_login(post_login::Request::new("bob", "ilovebananas")).await.unwrap();
    let _ = client.post_report(post_report::Request::new("spam")).await;
    // Nothing listens on the discard port.
    let nowhere = Client::new("http://127.0.0.1:9").unwrap().with_credential(&AccessToken::new("s3cret"));
    let put = put_status::Request::new("@bob:localhost", Presence::Online);
    nowhere.with_layer(Trace::new()).put_status(put).await.unwrap_err();

    let log = log.text();
    for expected in [
        r#"operation="put_status" otel.name="put_status" http.request.method="PUT" http.route=/api/presence/{userId}/status"#,
        "http.response.status_code=200",
        "error.type=connect",
    ] {
        assert!(log.contains(expected), "{expected} is not in {log}");
    }
    for secret in ["s3cret", "access_token=", "ilovebananas", "@bob", "%40bob", "b;=", "d;=", "s;=", "s%3B"] {
        assert!(!log.contains(secret), "{secret} is in {log}");
    }
}
