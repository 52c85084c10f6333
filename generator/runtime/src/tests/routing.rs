//! From a method, a path and a query to an operation.

use http::{Method, Request};

use super::homeserver::service;
use crate::runtime::server::router::Router;
use crate::runtime::{Body, Metadata, Payload, RequestBuilder, Service, never};

const NO_QUERY: Pairs = &[];

type Pairs = &'static [(&'static str, Option<&'static str>)];

/// What a table of operations is made of.
type Row = (Method, &'static str, Pairs);

/// Metadata that differ in what requests are routed by, which live as long as the test.
fn metadata((method, path, fixed_query): &Row) -> &'static Metadata {
    Box::leak(Box::new(Metadata {
        name: "",
        operation_id: None,
        document: "",
        method: method.clone(),
        base_path: "",
        path,
        fixed_query,
        security: &[],
        request_body: Payload::None,
        accept: "",
        streams_request: false,
        streams_response: never,
    }))
}

/// The route, and the arguments of the names.
fn find(rows: &[Row], method: Method, uri: &str, names: &[&str]) -> Result<(usize, String), u16> {
    let mut router = Router::default();
    for (index, row) in rows.iter().enumerate() {
        router.add(metadata(row), "", index);
    }
    match router.find(&method, &uri.parse().unwrap()) {
        Ok((route, arguments)) => {
            let arguments: Vec<_> = names.iter().filter_map(|name| arguments.get(name)).collect();
            Ok((route, arguments.join(" ")))
        }
        Err(rejection) => Err(rejection.status().as_u16()),
    }
}

/// A path of a document is a part of a URL (Swagger 2.0, Paths Object), in any of its spellings.
#[test]
fn what_a_template_has_encoded_is_meant_decoded() {
    let templates = [(Method::GET, "/a%2cb%20c/{x}", NO_QUERY), (Method::GET, "/a%2Fb", NO_QUERY)];
    let find = |path| find(&templates, Method::GET, path, &["x"]);
    for path in ["/a%2cb%20c/1", "/a%2Cb%20c/1", "/a,b%20c/1"] {
        assert_eq!(find(path), Ok((0, "1".to_owned())), "{path}");
    }
    assert_eq!(find("/a%2fb"), Ok((1, String::new())));
    assert_eq!(find("/a/b"), Err(404));
}

#[test]
fn templates_that_differ_in_their_names_only_are_one() {
    let templates = [
        (Method::GET, "/a/{x}/b/{y}", NO_QUERY),
        (Method::PUT, "/a/{y}/b/{x}", NO_QUERY),
        (Method::GET, "/a/{x}/b/c", NO_QUERY),
    ];
    let find = |method, path| find(&templates, method, path, &["x", "y"]);
    assert_eq!(find(Method::GET, "/a/1/b/2"), Ok((0, "1 2".to_owned())));
    assert_eq!(find(Method::PUT, "/a/1/b/2"), Ok((1, "2 1".to_owned())));
    assert_eq!(find(Method::GET, "/a/1/b/c"), Ok((2, "1".to_owned())));
    assert_eq!(find(Method::PUT, "/a/1/b/c"), Err(405));
    assert_eq!(find(Method::GET, "/a//b/2"), Err(404));
    assert_eq!(find(Method::GET, "/a/1/b/2/"), Err(404));
}

#[test]
fn the_most_literal_template_wins() {
    let templates = [
        (Method::GET, "/r/{a}", NO_QUERY),
        (Method::GET, "/r/{a}.{b}", NO_QUERY),
        (Method::GET, "/r/v{a}.{b}.{c}-x", NO_QUERY),
    ];
    let find = |path| find(&templates, Method::GET, path, &["a", "b", "c"]);
    assert_eq!(find("/r/abc"), Ok((0, "abc".to_owned())));
    assert_eq!(find("/r/a.b.diff"), Ok((1, "a.b diff".to_owned())));
    assert_eq!(find("/r/v1.2.3-x"), Ok((2, "1 2 3".to_owned())));
    assert_eq!(find("/r/.x"), Ok((0, ".x".to_owned())));
}

#[test]
fn equal_paths_have_one_spelling() {
    let templates = [(Method::GET, "/caf\u{e9} {x}/:do", NO_QUERY), (Method::GET, "/{literal", NO_QUERY)];
    let find = |path| find(&templates, Method::GET, path, &["x"]);
    assert_eq!(find("/caf%c3%A9%20a%2fb/%3Ado"), Ok((0, "a%2Fb".to_owned())));
    assert_eq!(find("/caf%C3%A9%20a/b/:do"), Err(404));
    assert_eq!(find("/%7Bliteral"), Ok((1, String::new())));
}

#[test]
fn operations_of_one_path_are_told_apart_by_their_fixed_queries() {
    let rows: [Row; 5] = [
        (Method::GET, "/a/{x}", &[("comp", Some("list"))]),
        (Method::GET, "/a/{x}", &[("comp", Some("list")), ("of what", Some("b&c"))]),
        (Method::PUT, "/a/{x}", &[("comp", Some("list"))]),
        (Method::GET, "/b", &[("next", None)]),
        (Method::GET, "/b", &[]),
    ];
    let find = |method, uri| find(&rows, method, uri, &[]).map(|(route, _)| route);
    assert_eq!(find(Method::GET, "/a/1?x=y&comp=list"), Ok(0));
    assert_eq!(find(Method::GET, "/a/1?of+what=b%26c&c%6fmp=list"), Ok(1), "the most pairs win");
    assert_eq!(find(Method::HEAD, "/a/1?comp=list"), Ok(0));
    assert_eq!(find(Method::PUT, "/a/1?comp=list"), Ok(2));
    assert_eq!(find(Method::GET, "/a/1?comp=List"), Err(404), "there is no operation without the query");
    assert_eq!(find(Method::GET, "/a/1"), Err(404));
    assert_eq!(find(Method::DELETE, "/a/1?comp=list"), Err(405));
    assert_eq!(find(Method::DELETE, "/a/1"), Err(404));
    assert_eq!((find(Method::GET, "/b?next"), find(Method::GET, "/b?next=")), (Ok(3), Ok(3)));
    assert_eq!((find(Method::GET, "/b?next=1"), find(Method::GET, "/b")), (Ok(4), Ok(4)));
}

#[test]
fn a_request_starts_its_query_with_what_is_fixed() {
    let row: Row = (Method::GET, "/a", &[("next", None), ("of what", Some("b&c"))]);
    let mut request = RequestBuilder::new(metadata(&row));
    let request = request.query("page", &2).empty().unwrap();
    assert_eq!(request.uri(), "/a?next&of%20what=b%26c&page=2");
}

#[test]
fn what_a_template_has_encoded_is_sent_as_it_is() {
    let row: Row = (Method::GET, "/a%2cb c/50%/%zz/%C3%A9", NO_QUERY);
    let request = RequestBuilder::new(metadata(&row)).empty().unwrap();
    assert_eq!(request.uri(), "/a%2cb%20c/50%25/%25zz/%C3%A9");
}

async fn ask(service: &Service, method: Method, path: &str) -> http::Response<Body> {
    service.respond(Request::builder().method(method).uri(path).body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn unknown_paths_are_404_and_other_methods_405() {
    let service = service();
    assert_eq!(ask(&service, Method::GET, "/nowhere").await.status(), 404);
    assert_eq!(ask(&service, Method::OPTIONS, "*").await.status(), 404);
    let response = ask(&service, Method::DELETE, "/api/rooms/a/messages").await;
    assert_eq!(response.status(), 405);
    assert_eq!(response.headers()["allow"], "GET, HEAD");
    assert_eq!(response.headers()["content-type"], "application/problem+json");
}

#[tokio::test]
async fn head_is_get_without_the_body() {
    let get = ask(&service(), Method::GET, "/api/rooms/a/messages").await;
    let head = ask(&service(), Method::HEAD, "/api/rooms/a/messages").await;
    assert_eq!(head.status(), 200);
    let length = get.into_body().len().unwrap();
    assert_eq!(head.headers()["content-length"], length.to_string());
    assert_eq!(head.into_body().len(), Some(0));
}

#[tokio::test]
async fn a_document_can_be_served_below_another_path() {
    let service = service().with_base_path("media", "/v2/");
    assert_eq!(ask(&service, Method::GET, "/v2/rooms/a/messages").await.status(), 200);
    assert_eq!(ask(&service, Method::GET, "/api/rooms/a/messages").await.status(), 404);
    assert_eq!(ask(&service, Method::GET, "/_matrix/client/api/v1/login").await.status(), 405);
}

#[tokio::test]
async fn two_versions_of_an_api_can_be_one_service() {
    let service = service().with_also_below("/_matrix/client", "/_matrix/r9/");
    assert_eq!(ask(&service, Method::GET, "/_matrix/client/api/v1/login").await.status(), 405);
    // What is after the base path that is given stays.
    assert_eq!(ask(&service, Method::GET, "/_matrix/r9/api/v1/login").await.status(), 405);
    assert_eq!(ask(&service, Method::GET, "/_matrix/r9/login").await.status(), 404);
    // `/_matrix/client` is not the start of `/api`.
    assert_eq!(ask(&service, Method::GET, "/_matrix/r9/rooms/a/messages").await.status(), 404);
    assert_eq!(ask(&service, Method::GET, "/api/rooms/a/messages").await.status(), 200);
}

#[tokio::test]
async fn a_document_that_was_moved_is_repeated_from_where_it_is() {
    let service = service().with_also_below("/v2", "/v3").with_base_path("media", "/v2");
    for path in ["/v2/rooms/a/messages", "/v3/rooms/a/messages"] {
        assert_eq!(ask(&service, Method::GET, path).await.status(), 200, "{path}");
    }
}
