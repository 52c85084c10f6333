//! Variants of three documents that describe the same values otherwise: `decimal` for a format,
//! answers of one possible value, texts without enumerations.

use autorest_client::runtime::Decimal;
use autorest_client::{body_boolean_quirks, body_number_quirks, body_string_quirks};
use autorest_scenarios::{from_json, ok, undecodable};
use serde_json::json;

#[test]
fn booleans() {
    use body_boolean_quirks::*;
    assert!(ok(bool_get_true::Request::new()).body);
    assert!(!ok(bool_get_false::Request::new()).body);
    ok(bool_put_true::Request::new(true));
    ok(bool_put_false::Request::new(false));
    undecodable(bool_get_null::Request::new());
}

fn decimal(text: &str) -> Decimal {
    text.parse().expect("a number")
}

/// The document has the format where they are sent, and not where they come back.
#[test]
fn decimals() {
    use body_number_quirks::*;
    assert_eq!(ok(number_get_big_decimal::Request::new()).body, 2.5976931e101);
    ok(number_put_big_decimal::Request::new(decimal("2.5976931e101")));
    assert_eq!(ok(number_get_small_decimal::Request::new()).body, 2.5976931e-101);
    ok(number_put_small_decimal::Request::new(decimal("2.5976931e-101")));
    assert_eq!(ok(number_get_big_decimal_positive_decimal::Request::new()).body, 99_999_999.99);
    ok(number_put_big_decimal_positive_decimal::Request::new(decimal("99999999.99")));
    assert_eq!(ok(number_get_big_decimal_negative_decimal::Request::new()).body, -99_999_999.99);
    ok(number_put_big_decimal_negative_decimal::Request::new(decimal("-99999999.99")));
}

/// A number without a format is a double: an answer beyond the range of a float is read.
#[test]
fn numbers() {
    use body_number_quirks::*;
    assert_eq!(ok(number_get_big_float::Request::new()).body, 3.402823e20);
    ok(number_put_big_float::Request::new(3.402823e20));
    assert_eq!(ok(number_get_small_float::Request::new()).body, 3.402823e-20);
    ok(number_put_small_float::Request::new(3.402823e-20));
    assert_eq!(ok(number_get_big_double::Request::new()).body, 2.5976931e101);
    ok(number_put_small_double::Request::new(2.5976931e-101));
}

#[test]
fn texts() {
    use body_string_quirks::*;
    assert_eq!(json!(ok(string_get_empty::Request::new()).body), json!(""));
    ok(string_put_empty::Request::new(""));
    let text = json!(ok(string_get_mbcs::Request::new()).body);
    ok(string_put_mbcs::Request::new(text.as_str().expect("it is a text")));
    let text = json!(ok(string_get_whitespace::Request::new()).body);
    ok(string_put_whitespace::Request::new(text.as_str().expect("it is a text")));
    ok(string_put_null::Request::new());
    undecodable(string_get_null::Request::new());
    undecodable(string_get_not_provided::Request::new());
}

#[test]
fn enumerations() {
    use body_string_quirks::*;
    assert_eq!(json!(ok(enum_get_not_expandable::Request::new()).body), "red color");
    ok(enum_put_not_expandable::Request::new(from_json(json!("red color"))));
    assert_eq!(json!(ok(enum_get_referenced::Request::new()).body), "red color");
    ok(enum_put_referenced::Request::new(from_json(json!("red color"))));
    ok(enum_put_referenced_constant::Request::new(from_json(json!({ "ColorConstant": "green-color" }))));
    // The constant is required, and not there.
    undecodable(enum_get_referenced_constant::Request::new());
}
