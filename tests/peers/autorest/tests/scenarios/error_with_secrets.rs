use autorest_client::error_with_secrets::*;
use autorest_scenarios::status;

#[test]
fn an_error_about_secrets() {
    assert_eq!(status(get_error_with_secrets::Request::new()), 403);
}
