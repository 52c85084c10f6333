use autorest_client::incorrect_error_response::*;
use autorest_scenarios::error;

#[test]
fn an_error_that_is_a_page() {
    match error(get_incorrect_error_from_server::Request::new()) {
        get_incorrect_error_from_server::Error::Default { status, body } => {
            assert_eq!((status.as_u16(), &*body.text()), (444, "foobar"));
        }
        other => panic!("{other:?}"),
    }
}
