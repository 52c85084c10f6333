//! What a server refuses beside values of wrong types, keyword by keyword.

use http::Request;
use serde_json::json;

use crate::runtime::{
    Alternative, ArgumentConstraints, Asked, Body, JsonValue, Keyword, Keywords, Location, PathArguments,
    Rejection, RequestConstraints, Violation, json, matches, matches_with_look_around, problem,
};

/// What is broken of `keywords` by a body: pointers and keywords.
fn broken(keywords: Keywords, body: &str) -> Vec<String> {
    let constraints = Box::leak(Box::new(RequestConstraints { arguments: &[], body: keywords }));
    let path = PathArguments::default();
    let request = Request::new(Body::from(body.to_owned()));
    match Asked::new(request, &path).constrained(constraints).json::<JsonValue>() {
        Ok(_) => Vec::new(),
        Err(rejection) => rejection.violations().iter().map(told).collect(),
    }
}

fn told(violation: &Violation) -> String {
    format!("{} {}", violation.name, violation.keyword.unwrap_or_default()).trim().to_owned()
}

/// Whether each of the values keeps to the keyword.
fn allowed<const N: usize>(keyword: Keyword, values: [&str; N]) -> [bool; N] {
    let keywords: Keywords = Box::leak(Box::new([keyword]));
    values.map(|value| broken(keywords, value).is_empty())
}

#[test]
fn limits_of_numbers_are_exact() {
    use Keyword::{ExclusiveMaximum, ExclusiveMinimum, Maximum, Minimum};
    assert_eq!(
        allowed(Minimum("-1.5"), ["-1.5", "-1.50001", "0", "-2e0", "1e300"]),
        [true, false, true, false, true]
    );
    assert_eq!(
        allowed(ExclusiveMinimum("0"), ["0", "0.0", "-0", "1e-300", "1"]),
        [false, false, false, true, true]
    );
    assert_eq!(
        allowed(Maximum("0.3"), ["0.3", "0.30000000000000004", "3e-1", "-1"]),
        [true, false, true, true]
    );
    assert_eq!(allowed(ExclusiveMaximum("10"), ["10", "1e1", "9.99", "100"]), [false, false, true, false]);
    // Neither of them is an `f64`.
    assert_eq!(
        allowed(Maximum("9007199254740993"), ["9007199254740992", "9007199254740993", "9007199254740994"]),
        [true, true, false]
    );
    assert_eq!(
        allowed(Maximum("18446744073709551614"), ["18446744073709551614", "18446744073709551615"]),
        [true, false]
    );
    assert_eq!(allowed(Maximum("1e400"), ["1e308"]), [true]);
}

#[test]
fn a_multiple_is_one_in_decimal() {
    use Keyword::MultipleOf;
    assert_eq!(
        allowed(MultipleOf("0.1"), ["0.3", "0.35", "-0.7", "0", "1e3"]),
        [true, false, true, true, true]
    );
    assert_eq!(allowed(MultipleOf("0.01"), ["19.99", "4.35", "1.005"]), [true, true, false]);
    assert_eq!(
        allowed(MultipleOf("3"), ["9007199254740993", "9007199254740994", "1.5"]),
        [true, false, false]
    );
    assert_eq!(allowed(MultipleOf("100"), ["1e2", "10", "1e300"]), [true, false, true]);
    assert_eq!(allowed(MultipleOf("1e-8"), ["0.00000001", "0.000000001"]), [true, false]);
}

#[test]
fn lengths_are_in_unicode_scalar_values() {
    use Keyword::{MaxLength, MinLength};
    // Two bytes, four bytes, and a letter with a combining accent.
    assert_eq!(
        allowed(MaxLength(1), [r#""""#, r#""é""#, r#""🦀""#, r#""e\u0301""#]),
        [true, true, true, false]
    );
    assert_eq!(allowed(MinLength(2), [r#""🦀""#, r#""ab""#, r#""\ud83e\udd80""#]), [false, true, false]);
    assert_eq!(allowed(MinLength(9), ["1", "null", "[]", "true"]), [true; 4], "other types have no length");
}

#[test]
fn a_pattern_is_looked_for_anywhere_in_a_text() {
    let pattern = |regex| Keyword::Pattern { pattern: regex, regex, matches };
    assert_eq!(allowed(pattern("b+"), [r#""abc""#, r#""ac""#, "7"]), [true, false, true]);
    assert_eq!(
        allowed(pattern(r"^[0-9]{4}$"), [r#""2017""#, r#""20170""#, r#""2017\n""#]),
        [true, false, false]
    );
    let regex = r"^(?=.*[0-9])(.)\1+$";
    let pattern = Keyword::Pattern { pattern: regex, regex, matches: matches_with_look_around };
    assert_eq!(allowed(pattern, [r#""777""#, r#""aaa""#]), [true, false]);
    let slow = r"^(?=((a+)+)+$)x";
    let pattern = Keyword::Pattern { pattern: slow, regex: slow, matches: matches_with_look_around };
    let text = format!("\"{}!\"", "a".repeat(64));
    assert_eq!(allowed(pattern, [&text]), [false], "gives up");
}

#[test]
fn lists_and_objects_have_their_sizes() {
    use Keyword::{MaxItems, MaxProperties, MinItems, MinProperties};
    assert_eq!(allowed(MinItems(1), ["[]", "[1]", "{}"]), [false, true, true]);
    assert_eq!(allowed(MaxItems(1), ["[1]", "[1, 2]"]), [true, false]);
    assert_eq!(allowed(MinProperties(1), ["{}", r#"{"a": 1}"#, "[]"]), [false, true, true]);
    assert_eq!(allowed(MaxProperties(1), [r#"{"a": 1}"#, r#"{"a": 1, "b": 2}"#]), [true, false]);
}

#[test]
fn elements_are_equal_as_json_is() {
    let lists = ["[1, 2]", "[1, 1.0]", r#"[1, "1"]"#, "[[1], [1]]", "[1, true]", "[0.1, 1e-1]"];
    assert_eq!(allowed(Keyword::UniqueItems, lists), [true, false, true, false, true, false]);
    let objects = [r#"[{"a": 1, "b": 2}, {"b": 2, "a": 1.0}]"#, r#"[{"a": 1}, {"a": 1, "b": null}]"#];
    assert_eq!(allowed(Keyword::UniqueItems, objects), [false, true]);
}

#[test]
fn values_of_an_enumeration_are_the_listed_ones() {
    use Keyword::{Enum, EnumOfIntegers, EnumOfValues};
    assert_eq!(allowed(Enum(&["a", ""]), [r#""a""#, r#""""#, r#""A""#, "null"]), [true, true, false, true]);
    assert_eq!(allowed(EnumOfIntegers(&[-1, 2]), ["2", "-1", "2.0", "3"]), [true, true, true, false]);
    assert_eq!(
        allowed(
            EnumOfValues(&["true", "1.5", "\"x\""]),
            ["true", "false", "15e-1", "1", r#""x""#, r#""true""#]
        ),
        [true, false, true, false, true, false]
    );
}

#[test]
fn what_is_inside_is_told_by_its_pointer() {
    static NODE: &[Keyword] = &[
        Keyword::NoAdditionalProperties(&["a/b", "next", "list"]),
        Keyword::Properties(&[
            ("a/b", &[Keyword::MaxLength(1)]),
            ("next", &[Keyword::Of(|| NODE)]),
            ("list", &[Keyword::Items(&[Keyword::Of(|| NODE), Keyword::Minimum("3")])]),
        ]),
    ];
    let body =
        r#"{"a/b": "long", "next": {"next": {"a/b": "long", "~": 1}}, "list": [3, {"a/b": "long"}, 2]}"#;
    assert_eq!(
        broken(NODE, body),
        [
            "/a~1b maxLength",
            "/next/next/~0 additionalProperties",
            "/next/next/a~1b maxLength",
            "/list/1/a~1b maxLength",
            "/list/2 minimum"
        ]
    );
    let map: Keywords = &[Keyword::AdditionalProperties(&["known"], &[Keyword::Minimum("1")])];
    assert_eq!(broken(map, r#"{"known": 0, "other": 0}"#), ["/other minimum"]);
}

#[test]
fn one_of_several_types_must_fit_with_all_that_is_asked_of_it() {
    const NUMBER: Alternative =
        Alternative { reads: json::reads::<i64>, keywords: &[Keyword::Minimum("10")] };
    const TEXT: Alternative =
        Alternative { reads: json::reads::<String>, keywords: &[Keyword::MaxLength(3)] };
    let either: Keywords = &[Keyword::AnyOf(&[NUMBER, TEXT])];
    assert_eq!(broken(either, "10"), [""; 0]);
    assert_eq!(broken(either, r#""abc""#), [""; 0]);
    assert_eq!(broken(either, "9"), ["minimum"]);
    assert_eq!(broken(either, r#""abcd""#), ["maxLength"]);
    assert_eq!(broken(either, "true"), ["anyOf"]);

    let tagged: Keywords = &[Keyword::Discriminator {
        property: "kind",
        types: &[("cat", &[Keyword::Properties(&[("lives", &[Keyword::Maximum("9")])])]), ("dog", &[])],
        others: &[],
    }];
    assert_eq!(broken(tagged, r#"{"kind": "cat", "lives": 10}"#), ["/lives maximum"]);
    assert_eq!(broken(tagged, r#"{"kind": "dog", "lives": 10}"#), [""; 0]);
    assert_eq!(broken(tagged, r#"{"kind": "cow"}"#), ["/kind discriminator"]);
}

#[test]
fn parameters_are_held_to_theirs_and_have_defaults() {
    const QUERY: Location = Location::Query;
    static CONSTRAINTS: RequestConstraints = RequestConstraints {
        arguments: &[
            ArgumentConstraints {
                location: QUERY,
                name: "limit",
                default: Some(&["20"]),
                keywords: &[Keyword::Maximum("100")],
            },
            ArgumentConstraints { location: QUERY, name: "sort", default: Some(&["a", "b"]), keywords: &[] },
            ArgumentConstraints {
                location: QUERY,
                name: "tags",
                default: None,
                keywords: &[
                    Keyword::MaxItems(2),
                    Keyword::UniqueItems,
                    Keyword::Items(&[Keyword::MinLength(2)]),
                ],
            },
        ],
        body: &[Keyword::Properties(&[("name", &[Keyword::MinLength(1)])])],
    };
    type Read = (Option<i64>, Option<Vec<String>>, Option<Vec<String>>, JsonValue);
    let read = |query: &str, body: &'static str| -> Result<Read, Rejection> {
        let path = PathArguments::default();
        let request = Request::post(format!("/?{query}")).body(Body::from(body)).unwrap();
        let mut asked = Asked::new(request, &path).constrained(&CONSTRAINTS);
        let (limit, sort, tags) = (asked.query("limit"), asked.query("sort"), asked.query("tags"));
        let body = asked.json()?;
        Ok((limit?, sort?, tags?, body))
    };
    let (limit, sort, tags, _) = read("", "{}").unwrap();
    assert_eq!((limit, sort, tags), (Some(20), Some(vec!["a".to_owned(), "b".to_owned()]), None));
    assert_eq!(read("limit=7&sort=c", "{}").unwrap().0, Some(7));

    let rejection = read("limit=101&sort=c&tags=x&tags=yy&tags=yy", r#"{"name": ""}"#).unwrap_err();
    let response = problem(&rejection);
    let problem: JsonValue = serde_json::from_slice(&response.into_body().try_into_bytes().unwrap()).unwrap();
    assert_eq!(
        problem["errors"],
        json!([
            { "location": "query", "name": "limit", "detail": "must be at most 100", "keyword": "maximum", "limit": 100 },
            { "location": "query", "name": "tags", "detail": "must have at most 2 elements", "keyword": "maxItems", "limit": 2 },
            { "location": "query", "name": "tags", "detail": "must not have an element twice", "keyword": "uniqueItems", "limit": true },
            { "location": "query", "name": "tags", "detail": "must have at least 2 characters at index 0", "keyword": "minLength", "limit": 2 },
            { "location": "body", "pointer": "/name", "detail": "must have at least 1 characters", "keyword": "minLength", "limit": 1 },
        ])
    );
}

#[test]
fn a_body_of_many_faults_has_an_answer_of_bounded_size() {
    let body = format!("[{}0]", "0,".repeat(100_000));
    assert_eq!(broken(&[Keyword::Items(&[Keyword::Minimum("1")])], &body).len(), 100);
}
