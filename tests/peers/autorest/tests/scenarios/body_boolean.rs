use autorest_client::body_boolean::*;
use autorest_scenarios::{ok, undecodable};

#[test]
fn values() {
    assert!(ok(bool_get_true::Request::new()).body);
    assert!(!ok(bool_get_false::Request::new()).body);
    ok(bool_put_true::Request::new(true));
    ok(bool_put_false::Request::new(false));
}

#[test]
fn no_value() {
    undecodable(bool_get_null::Request::new());
    undecodable(bool_get_invalid::Request::new());
}
