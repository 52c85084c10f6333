//! What values become on the wire, and which can't go there.

use crate::media::{download, get_messages, upload};
use crate::runtime::{
    Argument, Asked, Base64, Body, Date, DateTime, EncodeError, JsonValue, Location, Metadata, Operation,
    Outgoing, PathArguments, Payload, RequestBuilder, Scalar, Separator, Uuid, never, scalar_union,
};

fn encode(request: impl Outgoing) -> Result<http::Request<Body>, EncodeError> {
    request.encode()
}

#[test]
fn only_unreserved_characters_stand_for_themselves() {
    let request = get_messages::Request::new("AZaz09-._~!$&'()*+,;=:@/?#[]% \u{e9}")
        .with_presence("a b+c&d=e")
        .with_kinds(vec!["x,y".to_owned(), "z".to_owned()]);
    assert_eq!(
        encode(request).unwrap().uri(),
        "/api/rooms/AZaz09-._~%21%24%26%27%28%29%2A%2B%2C%3B%3D%3A%40%2F%3F%23%5B%5D%25%20%C3%A9/messages\
         ?presence=a%20b%2Bc%26d%3De&kinds=x%2Cy,z"
    );
}

#[test]
fn a_path_argument_that_would_change_the_path_is_refused() {
    for room in ["", ".", ".."] {
        let error = encode(get_messages::Request::new(room)).unwrap_err();
        assert_eq!((error.location(), error.name()), (Location::Path, "roomId"), "{room:?}");
    }
    encode(get_messages::Request::new("...")).unwrap();
    // `.` and the literal dot between the two parameters make `..`: longer segments are safe.
    encode(download::Request::new("a", ".", ".")).unwrap();
    assert_eq!(encode(download::Request::new("a", "", "b")).unwrap_err().name(), "mediaId");
}

#[test]
fn arguments_go_where_the_template_says_in_whatever_order_they_come() {
    static TWICE: Metadata = Metadata {
        name: "twice",
        operation_id: None,
        document: "twice",
        method: http::Method::GET,
        base_path: "/a b",
        path: "/{x}/{y}.{x}:c/d/{z}/..",
        fixed_query: &[],
        security: &[],
        request_body: Payload::None,
        accept: "",
        streams_request: false,
        streams_response: never,
    };
    let path = |arguments: &[(&'static str, &str)]| {
        let mut request = RequestBuilder::new(&TWICE);
        for (name, value) in arguments {
            request.path(name, &(*value).to_owned());
        }
        request.empty().map(|request| request.uri().to_string()).map_err(|error| error.name().to_owned())
    };
    let written = Ok("/a%20b/1%2F/2.1%2F:c/d/3/..".to_owned());
    assert_eq!(path(&[("x", "1/"), ("y", "2"), ("z", "3")]), written);
    assert_eq!(path(&[("z", "3"), ("y", "2"), ("x", "1/")]), written);
    assert_eq!(path(&[("y", "2"), ("w", "0"), ("x", "1/"), ("z", "3"), ("z", "4")]), written);
    assert_eq!(path(&[("x", "1"), ("z", "3")]), Err("y".to_owned()));
    assert_eq!(path(&[("z", ""), ("y", "2"), ("x", "")]), Err("x".to_owned()), "the first of the path");
    assert_eq!(path(&[("x", "1"), ("y", "2"), ("z", "..")]), Err("z".to_owned()));
}

#[test]
fn a_header_that_would_be_two_is_refused() {
    let language =
        |value: &str| encode(get_messages::Request::new("a").with_x_language(vec![value.to_owned()]));
    assert_eq!(language("de\r\nX-Evil: 1").unwrap_err().location(), Location::Header);
    assert!(!language("secr\net").unwrap_err().to_string().contains("secr"));
    let two = get_messages::Request::new("a").with_x_language(vec!["a,b".to_owned(), "c".to_owned()]);
    assert_eq!(encode(two).unwrap_err().name(), "X-Language");
    let typed = upload::Request::new("x").with_content_type("text/plain\n");
    assert_eq!(encode(typed).unwrap_err().name(), "Content-Type");
}

#[test]
fn absent_parameters_are_left_out() {
    let request = encode(get_messages::Request::new("a")).unwrap();
    assert_eq!(request.uri(), "/api/rooms/a/messages");
    assert_eq!(request.headers().len(), 1);
    assert_eq!(request.headers()["accept"], "application/json");
}

#[test]
fn scalars_have_one_text() {
    fn round<T: Scalar + PartialEq + std::fmt::Debug>(text: &str) -> T {
        let value = T::from_text(text).unwrap();
        assert_eq!(value.to_text().unwrap(), text);
        value
    }
    round::<i64>("-9223372036854775808");
    round::<u64>("18446744073709551615");
    round::<f64>("0.1");
    round::<bool>("true");
    round::<Date>("2026-01-31");
    round::<DateTime>("2026-01-31T12:00:00.5Z");
    round::<Uuid>("67e55044-10b1-426f-9247-bb680e5fe0c8");
    round::<std::net::Ipv6Addr>("::1");
    assert_eq!(round::<Base64>("AP8="), Base64(vec![0, 255]));
    // Beyond what jiff calls a timestamp.
    round::<DateTime>("9999-12-31T23:59:59.999Z");
    assert!(f64::NAN.to_text().is_err() && f32::from_text("inf").is_err() && bool::from_text("1").is_err());
}

#[test]
fn a_moment_is_read_with_any_offset_but_not_without() {
    let moment = |text: &str| DateTime::from_text(text).map(|it| it.to_string()).ok();
    assert_eq!(moment("2026-01-31t12:00:00+01:30").as_deref(), Some("2026-01-31T10:30:00Z"));
    assert_eq!(moment("0001-01-01T00:00:00-14:00").as_deref(), Some("0001-01-01T14:00:00Z"));
    assert_eq!(moment("9999-12-31T23:59:59-14:00"), None);
    assert_eq!(moment("2026-01-31T12:00:00"), None);
    assert_eq!(moment("2026-01-31"), None);
}

#[test]
fn floats_are_read_to_the_last_bit() {
    let read = |json| serde_json::from_str::<f64>(json).unwrap();
    assert_eq!(read("-5e-57"), -5e-57);
    assert_eq!(read("2.5976931e-101"), 2.5976931e-101);
}

#[test]
fn of_several_scalars_a_text_is_the_first_that_would_write_it_so() {
    #[derive(Debug, PartialEq)]
    #[expect(clippy::box_collection, reason = "the macro boxes every variant")]
    enum Key {
        Number(Box<i64>),
        Day(Box<Date>),
        Text(Box<String>),
        Unknown(JsonValue),
    }
    scalar_union!(Key { Number, Day, Text });

    let number = Key::from_text("7").unwrap();
    assert_eq!(number, Key::Number(Box::new(7)));
    assert_eq!(Key::from_text("007").unwrap(), Key::Text(Box::new("007".to_owned())));
    assert!(matches!(Key::from_text("2026-01-31").unwrap(), Key::Day(_)));
    assert_eq!(Key::Unknown(JsonValue::from("x")).to_text().unwrap(), "x");
}

#[test]
fn separators_are_those_of_collection_format() {
    for (by, wire) in [
        (Separator::Comma, "n=a%2F%2C,c%7Cd"),
        (Separator::Space, "n=a%2F%2C%20c%7Cd"),
        (Separator::Tab, "n=a%2F%2C%09c%7Cd"),
        (Separator::Multi, "n=a%2F%2C&n=c%7Cd"),
    ] {
        let list = vec!["a/,".to_owned(), "c|d".to_owned()];
        let request = builder().query_list("n", by, &list).empty().unwrap();
        assert_eq!(request.uri().query(), Some(wire), "{by:?}");
    }
    let request = builder().query_list("n", Separator::Pipe, &vec![1, 2]).empty().unwrap();
    assert_eq!(request.uri().query(), Some("n=1%7C2"));
    assert_eq!(None::<Vec<String>>.texts().unwrap(), None);
}

fn builder() -> RequestBuilder {
    RequestBuilder::new(upload::Request::METADATA)
}

/// Where a list of texts can't be sent, of all the places that it may be in.
fn refused(by: Separator, list: &[&str]) -> Vec<&'static str> {
    let list: Vec<String> = list.iter().map(|text| (*text).to_owned()).collect();
    let wheres = [
        ("query", builder().query_list("n", by, &list).empty()),
        ("form", builder().field_list("n", by, &list).form()),
        ("cookie", builder().cookie_list("n", by, &list).empty()),
        ("path", builder().path_list("n", by, &list).empty()),
        ("header", builder().header_list("n", by, &list).empty()),
        ("multipart", builder().multipart().field_list("n", by, &list).end()),
    ];
    let refused = wheres.into_iter().filter(|(_, request)| request.is_err());
    refused.map(|(place, _)| place).collect()
}

#[test]
fn a_list_that_would_come_back_as_another_is_refused() {
    const ALL: [&str; 6] = ["query", "form", "cookie", "path", "header", "multipart"];
    for (by, separator) in [(Separator::Space, "a b"), (Separator::Tab, "a\tb"), (Separator::Pipe, "a|b")] {
        assert_eq!(refused(by, &[separator]), ALL, "one element would be two");
        assert_eq!(refused(by, &["a", separator]), ALL);
        assert_eq!(refused(by, &["a,b", "c", "d"]), [""; 0], "{by:?}");
        assert_eq!(refused(by, &[""]), ALL, "one element would be none");
        assert_eq!(refused(by, &["a", "", "b"]), [""; 0], "{by:?}");
    }
    // Percent-encoded, a comma in an element is told from one between two.
    assert_eq!(refused(Separator::Comma, &["a,b"]), ["header", "multipart"]);
    assert_eq!(refused(Separator::Comma, &["a,b", "c"]), ["header", "multipart"]);
    assert_eq!(refused(Separator::Comma, &[""]), ALL);
    assert_eq!(refused(Separator::Comma, &[]), [""; 0]);
    assert_eq!(refused(Separator::Comma, &["a", ""]), [""; 0]);
    assert_eq!(refused(Separator::Multi, &["a,b|c d", ""]), [""; 0]);
    // Space around an element of a header means nothing.
    assert_eq!(refused(Separator::Comma, &["a", " b"]), ["header"]);
    assert_eq!(refused(Separator::Multi, &["a", "b\t"]), ["header"]);
    assert!(builder().header("n", &" a".to_owned()).empty().is_err());
    builder().header("n", &"a, b".to_owned()).empty().unwrap();
}

#[test]
fn a_list_in_a_cookie_comes_back() {
    let list = vec!["a,b".to_owned(), "c d".to_owned()];
    let request = builder().cookie_list("n", Separator::Comma, &list).empty().unwrap();
    assert_eq!(request.headers()["cookie"], "n=a%2Cb,c%20d");
    let path = PathArguments::default();
    let mut asked = Asked::new(request, &path);
    assert_eq!(asked.cookie_list::<Vec<String>>("n", Separator::Comma).unwrap(), list);
}

/// Swagger 2.0 lets a document have `Accept` and `Content-Type` as header parameters.
#[test]
fn a_header_parameter_wins_over_what_the_body_says() {
    let mut request = builder();
    request.header("accept", &"text/html".to_owned()).header("Content-Type", &"image/gif".to_owned());
    let request = request.raw(Some("image/png"), "*/*", "".into()).unwrap();
    let all = |name| {
        request.headers().get_all(name).iter().map(|value| value.to_str().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!((all("accept"), all("content-type")), (vec!["text/html"], vec!["image/gif"]));
}
