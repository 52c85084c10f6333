//! Secrets, and what people say, stay out of logs.

use super::homeserver::{in_process, token};
use crate::login::post_login;
use crate::media::put_status;
use crate::runtime::{Body, Outgoing, RawBody, ReqwestTransport, Secret};
use crate::security::Admin;
use crate::{client::Client, runtime::CallError, types::Presence};

const SECRET: &str = "hunter2";

#[test]
fn debug_shows_no_secret() {
    let body = || RawBody::new("text/plain", SECRET);
    let response = http::Response::new(bytes::Bytes::from(SECRET));
    let shown = [
        format!("{:?}", post_login::Request::new("bob", SECRET)),
        format!("{:?}", post_login::Response::new().with_access_token(SECRET)),
        format!("{:?}", post_login::Error::Forbidden(body())),
        format!("{:?}", post_login::Error::Undocumented(response.into())),
        format!("{:?}", Admin::new("ada", SECRET)),
        format!("{:?}", Secret::new(SECRET)),
        format!("{:?}", Body::from(SECRET)),
        format!("{:?}", in_process().with_credential(&Admin::new("ada", SECRET))),
    ];
    for shown in shown {
        assert!(!shown.contains(SECRET), "{shown}");
    }
    assert_eq!(
        format!("{:?}", post_login::Request::new("bob", SECRET)),
        r#"Request { username: "bob", password: *** }"#
    );
}

#[test]
fn an_answer_that_can_not_be_read_keeps_its_bytes_and_shows_none() {
    let answer = http::Response::new(Body::from(r#"{"access_token": {"hunter2": 1}}"#));
    let error = <post_login::Request as Outgoing>::decode(answer).unwrap_err();
    assert_eq!(error.path(), "/access_token");
    assert_eq!(error.response().body(), r#"{"access_token": {"hunter2": 1}}"#);
    assert!(!format!("{error} {error:?}").contains(SECRET));
}

#[tokio::test]
async fn errors_of_the_network_do_not_show_the_url() {
    let transport = ReqwestTransport::new().unwrap();
    // Nothing listens on the discard port.
    let client = Client::with_transport("http://127.0.0.1:9", transport).unwrap().with_credential(&token());
    let error = client.put_status(put_status::Request::new("@a", Presence::Online)).await.unwrap_err();
    let CallError::Transport(error) = error else { panic!("{error:?}") };
    let mut shown = format!("{error} {error:?}");
    let mut source = std::error::Error::source(&error);
    while let Some(error) = source {
        shown.push_str(&format!(" {error} {error:?}"));
        source = error.source();
    }
    assert!(!shown.contains("s3cret") && !shown.contains("access_token"), "{shown}");
    assert_eq!(error.kind(), crate::runtime::TransportErrorKind::Connect);
}
