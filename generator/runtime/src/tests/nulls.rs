//! `null` for an optional member that may not be `null`: who takes it, and who doesn't.

use http::Request;
use serde_json::json;

use super::homeserver::service;
use crate::runtime::{
    Asked, Body, Field, JsonValue, NullAsAbsence, PathArguments, Service, json, json_object,
};
use crate::types::{Profile, Topic};

/// The status of the answer, and what is said about the members.
async fn put_cover(service: Service, body: &'static str) -> (u16, JsonValue) {
    let request = Request::put("/api/cover").header("content-type", "application/json");
    let (parts, body) = service.respond(request.body(Body::from(body)).unwrap()).await.into_parts();
    let answer = body.collect(1 << 20).await.unwrap();
    let problem = serde_json::from_slice::<JsonValue>(&answer).unwrap_or_default();
    (parts.status.as_u16(), problem["errors"].clone())
}

const OF_A_FRIEND: &str =
    r#"{"user_id":"a","avatar_url":null,"friend":{"user_id":"b","avatar_url":null,"level":null}}"#;

#[tokio::test]
async fn a_server_refuses_it_at_the_member() {
    let (status, errors) = put_cover(service(), OF_A_FRIEND).await;
    let detail = "expected an integer of 64 bits, found null";
    assert_eq!(errors, json!([{ "location": "body", "pointer": "/friend/level", "detail": detail }]));
    assert_eq!(status, 400);
    let (status, errors) =
        put_cover(service(), r#"{"user_id":"a","friend" : null ,"avatar_url":null}"#).await;
    let detail = "expected an object, found null";
    assert_eq!(errors, json!([{ "location": "body", "pointer": "/friend", "detail": detail }]));
    assert_eq!(status, 400);
    // That one may be `null`, and the rest is not named by the document.
    let fine = r#"{"user_id":"a","avatar_url":null,"displayname":null,"x":null}"#;
    assert_eq!(put_cover(service(), fine).await.0, 200);
}

#[tokio::test]
async fn a_server_takes_it_where_it_says_so() {
    assert_eq!(put_cover(service().with_null_as_absence(), OF_A_FRIEND).await.0, 200);
}

#[test]
fn a_client_takes_it() {
    let profile: Profile = json::from_slice(OF_A_FRIEND.as_bytes()).unwrap();
    assert_eq!(profile.friend, Some(Box::new(Profile::new("b", None))));
}

#[derive(Debug, PartialEq)]
struct Open {
    anything: Option<JsonValue>,
    topic: Option<Topic>,
    field: Field<bool>,
}
json_object!(Open { optional anything: "anything", optional topic: "topic", field field: "field" });

fn read(request: Request<Body>) -> Open {
    Asked::new(request, &PathArguments::default()).json().unwrap()
}

#[test]
fn null_is_a_value_where_any_value_is() {
    let request = || Request::new(Body::from(r#"{"anything":null,"topic":null,"field":null}"#));
    let null = Some(JsonValue::Null);
    let open = read(request());
    assert_eq!(
        open,
        Open { anything: null, topic: Some(Topic::Unknown(JsonValue::Null)), field: Field::Null }
    );
    let mut lenient = request();
    lenient.extensions_mut().insert(NullAsAbsence);
    assert_eq!(read(lenient), Open { anything: None, topic: None, field: Field::Null });
}

#[test]
fn what_is_read_afterwards_is_read_as_before() {
    let path = PathArguments::default();
    let refused = Asked::new(Request::new(Body::from(OF_A_FRIEND)), &path).json::<Profile>();
    assert_eq!(refused.unwrap_err().violations()[0].name, "/friend/level");
    assert!(json::from_slice::<Profile>(OF_A_FRIEND.as_bytes()).is_ok());
}
