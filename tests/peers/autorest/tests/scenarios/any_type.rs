use autorest_client::any_type::*;
use autorest_scenarios::{from_json, ok};
use serde_json::json;

#[test]
fn an_object() {
    let object = ok(get_object::Request::new()).body;
    assert_eq!(json!(object), json!({ "message": "An object was successfully returned" }));
    ok(put_object::Request::new(from_json(json!({ "foo": "bar" }))));
}

#[test]
fn a_text() {
    assert_eq!(json!(ok(get_string::Request::new()).body), json!("anything"));
    ok(put_string::Request::new(from_json(json!("anything"))));
}

#[test]
fn a_list() {
    assert_eq!(json!(ok(get_array::Request::new()).body), json!(["foo", "bar"]));
    ok(put_array::Request::new(from_json(json!(["foo", "bar"]))));
}
