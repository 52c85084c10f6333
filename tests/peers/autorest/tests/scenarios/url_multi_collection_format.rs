use autorest_client::url_multi_collection_format::*;
use autorest_scenarios::ok;

#[test]
fn lists_that_repeat_the_name() {
    let list = ["ArrayQuery1", "begin!*'();:@ &=+$,/?#[]end", "", ""].map(str::to_owned);
    ok(queries_array_string_multi_valid::Request::new().with_array_query(list.into()));
    ok(queries_array_string_multi_empty::Request::new().with_array_query(vec![]));
    ok(queries_array_string_multi_null::Request::new());
}
