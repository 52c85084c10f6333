//! Every way in which a login ends, as its document has it.

use http::StatusCode;
use matrix_client_server::login::post_login;
use matrix_client_server::runtime::{CallError, JsonObject};
use serde_json::json;

use crate::running::{PASSWORD, Running, USER};

#[tokio::test]
async fn the_right_password_is_a_200_with_a_session() {
    let homeserver = Running::in_memory().await;
    let session = homeserver.log_in(PASSWORD).await.expect("the right password");
    assert_eq!(session.user_id.as_deref(), Some(USER));
    assert_eq!(session.home_server.as_deref(), Some("localhost"));
    assert_eq!(session.access_token.map(|token| token.len()), Some(43));
    homeserver.stop().await;
}

#[tokio::test]
async fn the_wrong_password_is_a_403_with_its_body() {
    let homeserver = Running::in_memory().await;
    let Err(CallError::Answer(post_login::Error::Forbidden(body))) = homeserver.log_in("guess").await else {
        panic!("not a 403");
    };
    assert_eq!(body.content_type.as_deref(), Some("application/json"));
    let error = json!({ "errcode": "M_FORBIDDEN", "error": "The user name or the password is wrong." });
    assert_eq!(body.text(), error.to_string());
    homeserver.stop().await;
}

#[tokio::test]
async fn too_many_attempts_are_a_429_as_the_error_of_matrix() {
    let homeserver = Running::in_memory().await;
    // More than the server admits at once.
    for _ in 0..6 {
        match homeserver.log_in("guess").await {
            Err(CallError::Answer(post_login::Error::Forbidden(_))) => {}
            Err(CallError::Answer(post_login::Error::TooManyRequests(error))) => {
                assert_eq!(error.errcode, "M_LIMIT_EXCEEDED");
                assert!(error.error.is_some_and(|text| text.starts_with("Too many requests.")));
                return homeserver.stop().await;
            }
            other => panic!("{other:?}"),
        }
    }
    panic!("every attempt was admitted");
}

#[tokio::test]
async fn a_broken_database_is_a_500_with_status_headers_and_body() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("homeserver.sqlite");
    let homeserver = Running::with_file(&file).await;
    let database = rusqlite::Connection::open(&file).expect("a second connection");
    database.execute_batch("DROP TABLE access_tokens").expect("the table goes");
    let Err(CallError::Answer(post_login::Error::Undocumented(response))) = homeserver.log_in(PASSWORD).await
    else {
        panic!("not a status that the document leaves out");
    };
    assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(response.headers()["x-content-type-options"], "nosniff");
    let body: JsonObject = serde_json::from_slice(response.body()).expect("JSON");
    assert_eq!(body["errcode"], "M_UNKNOWN");
    homeserver.stop().await;
}
