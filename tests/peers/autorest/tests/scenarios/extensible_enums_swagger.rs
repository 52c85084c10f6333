use autorest_client::extensible_enums_swagger::*;
use autorest_scenarios::{from_json, ok};
use serde_json::{Value, json};

fn pet(id: &str) -> Value {
    json!(ok(pet_get_by_pet_id::Request::new(id)).body)
}

#[test]
fn values_that_the_document_knows_and_others() {
    assert_eq!(pet("tommy"), json!({ "DaysOfWeek": "Monday", "IntEnum": "1", "name": "Tommy Tomson" }));
    assert_eq!(pet("casper"), json!({ "DaysOfWeek": "Weekend", "IntEnum": "2", "name": "Casper Ghosty" }));
    let scooby = json!({ "DaysOfWeek": "Thursday", "IntEnum": "2.1", "name": "Scooby Scarface" });
    assert_eq!(pet("scooby"), scooby);
}

#[test]
fn there_and_back() {
    let pet = json!({ "DaysOfWeek": "Friday", "IntEnum": "3", "name": "Retriever" });
    let echo = ok(pet_add_pet::Request::new().with_body(from_json(pet.clone()))).body;
    assert_eq!(json!(echo), pet);
}
