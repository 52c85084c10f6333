use autorest_client::body_dictionary::*;
use autorest_client::runtime::{Additional, Base64};
use autorest_scenarios::{from_json, ok, parse_all, undecodable};
use serde_json::json;

/// A map whose keys are the places of its values.
fn numbered<V>(values: impl IntoIterator<Item = V>) -> Additional<V> {
    (0..).map(|at: usize| at.to_string()).zip(values).collect()
}

#[test]
fn maps() {
    assert!(ok(dictionary_get_empty::Request::new()).body.is_empty());
    ok(dictionary_put_empty::Request::new(Additional::new()));
    let empty_key = ok(dictionary_get_empty_string_key::Request::new()).body;
    assert_eq!(json!(empty_key), json!({ "": "val1" }));
    undecodable(dictionary_get_null_value::Request::new());
    undecodable(dictionary_get_null_key::Request::new());
    undecodable(dictionary_get_null::Request::new());
    undecodable(dictionary_get_invalid::Request::new());
}

#[test]
fn booleans() {
    let values = numbered([true, false, false, true]);
    assert_eq!(ok(dictionary_get_boolean_tfft::Request::new()).body, values);
    ok(dictionary_put_boolean_tfft::Request::new(values));
    undecodable(dictionary_get_boolean_invalid_null::Request::new());
    undecodable(dictionary_get_boolean_invalid_string::Request::new());
}

#[test]
fn integers() {
    let values = numbered([1, -1, 3, 300]);
    assert_eq!(ok(dictionary_get_integer_valid::Request::new()).body, values);
    ok(dictionary_put_integer_valid::Request::new(values.clone()));
    undecodable(dictionary_get_int_invalid_null::Request::new());
    undecodable(dictionary_get_int_invalid_string::Request::new());

    assert_eq!(ok(dictionary_get_long_valid::Request::new()).body, values);
    ok(dictionary_put_long_valid::Request::new(values));
    undecodable(dictionary_get_long_invalid_null::Request::new());
    undecodable(dictionary_get_long_invalid_string::Request::new());
}

#[test]
fn numbers() {
    let values = numbered([0.0, -0.01, -1.2e20]);
    assert_eq!(ok(dictionary_get_float_valid::Request::new()).body, values);
    ok(dictionary_put_float_valid::Request::new(values));
    undecodable(dictionary_get_float_invalid_null::Request::new());
    undecodable(dictionary_get_float_invalid_string::Request::new());

    let values = numbered([0.0, -0.01, -1.2e20]);
    assert_eq!(ok(dictionary_get_double_valid::Request::new()).body, values);
    ok(dictionary_put_double_valid::Request::new(values));
    undecodable(dictionary_get_double_invalid_null::Request::new());
    undecodable(dictionary_get_double_invalid_string::Request::new());
}

#[test]
fn texts() {
    let values = numbered(["foo1", "foo2", "foo3"].map(str::to_owned));
    assert_eq!(ok(dictionary_get_string_valid::Request::new()).body, values);
    ok(dictionary_put_string_valid::Request::new(values));
    undecodable(dictionary_get_string_with_null::Request::new());
    undecodable(dictionary_get_string_with_invalid::Request::new());
}

#[test]
fn dates() {
    let values = numbered(parse_all(["2000-12-01", "1980-01-02", "1492-10-12"]));
    assert_eq!(ok(dictionary_get_date_valid::Request::new()).body, values);
    ok(dictionary_put_date_valid::Request::new(values));
    undecodable(dictionary_get_date_invalid_null::Request::new());
    undecodable(dictionary_get_date_invalid_chars::Request::new());
}

#[test]
fn moments() {
    let values =
        numbered(parse_all(["2000-12-01T00:00:01Z", "1980-01-01T23:11:35Z", "1492-10-12T18:15:01Z"]));
    assert_eq!(ok(dictionary_get_date_time_valid::Request::new()).body, values);
    ok(dictionary_put_date_time_valid::Request::new(values));
    undecodable(dictionary_get_date_time_invalid_null::Request::new());
    undecodable(dictionary_get_date_time_invalid_chars::Request::new());
}

/// Formats that only this vendor's documents have are texts.
#[test]
fn other_formats() {
    let values = numbered(parse_all([
        "Fri, 01 Dec 2000 00:00:01 GMT",
        "Wed, 02 Jan 1980 00:11:35 GMT",
        "Wed, 12 Oct 1492 10:15:01 GMT",
    ]));
    assert_eq!(ok(dictionary_get_date_time_rfc1123_valid::Request::new()).body, values);
    ok(dictionary_put_date_time_rfc1123_valid::Request::new(values));

    let values = numbered(parse_all(["P123DT22H14M12.011S", "P5DT1H"]));
    assert_eq!(ok(dictionary_get_duration_valid::Request::new()).body, values);
    ok(dictionary_put_duration_valid::Request::new(values));

    let values = ok(dictionary_get_base64_url::Request::new()).body;
    assert_eq!(values.get("2").map(String::as_str), Some("TG9yZW0gaXBzdW0"));
}

#[test]
fn bytes() {
    let values = numbered([vec![255, 255, 255, 250], vec![1, 2, 3], vec![37, 41, 67]].map(Base64));
    assert_eq!(ok(dictionary_get_byte_valid::Request::new()).body, values);
    ok(dictionary_put_byte_valid::Request::new(values));
    undecodable(dictionary_get_byte_invalid_null::Request::new());
}

#[test]
fn objects() {
    let values = json!({
        "0": { "integer": 1, "string": "2" },
        "1": { "integer": 3, "string": "4" },
        "2": { "integer": 5, "string": "6" },
    });
    assert_eq!(json!(ok(dictionary_get_complex_valid::Request::new()).body), values);
    ok(dictionary_put_complex_valid::Request::new(from_json(values)));
    assert!(ok(dictionary_get_complex_empty::Request::new()).body.is_empty());
    let values = ok(dictionary_get_complex_item_empty::Request::new()).body;
    assert_eq!(values.get("1").map(|value| json!(value)), Some(json!({})));
    assert_eq!(ok(dictionary_get_complex_item_null::Request::new()).body.get("1"), Some(&None));
    undecodable(dictionary_get_complex_null::Request::new());
}

#[test]
fn maps_of_lists() {
    let values: Additional<Vec<String>> =
        from_json(json!({ "0": ["1", "2", "3"], "1": ["4", "5", "6"], "2": ["7", "8", "9"] }));
    assert_eq!(ok(dictionary_get_array_valid::Request::new()).body, values);
    ok(dictionary_put_array_valid::Request::new(values));
    assert!(ok(dictionary_get_array_empty::Request::new()).body.is_empty());
    assert_eq!(ok(dictionary_get_array_item_empty::Request::new()).body.get("1"), Some(&vec![]));
    assert_eq!(ok(dictionary_get_array_item_null::Request::new()).body.get("1"), Some(&None));
    undecodable(dictionary_get_array_null::Request::new());
}

#[test]
fn maps_of_maps() {
    let values = json!({
        "0": { "1": "one", "2": "two", "3": "three" },
        "1": { "4": "four", "5": "five", "6": "six" },
        "2": { "7": "seven", "8": "eight", "9": "nine" },
    });
    assert_eq!(json!(ok(dictionary_get_dictionary_valid::Request::new()).body), values);
    ok(dictionary_put_dictionary_valid::Request::new(from_json(values)));
    assert!(ok(dictionary_get_dictionary_empty::Request::new()).body.is_empty());
    let values = ok(dictionary_get_dictionary_item_empty::Request::new()).body;
    assert!(values.get("1").is_some_and(Additional::is_empty));
    assert_eq!(ok(dictionary_get_dictionary_item_null::Request::new()).body.get("1"), Some(&None));
    undecodable(dictionary_get_dictionary_null::Request::new());
}
