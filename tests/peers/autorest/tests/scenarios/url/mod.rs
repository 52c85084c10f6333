//! Values in paths and queries.

mod paths;
mod queries;

use autorest_client::url::*;
use autorest_scenarios::ok;

/// As the server has it, not normalized.
const TEXT: &str = "\u{554a}\u{9f44}\u{4e02}\u{72db}\u{72dc}\u{f9f1}\u{f92c}\u{f9f1}\u{fa0c}\u{fa29}";
/// Everything that means something in a URL.
const RESERVED: &str = "begin!*'();:@ &=+$,/?#[]end";

/// Parameters of the document, of the path and of the operation.
#[test]
fn parameters_from_three_places() {
    const PATH: [&str; 3] = ["pathItemStringPath", "globalStringPath", "localStringPath"];
    let [item, global, local] = PATH;
    ok(path_items_get_all_with_values::Request::new(item, global, local)
        .with_path_item_string_query("pathItemStringQuery")
        .with_global_string_query("globalStringQuery")
        .with_local_string_query("localStringQuery"));
    ok(path_items_get_global_query_null::Request::new(item, global, local)
        .with_path_item_string_query("pathItemStringQuery")
        .with_local_string_query("localStringQuery"));
    ok(path_items_get_global_and_local_query_null::Request::new(item, global, local)
        .with_path_item_string_query("pathItemStringQuery"));
    ok(path_items_get_local_path_item_query_null::Request::new(item, global, local)
        .with_global_string_query("globalStringQuery"));
}
