use autorest_client::runtime::Base64;
use autorest_client::url::*;
use autorest_scenarios::{from_json, ok};
use serde_json::json;

use super::{RESERVED, TEXT};

#[test]
fn booleans() {
    ok(queries_get_boolean_true::Request::new(true));
    ok(queries_get_boolean_false::Request::new(false));
    ok(queries_get_boolean_null::Request::new());
}

#[test]
fn integers() {
    ok(queries_get_int_one_million::Request::new(from_json(json!(1_000_000))));
    ok(queries_get_int_negative_one_million::Request::new(from_json(json!(-1_000_000))));
    ok(queries_get_int_null::Request::new());
    ok(queries_get_ten_billion::Request::new(from_json(json!(10_000_000_000_i64))));
    ok(queries_get_negative_ten_billion::Request::new(from_json(json!(-10_000_000_000_i64))));
    ok(queries_get_long_null::Request::new());
}

#[test]
fn numbers() {
    ok(queries_float_scientific_positive::Request::new(1.034e20));
    ok(queries_float_scientific_negative::Request::new(-1.034e-20));
    ok(queries_float_null::Request::new());
    ok(queries_double_decimal_positive::Request::new(9_999_999.999));
    ok(queries_double_decimal_negative::Request::new(-9_999_999.999));
    ok(queries_double_null::Request::new());
}

#[test]
fn texts() {
    ok(queries_string_unicode::Request::new(from_json(json!(TEXT))));
    ok(queries_string_url_encoded::Request::new(from_json(json!(RESERVED))));
    ok(queries_string_empty::Request::new(from_json(json!(""))));
    ok(queries_string_null::Request::new());
    ok(queries_enum_valid::Request::new().with_enum_query(queries_enum_valid::UriColor::GreenColor));
    ok(queries_enum_null::Request::new());
}

#[test]
fn bytes() {
    ok(queries_byte_multi_byte::Request::new().with_byte_query(Base64(TEXT.into())));
    ok(queries_byte_empty::Request::new(from_json(json!(""))));
    ok(queries_byte_null::Request::new());
}

#[test]
fn times() {
    ok(queries_date_valid::Request::new(from_json(json!("2012-01-01"))));
    ok(queries_date_null::Request::new());
    ok(queries_date_time_valid::Request::new(from_json(json!("2012-01-01T01:01:01Z"))));
    ok(queries_date_time_null::Request::new());
}

#[test]
fn lists() {
    let list = || ["ArrayQuery1", RESERVED, "", ""].map(str::to_owned).into();
    ok(queries_array_string_csv_valid::Request::new().with_array_query(list()));
    // The space in it separates, here.
    let spaced = RESERVED.split(' ').map(str::to_owned);
    let list_of_more = ["ArrayQuery1".to_owned()].into_iter().chain(spaced).chain([String::new(), String::new()]);
    ok(queries_array_string_ssv_valid::Request::new().with_array_query(list_of_more.collect()));
    ok(queries_array_string_tsv_valid::Request::new().with_array_query(list()));
    ok(queries_array_string_pipes_valid::Request::new().with_array_query(list()));
    ok(queries_array_string_csv_empty::Request::new().with_array_query(vec![]));
    ok(queries_array_string_csv_null::Request::new());
    let list = ["hello", "nihao", "bonjour"].map(str::to_owned);
    ok(queries_array_string_no_collection_format_empty::Request::new().with_array_query(list.into()));
}
