use autorest_client::body_date::*;
use autorest_scenarios::{ok, parse, undecodable};
use serde_json::json;

#[test]
fn values() {
    assert_eq!(ok(date_get_max_date::Request::new()).body, parse("9999-12-31"));
    ok(date_put_max_date::Request::new(parse("9999-12-31")));
    assert_eq!(json!(ok(date_get_min_date::Request::new()).body), json!("0001-01-01"));
    ok(date_put_min_date::Request::new(parse("0001-01-01")));
}

#[test]
fn no_value() {
    undecodable(date_get_null::Request::new());
    undecodable(date_get_invalid_date::Request::new());
    undecodable(date_get_overflow_date::Request::new());
    undecodable(date_get_underflow_date::Request::new());
}
