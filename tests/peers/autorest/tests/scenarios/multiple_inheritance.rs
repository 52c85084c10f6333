use autorest_client::multiple_inheritance::*;
use autorest_scenarios::{from_json, ok};
use serde_json::json;

#[test]
fn of_nothing() {
    assert_eq!(json!(ok(get_pet::Request::new()).body), json!({ "name": "Peanut" }));
    let pet = from_json(json!({ "name": "Butter" }));
    assert_eq!(ok(put_pet::Request::new(pet)).body, "Pet was correct!");
    assert_eq!(json!(ok(get_feline::Request::new()).body), json!({ "meows": true, "hisses": true }));
    let feline = from_json(json!({ "meows": false, "hisses": true }));
    assert_eq!(ok(put_feline::Request::new(feline)).body, "Feline was correct!");
}

#[test]
fn of_one() {
    let horse = json!(ok(get_horse::Request::new()).body);
    assert_eq!(horse, json!({ "name": "Fred", "isAShowHorse": true }));
    let horse = from_json(json!({ "name": "General", "isAShowHorse": false }));
    assert_eq!(ok(put_horse::Request::new(horse)).body, "Horse was correct!");
}

#[test]
fn of_several() {
    let cat = json!(ok(get_cat::Request::new()).body);
    assert_eq!(cat, json!({ "name": "Whiskers", "likesMilk": true, "meows": true, "hisses": true }));
    let cat = json!({ "name": "Boots", "likesMilk": false, "meows": true, "hisses": false });
    assert_eq!(ok(put_cat::Request::new(from_json(cat))).body, "Cat was correct!");
}

#[test]
fn of_what_inherits_itself() {
    let kitten = ok(get_kitten::Request::new()).body;
    assert_eq!((kitten.name.as_str(), kitten.eats_mice_yet), ("Gatito", Some(false)));
    let kitten = json!({
        "name": "Kitty",
        "likesMilk": false,
        "meows": true,
        "hisses": false,
        "eatsMiceYet": true,
    });
    assert_eq!(ok(put_kitten::Request::new(from_json(kitten))).body, "Kitten was correct!");
}
