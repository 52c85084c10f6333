//! JSON objects, and what is said about those that aren't as documented.

use crate::login::post_login;
use crate::runtime::{AsText, Field, JsonValue, json, json_object};
use crate::types::{Event, Level, Presence, Profile, Topic};

fn read(text: &str) -> Result<Profile, String> {
    json::from_slice(text.as_bytes()).map_err(|error| error.to_string())
}

#[test]
fn each_mode_reads_and_writes_absent_and_null_in_its_way() {
    let all = r#"{"user_id":"a","avatar_url":null,"level":100,"displayname":null,"x":[1],"y":null}"#;
    let profile = read(all).unwrap();
    assert_eq!(profile.level, Some(Level::Administrator));
    assert_eq!(profile.displayname, Field::Null);
    assert_eq!(profile.additional["x"], JsonValue::from(vec![1]));
    assert_eq!(json::to_vec(&profile).unwrap(), all.as_bytes());

    let least = read(r#"{"avatar_url":null,"user_id":"a","level":null,"friend":null}"#).unwrap();
    assert_eq!(least, Profile::new("a", None));
    assert_eq!(json::to_vec(&least).unwrap(), br#"{"user_id":"a","avatar_url":null}"#);
}

#[test]
fn faults_are_said_in_terms_of_json_with_a_pointer() {
    for (text, says) in [
        (r#"{"user_id":1,"avatar_url":null}"#, "/user_id: expected a string, found a number"),
        (r#"{"avatar_url":null}"#, "/user_id: is missing"),
        (r#"{"user_id":"a"}"#, "/avatar_url: is missing"),
        (r#"{"user_id":null,"avatar_url":null}"#, "/user_id: expected a string, found null"),
        (r#"{"user_id":"a","user_id":"b"}"#, "/user_id: is given twice"),
        (r#"{"user_id":"a","x":1,"x":1}"#, "/x: is given twice"),
        (r#"{"user_id":"a","level":1.5}"#, "/level: expected an integer of 64 bits, found a number"),
        (r#"{"friend":{"user_id":{}}}"#, "/friend/user_id: expected a string, found an object"),
        (r#"{"friend":{"user_id":"hunter2"}}"#, "/friend/avatar_url: is missing"),
        (r#"{"friend":"hunter2, expected i64"}"#, "/friend: expected an object, found a string"),
        (r#"["a",null]"#, "expected an object, found an array"),
        (r#"null"#, "expected an object, found null"),
    ] {
        assert_eq!(read(text).unwrap_err(), says, "{text}");
    }
    assert!(read("").unwrap_err().starts_with("not JSON: "));
    assert!(read(r#"{"user_id":"a",}"#).unwrap_err().starts_with("not JSON: "));
    assert!(read(r#"{"user_id":"a","avatar_url":null} x"#).unwrap_err().starts_with("not JSON: "));
    let deep = "[".repeat(100_000);
    assert!(json::from_slice::<JsonValue>(deep.as_bytes()).unwrap_err().is_syntax());
}

#[test]
fn what_is_not_utf_8_is_not_json() {
    for (text, place) in [
        (&b"\xff"[..], "line 1 column 1"),
        (b"{\"user_id\":\"\xff\",\"avatar_url\":null}", "line 1 column 13"),
        (b"{\"user_id\":\"a\",\n\"avatar_url\":null,\n \"friend\":\"\xe9\"}", "line 3 column 12"),
        (b"{\"user_id\":1,\"avatar_url\":\"\xc3\"", "line 1 column 28"),
    ] {
        let error = json::from_slice::<Profile>(text).unwrap_err();
        assert_eq!(error.to_string(), format!("not JSON: invalid UTF-8 at {place}"));
        assert!(error.is_syntax());
    }
    // Somebody else's members are text as well.
    assert!(json::from_slice::<Presence>(b"{\"\xff\":1}").unwrap_err().is_syntax());
}

#[test]
fn closed_objects_refuse_what_they_do_not_know() {
    #[derive(Debug)]
    struct Closed {
        a: Option<bool>,
    }
    json_object!(Closed { optional a: "a" } closed);
    assert_eq!(json::from_slice::<Closed>(br#"{"a":true}"#).unwrap().a, Some(true));
    let error = json::from_slice::<Closed>(br#"{"a":true,"b/c":1}"#).unwrap_err();
    assert_eq!(error.to_string(), "/b~1c: is not a member of this object");
}

#[test]
fn enums_keep_what_they_do_not_know() {
    let read = |text: &str| json::from_slice::<Vec<Presence>>(text.as_bytes());
    let values = read(r#"["online", "free_for_chat", "\u006fnline", "away"]"#).unwrap();
    assert_eq!(values[0], values[2]);
    assert_eq!(values[3], Presence::Unknown("away".to_owned()));
    assert_eq!(json::to_vec(&values).unwrap(), br#"["online","free_for_chat","online","away"]"#);
    assert_eq!(read("[1]").unwrap_err().to_string(), "/0: expected a string, found a number");
    assert_eq!(json::from_slice::<Level>(b"5").unwrap(), Level::Unknown(5));
}

#[test]
fn integers_as_strings_stay_strings() {
    let big: AsText<i64> = json::from_slice(br#""9007199254740993""#).unwrap();
    assert_eq!(big.0, 9_007_199_254_740_993);
    assert_eq!(json::to_vec(&big).unwrap(), br#""9007199254740993""#);
    let error = json::from_slice::<AsText<i64>>(br#""hunter2""#).unwrap_err();
    assert_eq!(error.to_string(), "expected a number written as a string");
}

#[test]
fn members_that_nobody_knows_are_skipped() {
    let text = br#"{"new":{"a":[1,{"b":2}]},"username":"a","password":"b"}"#;
    assert_eq!(json::from_slice::<post_login::Request>(text).unwrap(), post_login::Request::new("a", "b"));
}

#[test]
fn unions_are_told_apart_and_keep_what_they_do_not_know() {
    let text = br#"[{"type":"m.room.member","user_id":"a"},{"type":"m.room.message","topic":["b"]},{"type":"m.new","x":1}]"#;
    let events: Vec<Event> = json::from_slice(text).unwrap();
    assert!(matches!(&events[0], Event::Member(member) if member.user_id == "a"));
    assert!(
        matches!(&events[1], Event::Message(message) if message.topic == Some(Topic::Several(vec!["b".to_owned()])))
    );
    assert!(matches!(&events[2], Event::Unknown(value) if value["x"] == 1));
    assert_eq!(json::to_vec(&events).unwrap(), text);

    let fault = |text: &str| json::from_slice::<Vec<Event>>(text.as_bytes()).unwrap_err().to_string();
    assert_eq!(fault(r#"[{"type":"m.room.member"}]"#), "/0/user_id: is missing");
    assert_eq!(fault(r#"[{"x":1,"type":1}]"#), "/0/type: expected a string");
    assert_eq!(fault(r#"[{}]"#), "/0/type: is missing");
    assert_eq!(fault(r#"[7]"#), "/0: expected an object");
}

#[test]
fn a_variant_that_no_tag_tells_is_taken_where_it_fits() {
    #[derive(Debug, PartialEq)]
    enum Amount {
        Named(String),
        Counted(std::collections::BTreeMap<String, JsonValue>),
        Unknown(JsonValue),
    }
    crate::runtime::tagged_union!(Amount { Named = "named" } by "kind" else { Counted });
    let read = |text: &str| json::from_slice::<Amount>(text.as_bytes());
    assert!(
        matches!(read(r#"{"kind": "other", "count": 1}"#), Ok(Amount::Counted(members)) if members.len() == 2)
    );
    assert!(read(r#"{"count": 1}"#).is_err(), "the member that tells is required");
    assert!(read(r#"{"kind": "named"}"#).is_err(), "what the member tells has to fit");
}
