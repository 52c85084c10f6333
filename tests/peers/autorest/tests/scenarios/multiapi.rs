//! Four versions of an API side by side, a document for each, and two with a base path of their own.

use autorest_client::runtime::{ClientCore, Outgoing, ReqwestTransport};
use autorest_client::{
    multiapi_v0, multiapi_v1, multiapi_v1_custom_base_url, multiapi_v2, multiapi_v2_custom_base_url,
    multiapi_v3,
};
use autorest_scenarios::{URL, block_on, from_json, ok, undecodable};
use serde_json::json;

const V1: &str = "1.0.0";
const V2: &str = "2.0.0";
const V3: &str = "3.0.0";

#[test]
fn version_one() {
    ok(multiapi_v0::operation_group_one_test_two::Request::new(V1));
    use multiapi_v1::*;
    ok(test_one::Request::new(1, V1).with_message("hello"));
    ok(operation_group_one_test_two::Request::new(V1));
    ok(test_different_calls::Request::new(V1, "hello"));
}

#[test]
fn version_two() {
    use multiapi_v2::*;
    ok(operation_group_one_test_three::Request::new(V2));
    ok(operation_group_two_test_four::Request::new(true, V2));
    ok(test_different_calls::Request::new(V2, "hello").with_greeting_in_chinese("nihao"));
}

#[test]
fn version_three() {
    use multiapi_v3::*;
    let answer = ok(operation_group_one_test_two::Request::new(V3)
        .with_body(from_json(json!({ "optionalProperty": "hello" }))));
    assert!(answer.body.optional_property.is_some());
    let source = operation_group_two_test_four::RequestBody::Json(from_json(json!({ "source": "foo" })));
    ok(operation_group_two_test_four::Request::new(V3).with_body(source));
    ok(operation_group_two_test_five::Request::new(V3));
    ok(test_different_calls::Request::new(V3, "hello")
        .with_greeting_in_chinese("nihao")
        .with_greeting_in_french("bonjour"));
    let page = ok(test_paging::Request::new()).body;
    assert!(page.next_link.is_some_and(|link| link.ends_with("/multiapi/paging/2")));
    let page = ok(operation_group_one_test_operation_group_paging::Request::new()).body;
    assert!(page.next_link.is_some_and(|link| link.ends_with("/multiapi/one/paging/2")));
}

/// The server sends a text where the documents have an integer.
#[test]
fn an_id_of_another_type() {
    undecodable(multiapi_v1::test_lro::Request::new().with_body(from_json(json!({ "id": 100 }))));
    undecodable(multiapi_v1::test_lro_and_paging::Request::new());
    undecodable(multiapi_v2::test_one::Request::new(1, V2));
    undecodable(multiapi_v2::operation_group_one_test_two::Request::new(V2));
}

/// The base path of the document is a part of the URL that a client is told.
#[test]
fn base_paths() {
    fn below<O: Outgoing<Error: std::fmt::Debug>>(path: &str, request: O) {
        let transport = ReqwestTransport::new().expect("TLS can be set up");
        let client = ClientCore::new(&format!("{}/{path}", *URL), transport).expect("the URL is one");
        block_on(client.call(request)).expect("the path is there");
    }
    below("multiapiCustomBaseUrl/v1", multiapi_v1_custom_base_url::test::Request::new(1, V1));
    below("multiapiCustomBaseUrl/v2", multiapi_v2_custom_base_url::test::Request::new(2, V2));
}
