//! Operations of which the document has nothing but a `default`: it is the response of a success and
//! the error of a failure.

use autorest_client::http_infrastructure_quirks::*;
use autorest_scenarios::{error, ok, status, undecodable};
use serde_json::json;

#[test]
fn a_model() {
    let answer = ok(multiple_responses_get_default_model_a200_valid::Request::new());
    assert_eq!(answer.status, 200);
    assert_eq!(json!(answer.body), json!({ "statusCode": "200" }));
    undecodable(multiple_responses_get_default_model_a200_none::Request::new());
    use multiple_responses_get_default_model_a400_none::{Error, Request};
    match error(Request::new()) {
        Error::Default { status, .. } => assert_eq!(status, 400),
        other => panic!("{other:?}"),
    }
    // No body is not the body that the document promises; the status is told all the same.
    assert_eq!(status(multiple_responses_get_default_model_a400_valid::Request::new()), 400);
}

#[test]
fn no_model() {
    let answer = ok(multiple_responses_get_default_none200_invalid::Request::new());
    assert_eq!((answer.status.as_u16(), answer.body.text().as_ref()), (200, r#"{"statusCode":"200"}"#));
    assert_eq!(ok(multiple_responses_get_default_none200_none::Request::new()).body.text(), "");
    assert_eq!(status(multiple_responses_get_default_none400_invalid::Request::new()), 400);
    assert_eq!(status(multiple_responses_get_default_none400_none::Request::new()), 400);
}
