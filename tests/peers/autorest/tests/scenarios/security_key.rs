use autorest_client::runtime::StaticCredentials;
use autorest_client::{security, security_key::*};
use autorest_scenarios::{call, call_with};

#[test]
fn a_key() {
    let credentials = StaticCredentials::new().with(&security::AzureKey::new("123456789"));
    assert!(call_with(credentials, head::Request::new()).is_ok());
    assert!(call(head::Request::new()).is_err(), "nothing is sent without credentials");
}
