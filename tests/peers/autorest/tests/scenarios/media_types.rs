use autorest_client::{media_types::*, types};
use autorest_scenarios::ok;
use serde_json::json;

/// The first kind of body that the document describes: JSON.
#[test]
fn one_of_several_media_types() {
    let source = || types::SourcePath::new().with_source("foo");
    assert_eq!(ok(analyze_body::Request::new().with_body(source())).body, "Nice job with JSON");
    ok(analyze_body_no_accept_header::Request::new().with_body(source()));
    ok(body_three_types::Request::new(json!({ "hello": "world" })));
}

#[test]
fn with_a_charset() {
    let answer = ok(content_type_with_encoding::Request::new().with_body("foo")).body;
    assert_eq!(answer, "Nice job sending content type with encoding");
}

/// Bytes are of the media type that the caller says.
#[test]
fn bytes_of_a_media_type() {
    let json = r#"{"hello":"world"}"#;
    use binary_body_with_two_content_types as two;
    ok(two::Request::new("bytes"));
    ok(two::Request::new(json).with_content_type("application/json"));
    use binary_body_with_three_content_types as three;
    ok(three::Request::new("bytes"));
    ok(three::Request::new("hello, world").with_content_type("text/plain"));
    ok(three::Request::new(json).with_content_type("application/json"));
}
