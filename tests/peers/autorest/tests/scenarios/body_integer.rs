use autorest_client::body_integer::*;
use autorest_scenarios::{ok, undecodable};

#[test]
fn limits() {
    ok(int_put_max32::Request::new(i32::MAX));
    ok(int_put_min32::Request::new(i32::MIN));
    ok(int_put_max64::Request::new(i64::MAX));
    ok(int_put_min64::Request::new(i64::MIN));
    undecodable(int_get_overflow_int32::Request::new());
    undecodable(int_get_underflow_int32::Request::new());
    undecodable(int_get_overflow_int64::Request::new());
    undecodable(int_get_underflow_int64::Request::new());
}

/// Seconds since 1970, a format that only this vendor's documents have.
#[test]
fn moments() {
    assert_eq!(ok(int_get_unix_time::Request::new()).body, 1_460_505_600);
    ok(int_put_unix_time_date::Request::new(1_460_505_600));
    undecodable(int_get_invalid_unix_time::Request::new());
    undecodable(int_get_null_unix_time::Request::new());
}

#[test]
fn no_value() {
    undecodable(int_get_null::Request::new());
    undecodable(int_get_invalid::Request::new());
}
