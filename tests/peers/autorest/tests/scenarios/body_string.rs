use autorest_client::runtime::Base64;
use autorest_client::{body_string::*, types};
use autorest_scenarios::{from_json, ok, undecodable};
use serde_json::json;

/// A document may know a text by its only value: the client reads and writes it as any other.
#[test]
fn constants() {
    assert_eq!(json!(ok(string_get_empty::Request::new()).body), json!(""));
    ok(string_put_empty::Request::new(from_json(json!(""))));
    let text = json!(ok(string_get_mbcs::Request::new()).body);
    ok(string_put_mbcs::Request::new(from_json(text)));
    let text = json!(ok(string_get_whitespace::Request::new()).body);
    assert!(text.as_str().is_some_and(|text| text.trim().len() + 8 == text.len()));
    ok(string_put_whitespace::Request::new(from_json(text)));
}

#[test]
fn no_value() {
    ok(string_put_null::Request::new());
    undecodable(string_get_null::Request::new());
    undecodable(string_get_not_provided::Request::new());
    undecodable(string_get_null_base64_url_encoded::Request::new());
}

#[test]
fn enumerations() {
    assert_eq!(ok(enum_get_not_expandable::Request::new()).body, enum_get_not_expandable::Colors::RedColor);
    ok(enum_put_not_expandable::Request::new(enum_put_not_expandable::Colors::RedColor));
    assert_eq!(ok(enum_get_referenced::Request::new()).body, types::Colors::RedColor);
    ok(enum_put_referenced::Request::new(types::Colors::RedColor));
    ok(enum_put_referenced_constant::Request::new(from_json(json!({ "ColorConstant": "green-color" }))));
    // The constant is required, and not there.
    undecodable(enum_get_referenced_constant::Request::new());
}

#[test]
fn bytes() {
    let bytes = ok(string_get_base64_encoded::Request::new()).body;
    assert_eq!(bytes, Base64(b"a string that gets encoded with base64".to_vec()));
    let text = ok(string_get_base64_url_encoded::Request::new()).body;
    assert_eq!(text, "YSBzdHJpbmcgdGhhdCBnZXRzIGVuY29kZWQgd2l0aCBiYXNlNjR1cmw");
    ok(string_put_base64_url_encoded::Request::new(text));
}
