use autorest_client::azure_parameter_grouping::*;
use autorest_scenarios::{from_json, ok};
use serde_json::json;

#[test]
fn groups() {
    use parameter_grouping_post_required as required;
    ok(required::Request::new("path", 1234));
    ok(required::Request::new("path", 1234).with_custom_header("header").with_query(21));
    use parameter_grouping_post_optional as optional;
    ok(optional::Request::new());
    ok(optional::Request::new().with_custom_header("header").with_query(21));
    ok(parameter_grouping_post_multi_param_groups::Request::new()
        .with_header_one("header")
        .with_query_one(21)
        .with_header_two("header2")
        .with_query_two(42));
    ok(parameter_grouping_post_shared_parameter_group_object::Request::new()
        .with_header_one("header")
        .with_query_one(21));
}

#[test]
fn reserved_words() {
    use parameter_grouping_post_reserved_words::Request;
    ok(Request::new().with_from("bob").with_accept("yes"));
}

#[test]
fn a_constant() {
    use parameter_grouping_group_with_constant::Request;
    ok(Request::new().with_grouped_constant(from_json(json!("foo"))).with_grouped_parameter("bar"));
}
