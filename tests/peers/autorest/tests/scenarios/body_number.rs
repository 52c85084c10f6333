use autorest_client::body_number::*;
use autorest_scenarios::{ok, undecodable};

#[test]
fn floats() {
    assert_eq!(ok(number_get_big_float::Request::new()).body, 3.402823e20);
    ok(number_put_big_float::Request::new(3.402823e20));
    assert_eq!(ok(number_get_small_float::Request::new()).body, 3.402823e-20);
    ok(number_put_small_float::Request::new(3.402823e-20));
}

#[test]
fn doubles() {
    assert_eq!(ok(number_get_big_double::Request::new()).body, 2.5976931e101);
    ok(number_put_big_double::Request::new(2.5976931e101));
    assert_eq!(ok(number_get_small_double::Request::new()).body, 2.5976931e-101);
    ok(number_put_small_double::Request::new(2.5976931e-101));
    assert_eq!(ok(number_get_big_double_positive_decimal::Request::new()).body, 99_999_999.99);
    ok(number_put_big_double_positive_decimal::Request::new(99_999_999.99));
    assert_eq!(ok(number_get_big_double_negative_decimal::Request::new()).body, -99_999_999.99);
    ok(number_put_big_double_negative_decimal::Request::new(-99_999_999.99));
}

#[test]
fn no_value() {
    undecodable(number_get_null::Request::new());
    undecodable(number_get_invalid_float::Request::new());
    undecodable(number_get_invalid_double::Request::new());
    undecodable(number_get_invalid_decimal::Request::new());
}
