use autorest_client::object_type::*;
use autorest_scenarios::{error, from_json, ok};
use serde_json::json;

#[test]
fn any_object() {
    let object = ok(get::Request::new()).body;
    assert_eq!(json!(object), json!({ "message": "An object was successfully returned" }));
    ok(put::Request::new(from_json(json!({ "foo": "bar" }))));
    match error(put::Request::new(from_json(json!({ "bar": "foo" })))) {
        put::Error::Default { body, .. } => {
            assert_eq!(json!(body), json!({ "message": "The object you passed was incorrect" }));
        }
        other => panic!("{other:?}"),
    }
}
