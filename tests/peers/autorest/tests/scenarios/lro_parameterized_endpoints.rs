//! The host of the document has parameters; a client is told its URL.

use autorest_client::lro_parameterized_endpoints::*;
use autorest_scenarios::{from_json, ok};
use serde_json::json;

#[test]
fn accepted() {
    match ok(poll_with_parameterized_endpoints::Request::new()) {
        poll_with_parameterized_endpoints::Response::Accepted { location, .. } => {
            assert!(location.is_some());
        }
        other => panic!("{other:?}"),
    }
    use poll_with_constant_parameterized_endpoints::{Request, Response};
    match ok(Request::new(from_json(json!("iAmConstant")))) {
        Response::Accepted { location, .. } => assert!(location.is_some()),
        other => panic!("{other:?}"),
    }
}
