use autorest_client::runtime::StaticCredentials;
use autorest_client::{security, security_key::*};
use autorest_scenarios::{call, call_with, secret};

#[test]
fn a_key() {
    let key = security::AzureKey::new(secret("123456789"));
    let credentials = StaticCredentials::new().with(&key);
    assert!(call_with(credentials, head::Request::new()).is_ok());
    assert!(call(head::Request::new()).is_err(), "nothing is sent without credentials");
}
