use autorest_client::body_binary::*;
use autorest_scenarios::{from_json, ok, status};
use serde_json::json;

#[test]
fn up() {
    ok(upload_file::Request::new(from_json(json!({ "more": "cowbell" }))));
    ok(upload_binary::Request::new(vec![0, 1, 255]));
}

#[test]
fn an_error_instead_of_a_stream() {
    assert_eq!(status(download_error_stream::Request::new()), 400);
}
