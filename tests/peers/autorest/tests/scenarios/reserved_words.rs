use autorest_client::reserved_words::*;
use autorest_client::runtime::File;
use autorest_scenarios::{from_json, undecodable};
use serde_json::json;

/// The server answers nothing, though the document promises an object: only the request counts.
#[test]
fn requests() {
    undecodable(import_operation_one::Request::new("foo"));
    undecodable(operation_with_content_param::Request::new("hello, world"));
    undecodable(operation_with_json_param::Request::new(from_json(json!({ "hello": "world" }))));
    undecodable(operation_with_data_param::Request::new("hello", "world"));
    undecodable(operation_with_files_param::Request::new(File::new("hello"), "file.txt"));
    let words = vec!["one".to_owned(), "two".to_owned()];
    undecodable(operation_with_url::Request::new("foo", "x").with_query_parameters(words));
    undecodable(reserved_enum::Request::new(reserved_enum::MyEnum::Import));
}
