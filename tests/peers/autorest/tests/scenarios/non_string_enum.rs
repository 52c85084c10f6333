use autorest_client::{non_string_enum::*, types};
use autorest_scenarios::ok;

#[test]
fn integers() {
    assert_eq!(ok(int_get::Request::new()).body, types::IntEnum::N429);
    let answer = ok(int_put::Request::new().with_body(types::IntEnum::N200)).body;
    assert_eq!(answer, "Nice job posting an int enum");
}

#[test]
fn numbers() {
    assert_eq!(ok(float_get::Request::new()).body, 429.1);
    assert_eq!(ok(float_put::Request::new().with_body(200.4)).body, "Nice job posting a float enum");
}
