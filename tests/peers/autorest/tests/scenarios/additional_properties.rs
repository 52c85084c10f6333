use autorest_client::{additional_properties::*, types};
use autorest_scenarios::{from_json, ok};
use serde_json::json;

#[test]
fn of_any_type() {
    let additional = from_json(json!({
        "birthdate": "2017-12-13T02:29:51Z",
        "complexProperty": { "color": "Red" },
    }));
    let pet = types::PetApTrue::new(1).with_name("Puppy").with_additional(additional);
    let answer = ok(pets_create_ap_true::Request::new(pet.clone())).body;
    assert_eq!(answer, pet.with_status(true));
}

#[test]
fn of_a_type_that_inherits() {
    let additional = from_json(json!({
        "birthdate": "2017-12-13T02:29:51Z",
        "complexProperty": { "color": "Red" },
    }));
    let cat = types::CatApTrue::new(1).with_name("Lisa").with_friendly(true).with_additional(additional);
    let answer = ok(pets_create_cat_ap_true::Request::new(cat.clone())).body;
    assert_eq!(answer, cat.with_status(true));
}

#[test]
fn of_type_object() {
    let additional = from_json(json!({
        "siblings": [{
            "id": 1,
            "name": "Puppy",
            "birthdate": "2017-12-13T02:29:51Z",
            "complexProperty": { "color": "Red" },
        }],
        "picture": "//////4=",
    }));
    let pet = types::PetApObject::new(2).with_name("Hira").with_additional(additional);
    let answer = ok(pets_create_ap_object::Request::new(pet.clone())).body;
    assert_eq!(answer, pet.with_status(true));
}

#[test]
fn of_type_string() {
    let additional = from_json(json!({ "color": "red", "weight": "10 kg", "city": "Bombay" }));
    let pet = types::PetApString::new(3).with_name("Tommy").with_additional(additional);
    let answer = ok(pets_create_ap_string::Request::new(pet.clone())).body;
    assert_eq!(answer, pet.with_status(true));
}

#[test]
fn that_are_named_so() {
    let sizes = || from_json(json!({ "height": 5.61, "weight": 599, "footsize": 11.5 }));
    let pet = types::PetApInProperties::new(4).with_name("Bunny").with_additional_properties(sizes());
    let answer = ok(pets_create_ap_in_properties::Request::new(pet.clone())).body;
    assert_eq!(answer, pet.with_status(true));

    let additional = from_json(json!({ "color": "red", "city": "Seattle", "food": "tikka masala" }));
    let pet = types::PetApInPropertiesWithApString::new(5, "westus")
        .with_name("Funny")
        .with_additional_properties(sizes())
        .with_additional(additional);
    let answer = ok(pets_create_ap_in_properties_with_ap_string::Request::new(pet.clone())).body;
    assert_eq!(answer, pet.with_status(true));
}
