use autorest_client::runtime::{Base64, Field};
use autorest_client::{body_complex::*, types};
use autorest_scenarios::{from_json, ok, parse, undecodable};
use serde_json::{Value, json};

#[test]
fn basic() {
    let basic: types::Basic = from_json(json!({ "id": 2, "name": "abc", "color": "Magenta" }));
    ok(basic_put_valid::Request::new(types::ApiVersion::N20160229, basic));
    let basic = ok(basic_get_valid::Request::new()).body;
    assert_eq!(json!(basic), json!({ "id": 2, "name": "abc", "color": "YELLOW" }));
    assert_eq!(ok(basic_get_empty::Request::new()).body, types::Basic::new());
    undecodable(basic_get_not_provided::Request::new());
    undecodable(basic_get_invalid::Request::new());
}

/// `id` may be null; `name` may not, and is as good as absent.
#[test]
fn null() {
    let basic = ok(basic_get_null::Request::new()).body;
    assert_eq!((basic.id, basic.name), (Field::Null, None));
}

#[test]
fn integers() {
    let value = types::IntWrapper::new().with_field1(-1).with_field2(2);
    assert_eq!(ok(primitive_get_int::Request::new()).body, value);
    ok(primitive_put_int::Request::new(value));
    let value = types::LongWrapper::new().with_field1(1_099_511_627_775).with_field2(-999_511_627_788);
    assert_eq!(ok(primitive_get_long::Request::new()).body, value);
    ok(primitive_put_long::Request::new(value));
}

#[test]
fn numbers() {
    let value = types::FloatWrapper::new().with_field1(1.05).with_field2(-0.003);
    assert_eq!(ok(primitive_get_float::Request::new()).body, value);
    ok(primitive_put_float::Request::new(value));
    let value = types::DoubleWrapper::new()
        .with_field1(3e-100)
        .with_field_56_zeros_after_the_dot_and_negative_zero_before_dot_and_this_is_a_long_field_name_on_purpose(-5e-57);
    assert_eq!(ok(primitive_get_double::Request::new()).body, value);
    ok(primitive_put_double::Request::new(value));
}

#[test]
fn booleans_and_texts() {
    let value = types::BooleanWrapper::new().with_field_true(true).with_field_false(false);
    assert_eq!(ok(primitive_get_bool::Request::new()).body, value);
    ok(primitive_put_bool::Request::new(value));
    let value = types::StringWrapper::new().with_field("goodrequest").with_empty("");
    assert_eq!(ok(primitive_get_string::Request::new()).body, value);
    ok(primitive_put_string::Request::new(value));
}

#[test]
fn times() {
    let value = types::DateWrapper::new().with_field(parse("0001-01-01")).with_leap(parse("2016-02-29"));
    assert_eq!(ok(primitive_get_date::Request::new()).body, value);
    ok(primitive_put_date::Request::new(value));
    let value = types::DatetimeWrapper::new()
        .with_field(parse("0001-01-01T00:00:00Z"))
        .with_now(parse("2015-05-18T18:38:00Z"));
    assert_eq!(ok(primitive_get_date_time::Request::new()).body, value);
    ok(primitive_put_date_time::Request::new(value));
}

/// Formats that only this vendor's documents have are texts.
#[test]
fn other_formats() {
    let value = types::Datetimerfc1123Wrapper::new()
        .with_field("Mon, 01 Jan 0001 00:00:00 GMT")
        .with_now("Mon, 18 May 2015 11:38:00 GMT");
    assert_eq!(ok(primitive_get_date_time_rfc1123::Request::new()).body, value);
    ok(primitive_put_date_time_rfc1123::Request::new(value));
    let value = types::DurationWrapper::new().with_field("P123DT22H14M12.011S");
    assert_eq!(ok(primitive_get_duration::Request::new()).body, value);
    ok(primitive_put_duration::Request::new(value));
}

#[test]
fn bytes() {
    let bytes = Base64(vec![255, 254, 253, 252, 0, 250, 249, 248, 247, 246]);
    let value = types::ByteWrapper::new().with_field(bytes);
    assert_eq!(ok(primitive_get_byte::Request::new()).body, value);
    ok(primitive_put_byte::Request::new(value));
}

#[test]
fn lists() {
    let empty = types::ArrayWrapper::new().with_array(vec![]);
    assert_eq!(ok(array_get_empty::Request::new()).body, empty);
    ok(array_put_empty::Request::new(empty));
    assert_eq!(ok(array_get_not_provided::Request::new()).body, types::ArrayWrapper::new());
    // There is a null among the texts, which the document does not allow.
    undecodable(array_get_valid::Request::new());
}

#[test]
fn maps() {
    let empty: types::DictionaryWrapper = from_json(json!({ "defaultProgram": {} }));
    assert_eq!(ok(dictionary_get_empty::Request::new()).body, empty);
    ok(dictionary_put_empty::Request::new(empty));
    assert_eq!(ok(dictionary_get_null::Request::new()).body.default_program, Field::Null);
    assert_eq!(ok(dictionary_get_not_provided::Request::new()).body.default_program, Field::Absent);
    // There is a null among the texts, which the document does not allow.
    undecodable(dictionary_get_valid::Request::new());
}

#[test]
fn inheritance() {
    let siamese = json!({
        "breed": "persian",
        "color": "green",
        "hates": [
            { "food": "tomato", "id": 1, "name": "Potato" },
            { "food": "french fries", "id": -1, "name": "Tomato" },
        ],
        "id": 2,
        "name": "Siameeee",
    });
    assert_eq!(json!(ok(inheritance_get_valid::Request::new()).body), siamese);
    ok(inheritance_put_valid::Request::new(from_json(siamese)));
}

fn siblings() -> Value {
    json!([
        {
            "fishtype": "shark",
            "age": 6,
            "birthday": "2012-01-05T01:00:00Z",
            "length": 20.0,
            "species": "predator",
        },
        {
            "fishtype": "sawshark",
            "age": 105,
            "birthday": "1900-01-05T01:00:00Z",
            "length": 10.0,
            "picture": "//////4=",
            "species": "dangerous",
        },
        {
            "fishtype": "goblin",
            "age": 1,
            "birthday": "2015-08-08T00:00:00Z",
            "length": 30.0,
            "species": "scary",
            "jawsize": 5,
            "color": "pinkish-gray",
        },
    ])
}

fn salmon() -> types::SalmonBase {
    types::SalmonBase::new("salmon", 1.0)
        .with_location("alaska")
        .with_iswild(true)
        .with_species("king")
        .with_siblings(from_json(siblings()))
}

#[test]
fn polymorphism() {
    let fish = types::Fish::Salmon(Box::new(salmon()));
    assert_eq!(ok(polymorphism_get_valid::Request::new()).body, fish);
    ok(polymorphism_put_valid::Request::new(fish));
}

#[test]
fn polymorphism_by_a_name_with_a_dot() {
    let fish =
        types::DotSalmon::new("DotSalmon").with_location("sweden").with_iswild(true).with_species("king");
    let fish = types::DotFish::DotSalmon(Box::new(fish));
    assert_eq!(ok(polymorphism_get_dot_syntax::Request::new()).body, fish);
}

#[test]
fn polymorphism_within() {
    let market = ok(polymorphism_get_composed_with_discriminator::Request::new()).body;
    let fishes = market.fishes.unwrap_or_default();
    assert!(matches!(fishes.as_slice(), [types::DotFish::DotSalmon(_), types::DotFish::DotSalmon(_)]));
    // Without the member that tells one type from the other.
    undecodable(polymorphism_get_composed_without_discriminator::Request::new());
}

#[test]
fn polymorphism_of_a_type_in_between() {
    let body = ok(polymorphism_get_complicated::Request::new()).body;
    let types::Salmon::SmartSalmon(smart) = &body else { panic!("{body:?}") };
    assert_eq!(smart.college_degree.as_deref(), None);
    ok(polymorphism_put_complicated::Request::new(body));
    // The answer has no discriminator, which the document requires.
    let plain = types::Salmon::Salmon(Box::new(salmon()));
    undecodable(polymorphism_put_missing_discriminator::Request::new(plain));
}

#[test]
fn polymorphism_in_depth() {
    let fish = ok(polymorphicrecursive_get_valid::Request::new()).body;
    let types::Fish::Salmon(salmon) = &fish else { panic!("{fish:?}") };
    let siblings = salmon.siblings.as_deref();
    assert!(matches!(siblings, Some([types::Fish::Shark(_), types::Fish::Sawshark(_)])));
    ok(polymorphicrecursive_put_valid::Request::new(fish));
}

/// The client can send what is read-only; the document asks it not to.
#[test]
fn read_only() {
    let value = ok(readonlyproperty_get_valid::Request::new()).body;
    assert_eq!((value.id.as_deref(), value.size), (Some("1234"), Some(2)));
    ok(readonlyproperty_put_valid::Request::new(types::ReadonlyObj::new().with_size(2)));
}
