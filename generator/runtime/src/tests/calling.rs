//! Client against server, in process.

use super::homeserver::{in_process, token};
use crate::login::post_login;
use crate::media::{download, get_messages, post_report, put_alias, put_status, upload};
use crate::runtime::{CallError, Operation, Secret, StaticCredentials};
use crate::security::{Admin, Bearer, Device, Session};
use crate::types;

#[tokio::test]
async fn every_outcome_of_an_operation_arrives_as_itself() {
    let client = in_process();
    let login = |name: &str, password: &str| client.post_login(post_login::Request::new(name, password));

    let session = login("bob", "ilovebananas").await.unwrap();
    assert_eq!(session.user_id.as_deref(), Some("@bob:matrix.org"));
    assert_eq!(session.home_server, None);

    match login("bob", "wrong").await {
        Err(CallError::Answer(post_login::Error::Forbidden(body))) => {
            assert_eq!(body.text(), r#"{"errcode":"M_FORBIDDEN"}"#);
            assert_eq!(body.json::<types::Error>().unwrap().errcode.as_deref(), Some("M_FORBIDDEN"));
        }
        other => panic!("{other:?}"),
    }
    match login("limited", "").await {
        Err(CallError::Answer(error @ post_login::Error::TooManyRequests(_))) => {
            assert_eq!(error.to_string(), "429 Too Many Requests");
        }
        other => panic!("{other:?}"),
    }
    match login("teapot", "").await {
        Err(CallError::Answer(post_login::Error::Undocumented(response))) => {
            assert_eq!(response.status(), 418);
            assert_eq!(response.headers()["x-tea"], "Assam");
            assert_eq!(response.body(), "short");
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn parameters_arrive_as_they_were_sent() {
    let request = get_messages::Request::new("!a/b?c#d%2F é+:localhost")
        .with_limit(-7)
        .with_presence("free_for_chat")
        .with_kinds(vec!["a,b".to_owned(), "c&d=e f+g%".to_owned(), String::new()])
        .with_x_language(vec!["de".to_owned(), "en".to_owned()]);
    let echo = in_process().get_messages(request.clone()).await.unwrap();
    assert_eq!(echo[0].user_id, format!("{request:?}"));
}

#[tokio::test]
async fn ranges_keep_their_status() {
    let client = in_process();
    let error = client.get_messages(get_messages::Request::new("!a").with_limit(-1)).await.unwrap_err();
    assert_eq!(error.status().unwrap(), 409);
    let error = client.get_messages(get_messages::Request::new("!a").with_limit(0)).await.unwrap_err();
    assert!(matches!(error, CallError::Answer(get_messages::Error::NotFound(_))));
}

#[tokio::test]
async fn credentials_go_where_the_scheme_says_and_nowhere_else() {
    let client = in_process().with_credential(&token());
    let put = || put_status::Request::new("@bob:localhost", types::Presence::Online).with_status_msg("here");
    client.put_status(put()).await.unwrap();
    let session = client.post_login(post_login::Request::new("bob", "ilovebananas")).await.unwrap();
    assert_eq!(session.access_token.as_deref(), Some(token().reveal()));

    let error = in_process().put_status(put()).await.unwrap_err();
    assert_eq!(error.status().unwrap(), 401);
}

#[tokio::test]
async fn either_of_two_schemes_lets_in() {
    let upload = || upload::Request::new("12345").with_content_type("image/png");
    let uploaded = in_process().with_credential(&token()).upload(upload()).await.unwrap();
    assert_eq!(uploaded.content_uri, "user: 5 of image/png");
    let admin = Admin::new("ada", Secret::new("a:b"));
    let uploaded = in_process().with_credential(&admin).upload(upload()).await.unwrap();
    assert_eq!(uploaded.content_uri, "ada: 5 of image/png");
    assert_eq!(in_process().upload(upload()).await.unwrap_err().status().unwrap(), 401);
}

#[tokio::test]
async fn forms_cookies_and_several_credentials_arrive_as_they_were_sent() {
    let request = post_report::Request::new("a&b=c +%\u{e9}")
        .with_language("d\u{e9}; x=1")
        .with_score(-5)
        .with_events(vec!["1,2".to_owned(), "3".to_owned()]);
    let two = StaticCredentials::new().with(&Bearer::new("b;=")).with(&Device::new("d;="));
    let all = two.clone().with(&Session::new("s;= %"));
    let reported = in_process().with_credentials(all).post_report(request.clone()).await;
    assert_eq!(reported.unwrap(), -5);
    let refused = in_process().with_credentials(two).post_report(request).await.unwrap_err();
    assert_eq!(refused.status().unwrap(), 401);
}

#[tokio::test]
async fn two_statuses_of_success_are_two_variants() {
    let client = in_process().with_credential(&Admin::new("ada", "lovelace"));
    let created = client.put_alias(put_alias::Request::new("#a:b")).await.unwrap();
    assert_eq!(created, put_alias::Response::Created);
    let profile = types::Profile::new("@bob", Some("mxc://a".to_owned()));
    let request = put_alias::Request::new("#a:b").with_body(profile.clone());
    assert_eq!(client.put_alias(request).await.unwrap(), put_alias::Response::Ok(profile));
}

#[tokio::test]
async fn a_download_is_a_stream_with_its_headers() {
    let client = in_process();
    let found = client.download(download::Request::new("matrix.org", "a.b", "tar.gz")).await.unwrap();
    assert_eq!(found.etag.as_deref(), Some("\"1\""));
    assert_eq!(found.content_type.as_deref(), Some("application/octet-stream"));
    let asked = found.body.collect(1000).await.unwrap();
    // Which dot belongs to which parameter can't be told from outside: the first takes the most.
    let read = download::Request::new("matrix.org", "a.b.tar", "gz");
    assert_eq!(asked, format!("{read:?}"));

    let error = client.download(download::Request::new("matrix.org", "a", "none")).await.unwrap_err();
    assert!(matches!(error, CallError::Answer(download::Error::NotFound(body)) if body.text() == "nothing"));
}

#[test]
fn calls_can_be_named_stored_and_sent_to_threads() {
    fn check<T: Send + 'static>(_: &T) {}
    check(&in_process().post_login(post_login::Request::new("a", "b")));
    assert_eq!(post_login::Request::METADATA.name, "post_login");
}
