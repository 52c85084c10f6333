use autorest_client::runtime::Body;
use autorest_client::{media_types::*, types};
use autorest_scenarios::ok;
use serde_json::json;

#[test]
fn the_body_says_which_of_several_media_types_it_is_of() {
    let source = || types::SourcePath::new().with_source("foo");
    assert_eq!(ok(analyze_body::Request::new().with_body(source())).body, "Nice job with JSON");
    ok(analyze_body_no_accept_header::Request::new().with_body(source()));
    let pdf = analyze_body::RequestBody::Bytes {
        content_type: Some("application/pdf".to_owned()),
        body: Body::from("PDF"),
    };
    assert_eq!(ok(analyze_body::Request::new().with_body(pdf)).body, "Nice job with PDF");
    ok(body_three_types::Request::new(json!({ "hello": "world" })));
    ok(body_three_types::Request::new(Body::from("hello, world")));
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
