use autorest_client::header::*;
use autorest_client::runtime::Base64;
use autorest_scenarios::{ok, parse};

const TEXT: &str = "The quick brown fox jumps over the lazy dog";
/// As the server has it, not normalized.
const BYTES: &str = "\u{554a}\u{9f44}\u{4e02}\u{72db}\u{72dc}\u{f9f1}\u{f92c}\u{f9f1}\u{fa0c}\u{fa29}";

#[test]
fn headers_that_the_protocol_has_too() {
    ok(header_param_existing_key::Request::new("overwrite"));
    let answer = ok(header_response_existing_key::Request::new());
    assert_eq!(answer.user_agent.as_deref(), Some("overwrite"));
    ok(header_param_protected_key::Request::new("text/html"));
    let answer = ok(header_response_protected_key::Request::new());
    assert!(answer.body.content_type.is_some_and(|it| it.starts_with("text/html")));
}

#[test]
fn integers() {
    for (scenario, value) in [("positive", 1), ("negative", -2)] {
        ok(header_param_integer::Request::new(scenario, value));
        assert_eq!(ok(header_response_integer::Request::new(scenario)).value, Some(value));
    }
    for (scenario, value) in [("positive", 105), ("negative", -2)] {
        ok(header_param_long::Request::new(scenario, value));
        assert_eq!(ok(header_response_long::Request::new(scenario)).value, Some(value));
    }
}

#[test]
fn numbers() {
    for (scenario, value) in [("positive", 0.07), ("negative", -3.0)] {
        ok(header_param_float::Request::new(scenario, value));
        assert_eq!(ok(header_response_float::Request::new(scenario)).value, Some(value));
    }
    for (scenario, value) in [("positive", 7e120), ("negative", -3.0)] {
        ok(header_param_double::Request::new(scenario, value));
        assert_eq!(ok(header_response_double::Request::new(scenario)).value, Some(value));
    }
}

#[test]
fn booleans() {
    for (scenario, value) in [("true", true), ("false", false)] {
        ok(header_param_bool::Request::new(scenario, value));
        assert_eq!(ok(header_response_bool::Request::new(scenario)).value, Some(value));
    }
}

#[test]
fn texts() {
    ok(header_param_string::Request::new("valid").with_value(TEXT));
    ok(header_param_string::Request::new("null"));
    ok(header_param_string::Request::new("empty").with_value(""));
    assert_eq!(ok(header_response_string::Request::new("valid")).value.as_deref(), Some(TEXT));
    assert_eq!(ok(header_response_string::Request::new("null")).value.as_deref(), Some("null"));
    assert_eq!(ok(header_response_string::Request::new("empty")).value.as_deref(), Some(""));
}

#[test]
fn enumerations() {
    use header_param_enum::GreyscaleColors as Sent;
    use header_response_enum::GreyscaleColors as Received;
    ok(header_param_enum::Request::new("valid").with_value(Sent::Grey));
    ok(header_param_enum::Request::new("null"));
    assert_eq!(ok(header_response_enum::Request::new("valid")).value, Some(Received::Grey));
    let unknown = Received::Unknown(String::new());
    assert_eq!(ok(header_response_enum::Request::new("null")).value, Some(unknown));
}

#[test]
fn dates() {
    for (scenario, value) in [("valid", "2010-01-01"), ("min", "0001-01-01")] {
        ok(header_param_date::Request::new(scenario, parse(value)));
        assert_eq!(ok(header_response_date::Request::new(scenario)).value, Some(parse(value)));
    }
}

#[test]
fn moments() {
    for (scenario, value) in [("valid", "2010-01-01T12:34:56Z"), ("min", "0001-01-01T00:00:00Z")] {
        ok(header_param_datetime::Request::new(scenario, parse(value)));
        assert_eq!(ok(header_response_datetime::Request::new(scenario)).value, Some(parse(value)));
    }
}

/// Formats that only this vendor's documents have are texts.
#[test]
fn other_formats() {
    let moments = [("valid", "Fri, 01 Jan 2010 12:34:56 GMT"), ("min", "Mon, 01 Jan 0001 00:00:00 GMT")];
    for (scenario, value) in moments {
        ok(header_param_datetime_rfc1123::Request::new(scenario).with_value(value));
        let answer = ok(header_response_datetime_rfc1123::Request::new(scenario));
        assert_eq!(answer.value.as_deref(), Some(value));
    }
    ok(header_param_duration::Request::new("valid", "P123DT22H14M12.011S"));
    let answer = ok(header_response_duration::Request::new("valid"));
    assert_eq!(answer.value.as_deref(), Some("P123DT22H14M12.011S"));
}

#[test]
fn bytes() {
    ok(header_param_byte::Request::new("valid", Base64(BYTES.into())));
    assert_eq!(ok(header_response_byte::Request::new("valid")).value, Some(Base64(BYTES.into())));
}
