use autorest_client::body_array::*;
use autorest_client::runtime::Base64;
use autorest_scenarios::{from_json, ok, parse_all, undecodable};
use serde_json::json;

#[test]
fn lists() {
    assert!(ok(array_get_empty::Request::new()).body.is_empty());
    ok(array_put_empty::Request::new(vec![]));
    undecodable(array_get_null::Request::new());
    undecodable(array_get_invalid::Request::new());
}

#[test]
fn booleans() {
    let values = vec![true, false, false, true];
    assert_eq!(ok(array_get_boolean_tfft::Request::new()).body, values);
    ok(array_put_boolean_tfft::Request::new(values));
    undecodable(array_get_boolean_invalid_null::Request::new());
    undecodable(array_get_boolean_invalid_string::Request::new());
}

#[test]
fn integers() {
    let values = vec![1, -1, 3, 300];
    assert_eq!(ok(array_get_integer_valid::Request::new()).body, values);
    ok(array_put_integer_valid::Request::new(values.clone()));
    undecodable(array_get_int_invalid_null::Request::new());
    undecodable(array_get_int_invalid_string::Request::new());

    assert_eq!(ok(array_get_long_valid::Request::new()).body, values);
    ok(array_put_long_valid::Request::new(values));
    undecodable(array_get_long_invalid_null::Request::new());
    undecodable(array_get_long_invalid_string::Request::new());
}

#[test]
fn numbers() {
    let values = vec![0.0, -0.01, -1.2e20];
    assert_eq!(ok(array_get_float_valid::Request::new()).body, values);
    ok(array_put_float_valid::Request::new(values));
    undecodable(array_get_float_invalid_null::Request::new());
    undecodable(array_get_float_invalid_string::Request::new());

    let values = vec![0.0, -0.01, -1.2e20];
    assert_eq!(ok(array_get_double_valid::Request::new()).body, values);
    ok(array_put_double_valid::Request::new(values));
    undecodable(array_get_double_invalid_null::Request::new());
    undecodable(array_get_double_invalid_string::Request::new());
}

#[test]
fn texts() {
    let values = vec!["foo1".to_owned(), "foo2".to_owned(), "foo3".to_owned()];
    assert_eq!(ok(array_get_string_valid::Request::new()).body, values);
    ok(array_put_string_valid::Request::new(values));
    let values = [Some("foo".to_owned()), None, Some("foo2".to_owned())];
    assert_eq!(ok(array_get_string_with_null::Request::new()).body, values);
    undecodable(array_get_string_with_invalid::Request::new());
}

#[test]
fn enumerations() {
    use array_get_enum_valid::FooEnum;
    let values = ok(array_get_enum_valid::Request::new()).body;
    assert_eq!(values, [FooEnum::Foo1, FooEnum::Foo2, FooEnum::Foo3]);
    use array_put_enum_valid::FooEnum as Sent;
    ok(array_put_enum_valid::Request::new(vec![Sent::Foo1, Sent::Foo2, Sent::Foo3]));

    use array_get_string_enum_valid::OkBodyItem;
    let values = ok(array_get_string_enum_valid::Request::new()).body;
    assert_eq!(values, [OkBodyItem::Foo1, OkBodyItem::Foo2, OkBodyItem::Foo3]);
    use array_put_string_enum_valid::RequestBodyItem;
    let values = vec![RequestBodyItem::Foo1, RequestBodyItem::Foo2, RequestBodyItem::Foo3];
    ok(array_put_string_enum_valid::Request::new(values));
}

#[test]
fn uuids() {
    let values = parse_all([
        "6dcc7237-45fe-45c4-8a6b-3a8a3f625652",
        "d1399005-30f7-40d6-8da6-dd7c89ad34db",
        "f42f6aa1-a5bc-4ddf-907e-5f915de43205",
    ]);
    assert_eq!(ok(array_get_uuid_valid::Request::new()).body, values);
    ok(array_put_uuid_valid::Request::new(values));
    undecodable(array_get_uuid_invalid_chars::Request::new());
}

#[test]
fn dates() {
    let values = parse_all(["2000-12-01", "1980-01-02", "1492-10-12"]);
    assert_eq!(ok(array_get_date_valid::Request::new()).body, values);
    ok(array_put_date_valid::Request::new(values));
    undecodable(array_get_date_invalid_null::Request::new());
    undecodable(array_get_date_invalid_chars::Request::new());
}

#[test]
fn moments() {
    let values = parse_all(["2000-12-01T00:00:01Z", "1980-01-01T23:11:35Z", "1492-10-12T18:15:01Z"]);
    assert_eq!(ok(array_get_date_time_valid::Request::new()).body, values);
    let values = parse_all(["2000-12-01T00:00:01Z", "1980-01-02T00:11:35Z", "1492-10-12T10:15:01Z"]);
    ok(array_put_date_time_valid::Request::new(values));
    undecodable(array_get_date_time_invalid_null::Request::new());
    undecodable(array_get_date_time_invalid_chars::Request::new());
}

/// Formats that only this vendor's documents have are texts.
#[test]
fn other_formats() {
    let values = parse_all([
        "Fri, 01 Dec 2000 00:00:01 GMT",
        "Wed, 02 Jan 1980 00:11:35 GMT",
        "Wed, 12 Oct 1492 10:15:01 GMT",
    ]);
    assert_eq!(ok(array_get_date_time_rfc1123_valid::Request::new()).body, values);
    ok(array_put_date_time_rfc1123_valid::Request::new(values));

    let values = ok(array_get_duration_valid::Request::new()).body;
    assert_eq!(values, ["P123DT22H14M12.011S", "P5DT1H0M0S"]);
    ok(array_put_duration_valid::Request::new(parse_all(["P123DT22H14M12.011S", "P5DT1H"])));

    let values = ok(array_get_base64_url::Request::new()).body;
    assert_eq!(values.last().map(String::as_str), Some("TG9yZW0gaXBzdW0"));
}

#[test]
fn bytes() {
    let values = vec![Base64(vec![255, 255, 255, 250]), Base64(vec![1, 2, 3]), Base64(vec![37, 41, 67])];
    assert_eq!(ok(array_get_byte_valid::Request::new()).body, values);
    ok(array_put_byte_valid::Request::new(values));
    undecodable(array_get_byte_invalid_null::Request::new());
}

#[test]
fn objects() {
    let values = json!([
        { "integer": 1, "string": "2" },
        { "integer": 3, "string": "4" },
        { "integer": 5, "string": "6" },
    ]);
    assert_eq!(json!(ok(array_get_complex_valid::Request::new()).body), values);
    ok(array_put_complex_valid::Request::new(from_json(values)));
    assert!(ok(array_get_complex_empty::Request::new()).body.is_empty());
    let values = ok(array_get_complex_item_empty::Request::new()).body;
    assert_eq!(values.get(1).map(|value| json!(value)), Some(json!({})));
    let values = ok(array_get_complex_item_null::Request::new()).body;
    assert_eq!(values.get(1), Some(&None));
    undecodable(array_get_complex_null::Request::new());
}

#[test]
fn lists_of_lists() {
    let values: Vec<Vec<String>> = from_json(json!([["1", "2", "3"], ["4", "5", "6"], ["7", "8", "9"]]));
    assert_eq!(ok(array_get_array_valid::Request::new()).body, values);
    ok(array_put_array_valid::Request::new(values));
    assert!(ok(array_get_array_empty::Request::new()).body.is_empty());
    assert_eq!(ok(array_get_array_item_empty::Request::new()).body.get(1), Some(&vec![]));
    assert_eq!(ok(array_get_array_item_null::Request::new()).body.get(1), Some(&None));
    undecodable(array_get_array_null::Request::new());
}

#[test]
fn lists_of_maps() {
    let values = json!([
        { "1": "one", "2": "two", "3": "three" },
        { "4": "four", "5": "five", "6": "six" },
        { "7": "seven", "8": "eight", "9": "nine" },
    ]);
    assert_eq!(json!(ok(array_get_dictionary_valid::Request::new()).body), values);
    ok(array_put_dictionary_valid::Request::new(from_json(values)));
    assert!(ok(array_get_dictionary_empty::Request::new()).body.is_empty());
    let values = ok(array_get_dictionary_item_empty::Request::new()).body;
    assert!(values.get(1).is_some_and(|value| value.is_empty()));
    assert_eq!(ok(array_get_dictionary_item_null::Request::new()).body.get(1), Some(&None));
    undecodable(array_get_dictionary_null::Request::new());
}
