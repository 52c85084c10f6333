//! What a client of Azure does by itself, such as the header `x-ms-client-request-id` in each request,
//! a generated one is told. `x-ms-skip-url-encoding` is not followed: a value stays one value.

use std::fmt::Debug;

use autorest_client::azure_special_properties::*;
use autorest_client::runtime::http::{HeaderValue, Request as HttpRequest, Response as HttpResponse};
use autorest_client::runtime::{
    Body, BoxFuture, ClientCore, Outgoing, ReqwestTransport, Transport, TransportError,
};
use autorest_scenarios::{URL, block_on, ok};

const REQUEST: &str = "9C4D50EE-2D56-4CD3-8152-34347DC9F2B0";
const SUBSCRIPTION: &str = "1234-5678-9012-3456";
const VERSION: &str = "2015-07-01-preview";

/// Sends a header that the document does not have.
struct Numbered(ReqwestTransport);

impl Transport for Numbered {
    fn send(&self, mut request: HttpRequest<Body>) -> BoxFuture<Result<HttpResponse<Body>, TransportError>> {
        request.headers_mut().insert("x-ms-client-request-id", HeaderValue::from_static(REQUEST));
        self.0.send(request)
    }
}

#[track_caller]
fn numbered<O: Outgoing<Error: Debug>>(request: O) {
    let transport = Numbered(ReqwestTransport::new().expect("TLS can be set up"));
    let client = ClientCore::new(&URL, transport).expect("the URL is one");
    block_on(client.call(request)).expect("the server is content");
}

#[test]
fn subscriptions() {
    use subscription_in_credentials_post_method_global_not_provided_valid as not_provided;
    numbered(not_provided::Request::new(SUBSCRIPTION, VERSION));
    numbered(subscription_in_credentials_post_method_global_valid::Request::new(SUBSCRIPTION));
    numbered(subscription_in_credentials_post_path_global_valid::Request::new(SUBSCRIPTION));
    numbered(subscription_in_credentials_post_swagger_global_valid::Request::new(SUBSCRIPTION));
    numbered(subscription_in_method_post_method_local_valid::Request::new(SUBSCRIPTION));
    numbered(subscription_in_method_post_path_local_valid::Request::new(SUBSCRIPTION));
    numbered(subscription_in_method_post_swagger_local_valid::Request::new(SUBSCRIPTION));
}

#[test]
fn versions() {
    ok(api_version_default_get_method_global_not_provided_valid::Request::new(VERSION));
    ok(api_version_default_get_method_global_valid::Request::new(VERSION));
    ok(api_version_default_get_path_global_valid::Request::new(VERSION));
    ok(api_version_default_get_swagger_global_valid::Request::new(VERSION));
    ok(api_version_local_get_method_local_null::Request::new());
    use api_version_local_get_method_local_valid as method;
    ok(method::Request::new(method::ApiVersion::N20));
    use api_version_local_get_path_local_valid as path;
    ok(path::Request::new(path::ApiVersion::N20));
    use api_version_local_get_swagger_local_valid as swagger;
    ok(swagger::Request::new(swagger::ApiVersion::N20));
}

#[test]
fn ids_of_requests() {
    ok(x_ms_client_request_id_get::Request::new());
    numbered(x_ms_client_request_id_get::Request::new());
    ok(x_ms_client_request_id_param_get::Request::new(REQUEST));
    let answer = ok(header_custom_named_request_id::Request::new(REQUEST));
    assert_eq!(answer.foo_request_id.as_deref(), Some("123"));
    let answer = ok(header_custom_named_request_id_param_grouping::Request::new(REQUEST));
    assert_eq!(answer.foo_request_id.as_deref(), Some("123"));
    let answer = ok(header_custom_named_request_id_head::Request::new(REQUEST));
    assert_eq!(answer.foo_request_id.as_deref(), Some("123"));
}

#[test]
fn a_filter() {
    ok(odata_get_with_filter::Request::new()
        .with_filter("id gt 5 and name eq 'foo'")
        .with_top(10)
        .with_orderby("id"));
    ok(skip_url_encoding_get_method_query_null::Request::new());
}
