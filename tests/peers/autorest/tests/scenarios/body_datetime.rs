use autorest_client::body_datetime::*;
use autorest_scenarios::{ok, parse, undecodable};
use serde_json::json;

#[test]
fn in_utc() {
    let max = parse("9999-12-31T23:59:59.999Z");
    assert_eq!(ok(datetime_get_utc_lowercase_max_date_time::Request::new()).body, max);
    assert_eq!(ok(datetime_get_utc_uppercase_max_date_time::Request::new()).body, max);
    ok(datetime_put_utc_max_date_time::Request::new(max));
    let min = json!(ok(datetime_get_utc_min_date_time::Request::new()).body);
    assert_eq!(min, json!("0001-01-01T00:00:00Z"));
    ok(datetime_put_utc_min_date_time::Request::new(parse("0001-01-01T00:00:00Z")));
}

#[test]
fn with_seven_digits() {
    let max = parse("9999-12-31T23:59:59.9999999Z");
    assert_eq!(ok(datetime_get_utc_uppercase_max_date_time7_digits::Request::new()).body, max);
    ok(datetime_put_utc_max_date_time7_digits::Request::new(max));
}

#[test]
fn with_an_offset() {
    let max = parse("9999-12-31T09:59:59.999Z");
    assert_eq!(ok(datetime_get_local_positive_offset_lowercase_max_date_time::Request::new()).body, max);
    assert_eq!(ok(datetime_get_local_positive_offset_uppercase_max_date_time::Request::new()).body, max);
    ok(datetime_put_local_positive_offset_max_date_time::Request::new(max));
    let min = json!(ok(datetime_get_local_positive_offset_min_date_time::Request::new()).body);
    assert_eq!(min, json!("0001-01-01T00:00:00+14:00"));
    let min = json!(ok(datetime_get_local_negative_offset_min_date_time::Request::new()).body);
    assert_eq!(min, json!("0001-01-01T00:00:00-14:00"));
    ok(datetime_put_local_negative_offset_min_date_time::Request::new(parse("0001-01-01T14:00:00Z")));
}

#[test]
fn no_value() {
    undecodable(datetime_get_null::Request::new());
    undecodable(datetime_get_invalid::Request::new());
    undecodable(datetime_get_underflow::Request::new());
    // RFC 3339 wants an offset.
    undecodable(datetime_get_local_no_offset_min_date_time::Request::new());
}

/// A moment of the year 10000 in UTC.
#[test]
fn beyond_the_last_year() {
    undecodable(datetime_get_overflow::Request::new());
    undecodable(datetime_get_local_negative_offset_uppercase_max_date_time::Request::new());
    undecodable(datetime_get_local_negative_offset_lowercase_max_date_time::Request::new());
}
