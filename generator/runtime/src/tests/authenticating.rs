//! The server's own idea of who is who.

use std::sync::Arc;

use http::{Request, Response, StatusCode};

use super::bodies::unreadable;
use crate::client::Client;
use crate::login::post_login;
use crate::media::{post_report, upload};
use crate::runtime::{
    Authenticator, Body, Presented, Principal, Refusal, Route, Routes, Service, StaticCredentials,
};
use crate::security::{AccessToken, Admin, Bearer, Device, Session};

#[derive(Debug, PartialEq)]
struct User(&'static str);

/// Knows a few tokens, and an administrator.
struct Accounts;

impl Authenticator for Accounts {
    type Principal = User;

    async fn authenticate(&self, presented: &Presented) -> Result<User, Refusal> {
        if let Some(admin) = presented.read::<Admin>() {
            return if admin.password.reveal() == "lovelace" {
                Ok(User("ada"))
            } else {
                Err(Refusal::Unknown)
            };
        }
        match presented.secret().reveal() {
            "panics" => panic!("the authenticator panics"),
            "later" => Err(Refusal::Unavailable),
            "reader" if presented.scopes() == ["report"] => Err(Refusal::InsufficientScope),
            "bob" | "reader" => Ok(User("bob")),
            _ => Err(Refusal::Unknown),
        }
    }
}

/// Operations whose answers say who called them.
fn service() -> Service {
    let log_in = Route::new(|_: Arc<()>, _: post_login::Request, token: Option<AccessToken>| async move {
        Ok(post_login::Response::new().with_user_id(named(token.as_ref().map(AccessToken::principal))))
    });
    let upload = Route::new(
        |_: Arc<()>, _: upload::Request, (token, admin): (Option<AccessToken>, Option<Admin>)| async move {
            let token = named(token.as_ref().map(AccessToken::principal));
            Ok(upload::Response::new(format!("{token} {}", named(admin.as_ref().map(Admin::principal)))))
        },
    );
    let report = Route::new(
        |_: Arc<()>, _: post_report::Request, (bearer, _, _): (Bearer, Device, Session)| async move {
            assert_eq!(bearer.principal(), Some(&User("bob")));
            Ok(1)
        },
    );
    Service::new().with(Routes::new(vec![log_in, upload, report]), Arc::new(())).with_authenticator(Accounts)
}

fn named(principal: Option<Option<&User>>) -> &'static str {
    match principal {
        Some(Some(User(name))) => name,
        Some(None) => "somebody",
        None => "nobody",
    }
}

fn client(credentials: StaticCredentials) -> Client {
    Client::with_transport("http://homeserver", service()).unwrap().with_credentials(credentials)
}

async fn uploaded(query: &str, authorization: &str) -> (StatusCode, String) {
    let request = Request::post(format!("/api/upload?{query}")).header("authorization", authorization);
    let response = service().respond(request.body(Body::empty()).unwrap()).await;
    let status = response.status();
    let body = response.into_body().collect(1000).await.unwrap();
    (status, String::from_utf8(body.to_vec()).unwrap())
}

#[tokio::test]
async fn the_principal_is_in_the_credential_that_the_handler_gets() {
    let bob = StaticCredentials::new().with(&AccessToken::new("bob"));
    let uploaded = client(bob.clone()).upload(upload::Request::new("")).await.unwrap();
    assert_eq!(uploaded.content_uri, "bob nobody");
    let ada = StaticCredentials::new().with(&Admin::new("ada", "lovelace"));
    let uploaded = client(ada).upload(upload::Request::new("")).await.unwrap();
    assert_eq!(uploaded.content_uri, "nobody ada");
}

#[tokio::test]
async fn the_handler_never_sees_a_credential_that_was_refused() {
    const ADA_WRONG: &str = "Basic YWRhOndyb25n";
    assert_eq!(uploaded("access_token=bob", ADA_WRONG).await.1, r#"{"content_uri":"bob nobody"}"#);
    assert_eq!(uploaded("access_token=mallory", ADA_WRONG).await.0, 401);
}

#[tokio::test]
async fn whose_token_is_unknown_is_not_let_in_as_nobody() {
    let log_in = async |token: Option<&str>| {
        let token = token.map(AccessToken::new);
        let credentials = token.iter().fold(StaticCredentials::new(), StaticCredentials::with);
        client(credentials).post_login(post_login::Request::new("a", "b")).await
    };
    assert_eq!(log_in(None).await.unwrap().user_id.as_deref(), Some("nobody"));
    assert_eq!(log_in(Some("bob")).await.unwrap().user_id.as_deref(), Some("bob"));
    assert_eq!(log_in(Some("expired")).await.unwrap_err().status().unwrap(), 401);
}

/// Reports with a bearer token, a device's key and a session.
async fn reported(bearer: &str) -> Response<Body> {
    let request = Request::post("/api/report?").header("authorization", format!("Bearer {bearer}"));
    let request = request.header("x-device-key", "bob").header("cookie", "session=bob");
    let request = request.header("content-type", "application/x-www-form-urlencoded");
    service().respond(request.body(Body::from("reason=spam")).unwrap()).await
}

#[tokio::test]
async fn refusals_say_why_and_what_would_do() {
    for (bearer, status, challenge) in [
        ("bob", 200, None),
        ("mallory", 401, Some(r#"Bearer realm="media", scope="report", error="invalid_token""#)),
        ("reader", 403, Some(r#"Bearer realm="media", scope="report", error="insufficient_scope""#)),
        ("later", 503, None),
        ("panics", 500, None),
    ] {
        let response = reported(bearer).await;
        assert_eq!(response.status(), status, "{bearer}");
        let first = response.headers().get("www-authenticate").map(|value| value.to_str().unwrap());
        assert_eq!(first, challenge, "{bearer}");
    }
}

#[tokio::test]
async fn the_body_of_whom_nobody_knows_is_not_read() {
    let request = Request::post("/_matrix/client/api/v1/login?access_token=mallory").body(unreadable());
    assert_eq!(service().respond(request.unwrap()).await.status(), 401);
}

#[tokio::test]
async fn without_credentials_no_error_is_named() {
    let request = Request::post("/api/report").body(Body::empty()).unwrap();
    let response = service().respond(request).await;
    let challenges: Vec<_> = response.headers().get_all("www-authenticate").iter().collect();
    assert_eq!(
        challenges,
        [
            r#"Bearer realm="media", scope="report""#,
            r#"ApiKey realm="media", in="header", name="X-Device-Key""#,
            r#"ApiKey realm="media", in="cookie", name="session""#,
        ]
    );
}

#[test]
fn a_principal_is_of_one_type_and_is_not_shown() {
    let principal = Principal::new(User("bob"));
    assert_eq!(principal.get(), Some(&User("bob")));
    assert_eq!(principal.get::<String>(), None);
    assert_eq!(
        format!("{principal:?} {:?}", Admin::new("a", "b")),
        "known Admin { username: \"a\", password: ***, principal: unknown }"
    );
}
