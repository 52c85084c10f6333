//! What an operation that takes its time is answered with at first. Asking further, as Azure has it, is
//! not for a generated client: the paths are not in the document.

use autorest_client::{lro::*, types};
use autorest_scenarios::{from_json, ok, status, undecodable};
use serde_json::json;

fn product() -> types::ProductType4 {
    from_json(json!({ "location": "West US" }))
}

#[test]
fn complete_at_once() {
    match ok(lr_os_put200_succeeded::Request::new().with_body(product())) {
        lr_os_put200_succeeded::Response::Ok(product) => {
            assert_eq!(json!(product)["properties"]["provisioningState"], "Succeeded");
        }
        other => panic!("{other:?}"),
    }
    let created = ok(lr_os_put201_succeeded::Request::new().with_body(product())).body;
    assert_eq!(json!(created)["name"], "foo");
    ok(lr_os_put200_succeeded_no_state::Request::new().with_body(product()));
    ok(lr_os_delete204_succeeded::Request::new());
    ok(lrosa_ds_delete204_succeeded::Request::new());
    let patched = ok(lr_os_patch200_succeeded_ignore_headers::Request::new().with_body(product()));
    assert!(patched.azure_async_operation.is_some());
}

/// The headers say where to ask, and when.
#[test]
fn accepted() {
    let accepted = ok(lr_os_put_async_retry_succeeded::Request::new().with_body(product()));
    assert!(accepted.azure_async_operation.is_some_and(|url| url.ends_with("/operationResults/200/")));
    assert_eq!(accepted.retry_after, Some(0));
    let accepted = ok(lr_os_post_async_retry_failed::Request::new().with_body(product()));
    assert!(accepted.azure_async_operation.is_some() && accepted.location.is_some());
    let accepted = ok(lr_os_delete_async_retry_succeeded::Request::new());
    assert!(accepted.azure_async_operation.is_some() && accepted.location.is_some());
    match ok(lr_os_delete202_retry200::Request::new()) {
        lr_os_delete202_retry200::Response::Accepted { location, .. } => assert!(location.is_some()),
        other => panic!("{other:?}"),
    }
    match ok(lr_os_delete_provisioning202_accepted200_succeeded::Request::new()) {
        lr_os_delete_provisioning202_accepted200_succeeded::Response::Accepted { body, .. } => {
            assert_eq!(json!(body)["properties"]["provisioningState"], "Accepted");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn failures() {
    assert_eq!(status(lrosa_ds_put_non_retry400::Request::new().with_body(product())), 400);
    assert_eq!(status(lrosa_ds_delete_non_retry400::Request::new()), 400);
    assert_eq!(status(lrosa_ds_post_non_retry400::Request::new().with_body(product())), 400);
}

/// What the document promises is not there, or is something else.
#[test]
fn broken_answers() {
    undecodable(lrosa_ds_put200_invalid_json::Request::new().with_body(product()));
    undecodable(lrosa_ds_put_error201_no_provisioning_state_payload::Request::new().with_body(product()));
    // `Retry-After` is an integer.
    undecodable(lrosa_ds_put_async_relative_retry_invalid_header::Request::new().with_body(product()));
    undecodable(lrosa_ds_delete202_retry_invalid_header::Request::new());
    undecodable(lrosa_ds_delete_async_relative_retry_invalid_header::Request::new());
    undecodable(lrosa_ds_post202_retry_invalid_header::Request::new().with_body(product()));
    undecodable(lrosa_ds_post_async_relative_retry_invalid_header::Request::new().with_body(product()));
    let accepted = ok(lrosa_ds_post202_no_location::Request::new().with_body(product()));
    assert_eq!(accepted.location, None);
}
