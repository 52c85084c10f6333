//! The harness for the examples of a document, on the operations written by hand.

use crate::contract::{RequestSample, ResponseSample, check_request, check_response};
use crate::login::post_login;
use crate::media::{download, get_messages, put_alias, upload};

const JSON: &[(&str, &str)] = &[("content-type", "application/json")];

#[test]
fn requests_go_round() {
    check_request::<post_login::Request>(&RequestSample {
        uri: "/_matrix/client/api/v1/login",
        headers: JSON,
        body: r#"{"username": "cheeky_monkey", "password": "ilovebananas", "medium": {"a/b": 1}}"#,
        undefined: &["/medium"],
    });
    check_request::<get_messages::Request>(&RequestSample {
        uri: "/api/rooms/%21a%3Ab/messages?presence=online&limit=3&kinds=a,b%2Cc",
        headers: &[("x-language", "de,en")],
        body: "",
        undefined: &[],
    });
    check_request::<upload::Request>(&RequestSample {
        uri: "/api/upload",
        headers: &[("content-type", "image/png")],
        body: "no picture",
        undefined: &[],
    });
    check_request::<put_alias::Request>(&RequestSample {
        uri: "/api/alias/a",
        headers: JSON,
        body: r#"{"user_id": "@a", "avatar_url": null, "level": 7, "friend": {"user_id": "@b", "avatar_url": "u"}}"#,
        undefined: &[],
    });
}

#[test]
fn responses_go_round() {
    let response = |status, body| ResponseSample { status, headers: &[], body, undefined: &[] };
    check_response::<post_login::Request>(&response(200, r#"{"user_id": "@a:b", "home_server": null}"#));
    check_response::<post_login::Request>(&response(403, "as it came"));
    check_response::<post_login::Request>(&response(429, r#"{"error": "too fast"}"#));
    check_response::<put_alias::Request>(&response(201, ""));
    check_response::<download::Request>(&ResponseSample {
        status: 200,
        headers: &[("etag", "1"), ("content-type", "image/png")],
        body: "bytes",
        undefined: &[],
    });
}

#[test]
#[should_panic(expected = "isn't documented")]
fn an_example_that_its_type_does_not_fit_is_found() {
    let sample = ResponseSample { status: 429, headers: &[], body: r#"{"error": 1}"#, undefined: &[] };
    check_response::<post_login::Request>(&sample);
}

#[test]
#[should_panic(expected = "the body")]
fn a_member_that_gets_lost_is_found() {
    let sample = ResponseSample { status: 200, headers: &[], body: r#"{"new": 1}"#, undefined: &[] };
    check_response::<post_login::Request>(&sample);
}
