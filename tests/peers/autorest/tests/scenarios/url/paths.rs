use autorest_client::runtime::{Base64, CallError};
use autorest_client::url::*;
use autorest_scenarios::{call, from_json, ok};
use serde_json::json;

use super::{RESERVED, TEXT};

#[test]
fn booleans() {
    ok(paths_get_boolean_true::Request::new(true));
    ok(paths_get_boolean_false::Request::new(false));
}

#[test]
fn integers() {
    ok(paths_get_int_one_million::Request::new(from_json(json!(1_000_000))));
    ok(paths_get_int_negative_one_million::Request::new(from_json(json!(-1_000_000))));
    ok(paths_get_ten_billion::Request::new(from_json(json!(10_000_000_000_i64))));
    ok(paths_get_negative_ten_billion::Request::new(from_json(json!(-10_000_000_000_i64))));
    ok(paths_unix_time_url::Request::new(1_460_505_600));
}

#[test]
fn numbers() {
    ok(paths_float_scientific_positive::Request::new(1.034e20));
    ok(paths_float_scientific_negative::Request::new(-1.034e-20));
    ok(paths_double_decimal_positive::Request::new(9_999_999.999));
    ok(paths_double_decimal_negative::Request::new(-9_999_999.999));
}

#[test]
fn texts() {
    ok(paths_string_unicode::Request::new(from_json(json!(TEXT))));
    ok(paths_string_url_encoded::Request::new(from_json(json!(RESERVED))));
    ok(paths_string_url_non_encoded::Request::new(from_json(json!("begin!*'();:@&=+$,end"))));
    ok(paths_base64_url::Request::new("bG9yZW0"));
    ok(paths_enum_valid::Request::new(paths_enum_valid::UriColor::GreenColor));
}

#[test]
fn bytes() {
    ok(paths_byte_multi_byte::Request::new(Base64(TEXT.into())));
}

#[test]
fn times() {
    ok(paths_date_valid::Request::new(from_json(json!("2012-01-01"))));
    ok(paths_date_time_valid::Request::new(from_json(json!("2012-01-01T01:01:01Z"))));
}

#[test]
fn lists() {
    let list = ["ArrayPath1", RESERVED, "", ""].map(str::to_owned);
    ok(paths_array_csv_in_path::Request::new(list.into()));
}

/// Arguments that the document has no other value for.
#[test]
fn nothing() {
    ok(paths_string_empty::Request::new());
    ok(paths_byte_empty::Request::new());
}

/// `/users/{id}` with no ID would be another path: nothing is sent.
#[test]
fn nothing_where_there_has_to_be_something() {
    let empty = call(paths_array_csv_in_path::Request::new(vec![]));
    assert!(matches!(empty, Err(CallError::Encode(_))));
}
