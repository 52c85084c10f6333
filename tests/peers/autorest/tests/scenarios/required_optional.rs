use autorest_client::required_optional::*;
use autorest_scenarios::{from_json, ok};
use serde_json::json;

/// What is not given is not sent.
#[test]
fn optional_by_silence() {
    ok(implicit_put_optional_query::Request::new());
    ok(implicit_put_optional_header::Request::new());
    ok(implicit_put_optional_body::Request::new());
    ok(implicit_get_optional_global_query::Request::new());
}

#[test]
fn optional_by_words() {
    ok(explicit_post_optional_integer_parameter::Request::new());
    ok(explicit_post_optional_integer_header::Request::new());
    ok(explicit_post_optional_string_parameter::Request::new());
    ok(explicit_post_optional_string_header::Request::new());
    ok(explicit_post_optional_class_parameter::Request::new());
    ok(explicit_post_optional_array_parameter::Request::new());
    ok(explicit_post_optional_array_header::Request::new());
}

#[test]
fn optional_members() {
    ok(explicit_post_optional_integer_property::Request::new().with_body(from_json(json!({}))));
    ok(explicit_post_optional_string_property::Request::new().with_body(from_json(json!({}))));
    ok(explicit_post_optional_class_property::Request::new().with_body(from_json(json!({}))));
    ok(explicit_post_optional_array_property::Request::new().with_body(from_json(json!({}))));
}

/// Bytes may always be none.
#[test]
fn bytes() {
    ok(implicit_put_optional_binary_body::Request::new(""));
    ok(explicit_put_optional_binary_body::Request::new(""));
    ok(explicit_put_required_binary_body::Request::new("Hello, world!"));
}
