//! The format is no one of the specification's; such values are texts.

use autorest_client::body_datetime_rfc1123::*;
use autorest_scenarios::{ok, undecodable};
use serde_json::json;

const MAX: &str = "Fri, 31 Dec 9999 23:59:59 GMT";
const MIN: &str = "Mon, 01 Jan 0001 00:00:00 GMT";

#[test]
fn values() {
    ok(datetimerfc1123_put_utc_max_date_time::Request::new(MAX));
    ok(datetimerfc1123_put_utc_min_date_time::Request::new(MIN));
    let lowercase = ok(datetimerfc1123_get_utc_lowercase_max_date_time::Request::new()).body;
    assert_eq!(lowercase, MAX.to_lowercase());
    let uppercase = ok(datetimerfc1123_get_utc_uppercase_max_date_time::Request::new()).body;
    assert_eq!(uppercase, MAX.to_uppercase());
    assert_eq!(json!(ok(datetimerfc1123_get_utc_min_date_time::Request::new()).body), json!(MIN));
}

#[test]
fn other_texts() {
    assert!(ok(datetimerfc1123_get_invalid::Request::new()).body.ends_with("ABC"));
    assert!(ok(datetimerfc1123_get_overflow::Request::new()).body.contains("10000"));
    assert!(ok(datetimerfc1123_get_underflow::Request::new()).body.contains("0000"));
    undecodable(datetimerfc1123_get_null::Request::new());
}
