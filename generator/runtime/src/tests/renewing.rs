//! Credentials that are renewed when the server refuses them.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use http::{Request, Response};
use tower::service_fn;

use super::bodies::of_unknown_length;
use crate::client::Client;
use crate::media::{post_report, put_status, upload};
use crate::runtime::{
    Body, BoxError, CallError, CredentialsError, Refreshing, StaticCredentials, TowerTransport,
};
use crate::security::{AccessToken, Bearer, Device, Session};
use crate::types::Presence;

/// A server that lets in whoever has the token `new`, and counts who asks.
fn client(asked: &Arc<AtomicUsize>) -> Client {
    let asked = Arc::clone(asked);
    let server = service_fn(move |request: Request<Body>| {
        asked.fetch_add(1, Ordering::Relaxed);
        async move {
            // All of a number of calls have been sent before the first is answered.
            tokio::task::yield_now().await;
            let known = request.uri().query() == Some("access_token=new")
                || request.headers().get("authorization").is_some_and(|value| value == "Bearer new");
            let response = Response::builder().status(if known { 200 } else { 401 });
            let response = response.header("content-type", "text/plain");
            Ok::<_, BoxError>(response.body(Body::from("1")).unwrap())
        }
    });
    Client::with_transport("http://homeserver", TowerTransport::new(server)).unwrap()
}

/// Gives the token, or fails, and counts how often.
fn tokens(first: Option<&str>, got: &Arc<AtomicUsize>, next: Option<&'static str>) -> Refreshing {
    let got = Arc::clone(got);
    Refreshing::new(first.map(AccessToken::new), move |_: Option<AccessToken>| {
        got.fetch_add(1, Ordering::Relaxed);
        async move {
            tokio::task::yield_now().await;
            next.map(AccessToken::new).ok_or_else(|| CredentialsError::new("the session is over"))
        }
    })
}

fn put() -> put_status::Request {
    put_status::Request::new("@bob", Presence::Online)
}

/// What is counted: requests to the server, and tokens that were got.
fn counts() -> (Arc<AtomicUsize>, Arc<AtomicUsize>) {
    Default::default()
}

fn count(counted: &AtomicUsize) -> usize {
    counted.load(Ordering::Relaxed)
}

#[tokio::test]
async fn a_refused_token_is_renewed_and_the_call_goes_on() {
    let (asked, got) = counts();
    let client = client(&asked).with_credentials(tokens(Some("old"), &got, Some("new")));
    client.put_status(put()).await.unwrap();
    assert_eq!((count(&asked), count(&got)), (2, 1));
    client.put_status(put()).await.unwrap();
    assert_eq!((count(&asked), count(&got)), (3, 1), "the new token is kept");
}

#[tokio::test]
async fn a_token_is_got_when_it_is_first_needed() {
    let (asked, got) = counts();
    let client = client(&asked).with_credentials(tokens(None, &got, Some("new")));
    client.put_status(put()).await.unwrap();
    assert_eq!((count(&asked), count(&got)), (1, 1));
}

#[tokio::test]
async fn it_is_renewed_only_once() {
    let (asked, got) = counts();
    let client = client(&asked).with_credentials(tokens(Some("old"), &got, Some("other")));
    assert_eq!(client.put_status(put()).await.unwrap_err().status().unwrap(), 401);
    assert_eq!((count(&asked), count(&got)), (2, 1));
}

#[tokio::test]
async fn what_does_not_change_is_not_sent_again() {
    let (asked, _) = counts();
    let client = client(&asked).with_credential(&AccessToken::new("old"));
    assert_eq!(client.put_status(put()).await.unwrap_err().status().unwrap(), 401);
    assert_eq!(count(&asked), 1);
}

#[tokio::test]
async fn a_body_that_is_a_stream_is_not_sent_again() {
    let (asked, got) = counts();
    let client = client(&asked).with_credentials(tokens(Some("old"), &got, Some("new")));
    let stream = of_unknown_length("12345");
    assert_eq!(client.upload(upload::Request::new(stream)).await.unwrap_err().status().unwrap(), 401);
    assert_eq!((count(&asked), count(&got)), (1, 0));
}

#[tokio::test]
async fn calls_at_the_same_time_share_one_renewal() {
    for (next, all_asked) in [(Some("new"), 20), (None, 10)] {
        let (asked, got) = counts();
        let client = client(&asked).with_credentials(tokens(Some("old"), &got, next));
        let calls: Vec<_> = (0..10).map(|_| tokio::spawn(client.put_status(put()))).collect();
        for call in calls {
            match call.await.unwrap() {
                Ok(_) => assert!(next.is_some()),
                Err(CallError::Credentials(_)) => assert!(next.is_none()),
                Err(error) => panic!("{error}"),
            }
        }
        assert_eq!((count(&asked), count(&got)), (all_asked, 1));
    }
}

#[tokio::test]
async fn the_other_credentials_of_an_operation_are_sent_again_as_they_were() {
    let (asked, _) = counts();
    let others = StaticCredentials::new().with(&Device::new("d")).with(&Session::new("s"));
    let get = |refused: Option<Bearer>| async move {
        assert_eq!(refused, Some(Bearer::new("old")));
        Ok(Bearer::new("new"))
    };
    let tokens = Refreshing::new(Some(Bearer::new("old")), get).otherwise(others);
    let client = client(&asked).with_credentials(tokens);
    assert_eq!(client.post_report(post_report::Request::new("spam")).await.unwrap(), 1);
    assert_eq!(count(&asked), 2);
}
