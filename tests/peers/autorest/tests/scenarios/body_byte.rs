use autorest_client::body_byte::*;
use autorest_client::runtime::Base64;
use autorest_scenarios::{ok, undecodable};

const BYTES: [u8; 10] = [255, 254, 253, 252, 251, 250, 249, 248, 247, 246];

#[test]
fn values() {
    assert_eq!(ok(byte_get_non_ascii::Request::new()).body, Base64(BYTES.into()));
    assert_eq!(ok(byte_get_empty::Request::new()).body, Base64::default());
    ok(byte_put_non_ascii::Request::new(Base64(BYTES.into())));
}

#[test]
fn no_value() {
    undecodable(byte_get_null::Request::new());
    undecodable(byte_get_invalid::Request::new());
}
