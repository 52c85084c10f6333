use autorest_client::{client_enum::*, types};
use autorest_scenarios::ok;

#[test]
fn an_enumeration_in_a_header() {
    ok(head::Request::new(types::XMsEnum::Single));
}
