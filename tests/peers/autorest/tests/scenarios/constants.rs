use autorest_client::{constants::*, types};
use autorest_scenarios::{from_json, ok};
use serde_json::json;

#[test]
fn in_every_place() {
    let (header, query) = (from_json(json!(true)), from_json(json!(100)));
    ok(contants_put_client_constants::Request::new(header, query, types::PathConstant::Path));
}
