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
fn a_member_is_given_once_wherever_it_is_and_even_as_null() {
    macro_rules! wide {
        ($($field:ident $name:literal)*) => {
            #[derive(Debug)]
            struct Wide { $($field: Option<bool>),* }
            json_object!(Wide { $(optional $field: $name),* });
        };
    }
    wide! {
        m0 "m0" m1 "m1" m2 "m2" m3 "m3" m4 "m4" m5 "m5" m6 "m6" m7 "m7" m8 "m8"
        m9 "m9" m10 "m10" m11 "m11" m12 "m12" m13 "m13" m14 "m14" m15 "m15" m16 "m16" m17 "m17"
        m18 "m18" m19 "m19" m20 "m20" m21 "m21" m22 "m22" m23 "m23" m24 "m24" m25 "m25" m26 "m26"
        m27 "m27" m28 "m28" m29 "m29" m30 "m30" m31 "m31" m32 "m32" m33 "m33" m34 "m34" m35 "m35"
        m36 "m36" m37 "m37" m38 "m38" m39 "m39" m40 "m40" m41 "m41" m42 "m42" m43 "m43" m44 "m44"
        m45 "m45" m46 "m46" m47 "m47" m48 "m48" m49 "m49" m50 "m50" m51 "m51" m52 "m52" m53 "m53"
        m54 "m54" m55 "m55" m56 "m56" m57 "m57" m58 "m58" m59 "m59" m60 "m60" m61 "m61" m62 "m62"
        m63 "m63" m64 "m64" m65 "m65"
    }
    let read = |text: &str| json::from_slice::<Wide>(text.as_bytes()).map_err(|error| error.to_string());
    let wide = read(r#"{"m65":true,"m64":null,"m1":null,"m0":false}"#).unwrap();
    assert_eq!((wide.m0, wide.m1, wide.m64, wide.m65), (Some(false), None, None, Some(true)));
    for name in ["m0", "m63", "m64", "m65"] {
        let again = read(&format!(r#"{{"{name}":null,"m7":true,"{name}":true}}"#));
        assert_eq!(again.unwrap_err(), format!("/{name}: is given twice"));
    }
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
