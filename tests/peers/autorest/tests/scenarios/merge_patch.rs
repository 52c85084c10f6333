use autorest_client::merge_patch::*;
use autorest_scenarios::{from_json, ok};
use serde_json::json;

/// The server counts the bytes.
#[test]
fn a_patch() {
    ok(patch_single::Request::new(from_json(json!({ "foo": "bars" }))));
}
