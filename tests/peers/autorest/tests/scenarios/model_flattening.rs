//! `x-ms-client-flatten` is a wish of the document about names in code; on the wire nothing is flat.

use autorest_client::model_flattening::*;
use autorest_scenarios::{from_json, ok};
use serde_json::{Value, json};

fn product(name: &str) -> Value {
    json!({ "p.name": name, "type": "Flat" })
}

fn resources() -> Value {
    json!({
        "Resource1": {
            "location": "West US",
            "tags": { "tag1": "value1", "tag2": "value3" },
            "properties": product("Product1"),
        },
        "Resource2": { "location": "Building 44", "properties": product("Product2") },
    })
}

#[test]
fn lists() {
    let array = json!(ok(get_array::Request::new()).body);
    assert_eq!(array.pointer("/0/properties/p.name"), Some(&json!("Product1")));
    let array = json!([
        { "location": "West US", "tags": { "tag1": "value1", "tag2": "value3" } },
        { "location": "Building 44" },
    ]);
    ok(put_array::Request::new().with_body(from_json(array)));
}

#[test]
fn maps() {
    let map = json!(ok(get_dictionary::Request::new()).body);
    assert_eq!(map.pointer("/Product1/properties/type"), Some(&json!("Flat")));
    ok(put_dictionary::Request::new().with_body(from_json(resources())));
}

#[test]
fn collections() {
    let collection = json!(ok(get_resource_collection::Request::new()).body);
    assert_eq!(collection.pointer("/productresource/name"), Some(&json!("Resource7")));
    let collection = json!({
        "arrayofresources": [
            {
                "location": "West US",
                "tags": { "tag1": "value1", "tag2": "value3" },
                "properties": product("Product1"),
            },
            { "location": "East US", "properties": product("Product2") },
        ],
        "dictionaryofresources": resources(),
        "productresource": { "location": "India", "properties": product("Azure") },
    });
    ok(put_resource_collection::Request::new().with_body(from_json(collection)));
}

#[test]
fn products() {
    let product = |image: Value| {
        json!({
            "base_product_id": "123",
            "base_product_description": "product description",
            "details": {
                "max_product_display_name": "max name",
                "max_product_capacity": "Large",
                "max_product_image": image,
            },
        })
    };
    let sent = product(json!({ "@odata.value": "http://foo", "generic_value": "https://generic" }));
    let echo = ok(put_simple_product::Request::new().with_body(from_json(sent.clone()))).body;
    assert_eq!(json!(echo), sent);
    let sent = product(json!({ "@odata.value": "http://foo" }));
    let echo = ok(post_flattened_simple_product::Request::new().with_body(from_json(sent.clone()))).body;
    assert_eq!(json!(echo), sent);
    let request = put_simple_product_with_grouping::Request::new("groupproduct");
    let echo = ok(request.with_body(from_json(sent.clone()))).body;
    assert_eq!(json!(echo), sent);
}
