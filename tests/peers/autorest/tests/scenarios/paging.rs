//! Pages of a list. Links to further ones lead to paths of which most are not in the document; those
//! are not for a generated client.

use autorest_client::paging::*;
use autorest_scenarios::{from_json, ok, status};
use serde::Serialize;
use serde_json::{Value, json};

/// The ID of the first product of a page.
fn first(page: impl Serialize, list: &str) -> Value {
    json!(page)[list][0]["properties"]["id"].take()
}

#[test]
fn one_page() {
    assert_eq!(first(ok(paging_get_no_item_name_pages::Request::new()).body, "value"), 1);
    assert_eq!(first(ok(paging_get_single_pages::Request::new()).body, "values"), 1);
    let named = ok(paging_get_paging_model_with_item_name_with_xms_client_name::Request::new());
    assert_eq!(first(named.body, "values"), 1);
}

/// A body of a GET, as the document has it.
#[test]
fn a_page_for_a_body() {
    let body = from_json(json!({ "name": "body" }));
    assert_eq!(first(ok(paging_get_single_pages_with_body_params::Request::new(body)).body, "values"), 1);
}

#[test]
fn links_to_the_next_page() {
    let page = ok(paging_get_multiple_pages::Request::new().with_client_request_id("client-id")).body;
    assert!(page.next_link.is_some_and(|link| link.ends_with("/paging/multiple/page/2")));
    let page = ok(paging_get_odata_multiple_pages::Request::new().with_maxresults(1).with_timeout(10)).body;
    assert!(page.odata_next_link.is_some_and(|link| link.ends_with("/paging/multiple/odata/page/2")));
    let page = ok(paging_get_multiple_pages_with_offset::Request::new(100)).body;
    assert!(page.next_link.is_some_and(|link| link.ends_with("/withpath/page/100/2")));
    let page = ok(paging_get_null_next_link_name_pages::Request::new()).body;
    assert_eq!(first(page, "values"), 1);
    let page = ok(paging_get_empty_next_link_name_pages::Request::new()).body;
    assert_eq!(page.next_link.as_deref(), Some(""));
    let page = ok(paging_first_response_empty::Request::new()).body;
    assert_eq!(page.value.map(|products| products.len()), Some(0));
    let page = ok(paging_get_multiple_pages_failure_uri::Request::new()).body;
    assert_eq!(page.next_link.as_deref(), Some("*&*#&$"), "it is not for us to judge");
}

#[test]
fn a_page_for_a_query() {
    let page = ok(paging_get_with_query_params::Request::new(100, true)).body;
    assert!(page.next_link.is_some_and(|link| link.ends_with("/nextOperationWithQueryParams")));
    assert_eq!(first(ok(paging_next_operation_with_query_params::Request::new(true)).body, "values"), 2);
    ok(paging_duplicate_params::Request::new().with_filter("foo"));
    ok(paging_append_api_version::Request::new("1.0.0"));
    ok(paging_replace_api_version::Request::new("1.0.0"));
    let page = ok(paging_get_multiple_pages_fragment_next_link::Request::new("1.6", "test_user")).body;
    assert_eq!(page.odata_next_link.as_deref(), Some("next?page=2"));
    ok(paging_get_multiple_pages_fragment_with_grouping_next_link::Request::new("1.6", "test_user"));
}

/// A default of the document is the server's business: what is not set is not sent.
#[test]
fn no_page_size() {
    ok(paging_page_with_max_page_size::Request::new());
}

#[test]
fn failures() {
    assert_eq!(status(paging_get_single_pages_failure::Request::new()), 400);
    assert_eq!(status(paging_get_multiple_pages_retry_first::Request::new()), 500);
    ok(paging_get_multiple_pages_retry_second::Request::new());
    ok(paging_get_multiple_pages_failure::Request::new());
}

/// What was accepted is polled for under a path that is not in the document.
#[test]
fn pages_of_what_was_accepted() {
    ok(paging_get_multiple_pages_lro::Request::new());
}
