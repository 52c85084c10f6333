use autorest_client::validation::*;
use autorest_scenarios::{from_json, ok};
use serde_json::json;

#[test]
fn constants() {
    ok(get_with_constant_in_path::Request::new(get_with_constant_in_path::ConstantParam::Constant));
    let product = json!({
        "constString": "constant",
        "constInt": 0,
        "child": { "constProperty": "constant" },
        "constChild": { "constProperty": "constant", "constProperty2": "constant2" },
    });
    use post_with_constant_in_body::{ConstantParam, Request};
    let echo = ok(Request::new(ConstantParam::Constant).with_body(from_json(product.clone()))).body;
    assert_eq!(json!(echo), product);
}
