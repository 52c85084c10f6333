use autorest_client::runtime::StaticCredentials;
use autorest_client::{security, security_aad::*};
use autorest_scenarios::{call, call_with, secret};

#[test]
fn a_token() {
    let token = security::AadToken::new(secret("https://security.microsoft.com/.default"));
    let credentials = StaticCredentials::new().with(&token);
    assert!(call_with(credentials, head::Request::new()).is_ok());
    assert!(call(head::Request::new()).is_err(), "nothing is sent without credentials");
}
