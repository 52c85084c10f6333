//! What is read from YAML and JSON, and what is said about it.

use expect_test::expect;
use serde_json::json;

use super::{read, says};

fn reads(path: &str, text: &str, tree: serde_json::Value) {
    assert_eq!(read(path, text), (Some(tree), String::new()));
}

#[test]
fn a_key_is_what_it_is_spelled_as() {
    reads(
        "api.yaml",
        "200: a\n'404': b\n010: c\ntrue: d\n~: e\n1.50: f",
        json!({
            "200": "a", "404": "b", "010": "c", "true": "d", "~": "e", "1.50": "f"
        }),
    );
}

#[test]
fn members_keep_their_order() {
    let (tree, _) = read("api.yaml", "z: 1\na: 2\nm: 3");
    assert_eq!(tree.unwrap().to_string(), r#"{"z":1,"a":2,"m":3}"#);
}

#[test]
fn numbers_stay_numbers_as_far_as_json_has_them() {
    reads(
        "api.yaml",
        "[18446744073709551616, -9223372036854775808, 1e3, .inf, -.inf, .nan]",
        json!([18446744073709551616_f64, i64::MIN, 1000.0, ".inf", "-.inf", ".nan"]),
    );
}

#[test]
fn a_number_keeps_its_last_digit_in_either_syntax() {
    for path in ["api.json", "api.yaml"] {
        let (tree, _) = read(path, "[-1.034e-20, 2.5e-3, 0.1]");
        assert_eq!(tree.unwrap().to_string(), "[-1.034e-20,0.0025,0.1]");
    }
}

#[test]
fn a_tag_says_nothing() {
    reads(
        "api.yaml",
        "a: !money 12\nb: !list [1]\nc: !!str 3\nd: !map {e: 4}",
        json!({
            "a": 12, "b": [1], "c": "3", "d": {"e": 4}
        }),
    );
}

#[test]
fn merge_keys_add_what_is_not_there() {
    reads(
        "api.yaml",
        "base: &base {type: string, format: date}\na: {<<: *base, format: uuid}",
        json!({
            "base": {"type": "string", "format": "date"}, "a": {"type": "string", "format": "uuid"}
        }),
    );
    reads(
        "api.yaml",
        "x: &x {a: 1, b: 1}\ny: &y {b: 2, c: 2}\nz:\n  c: 3\n  <<: [*x, *y]",
        json!({
            "x": {"a": 1, "b": 1}, "y": {"b": 2, "c": 2}, "z": {"c": 3, "a": 1, "b": 1}
        }),
    );
    reads("api.json", r#"{"<<": {"a": 1}}"#, json!({"<<": {"a": 1}}));
}

#[test]
fn json_is_known_by_its_first_character_and_may_be_loose() {
    reads("api.yaml", "{\n\t\"a\": [1,\n\t2]\n}", json!({"a": [1, 2]}));
    reads("api.json", "{ a: 1, # a comment\n }", json!({"a": 1}));
    reads("api.json", "a: 1", json!({"a": 1}));
}

#[test]
fn marks_and_line_ends_are_no_content() {
    reads("api.yaml", "\u{feff}a: 1\r\nb: 2\r\n", json!({"a": 1, "b": 2}));
    let utf16: Vec<u8> = "\u{feff}a: ü".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read("api.yaml", utf16).0, Some(json!({"a": "ü"})));
}

#[test]
fn a_duplicate_key_is_shown_in_both_places() {
    says(
        "api.yaml",
        "responses:\n  200: {description: yes}\n  404: {}\n  '200': {description: no}\n",
        expect![[r#"
            error[E0003]: the key `200` is there twice
             --> api.yaml:4:3
              |
            2 |   200: {description: yes}
              |   --- first here
            3 |   404: {}
            4 |   '200': {description: no}
              |   ^^^^^ again here
              |
              = help: remove one of the two, or rename it
        "#]],
    );
    says(
        "api.json",
        "{\"a\": {\"b\": 1,\n\"b\": 2}}",
        expect![[r#"
        error[E0003]: the key `b` is there twice
         --> api.json:2:1
          |
        1 | {"a": {"b": 1,
          |        --- first here
        2 | "b": 2}}
          | ^^^ again here
          |
          = help: remove one of the two, or rename it
    "#]],
    );
}

#[test]
fn findings_for_programs() {
    let loader = super::files([("api.yaml", "ä: 1\nä: 2\n")]);
    let sources = crate::source::Sources::new(&loader, crate::source::Limits::default());
    let sink = crate::diagnostic::Sink::new();
    sources.load("api.yaml", None, &sink);
    let findings = sink.into_findings();
    expect![[r#"
        {"code":"E0003","severity":"error","message":"the key `ä` is there twice","file":"api.yaml","line":2,"column":1,"end_line":2,"end_column":2,"help":"remove one of the two, or rename it","labels":[{"text":"again here","primary":true,"file":"api.yaml","line":2,"column":1,"end_line":2,"end_column":2},{"text":"first here","primary":false,"file":"api.yaml","line":1,"column":1,"end_line":1,"end_column":2}]}
    "#]].assert_eq(&crate::diagnostic::render_json(&findings, &sources));
    assert_eq!(crate::diagnostic::count(&findings).as_deref(), Some("1 error"));
}

#[test]
fn bytes_that_are_no_text() {
    says(
        "api.yaml",
        b"title: caf\xe9\n".as_slice(),
        expect![[r#"
        error[E0005]: `api.yaml` is not UTF-8: byte 10 starts no character
         --> api.yaml:1:11
          |
        1 | title: caf
          |           ^
          |
          = help: save the file as UTF-8
    "#]],
    );
}

#[test]
fn only_the_first_document_is_read() {
    says(
        "api.yaml",
        "a: 1\n---\nb: 2\n",
        expect![[r#"
            warning[W0006]: `api.yaml` has several YAML documents, and only the first is read
             --> api.yaml:2:1
              |
            2 | ---
              | ^^^ the second begins here
              |
              = help: put each document into a file of its own
        "#]],
    );
    reads("api.yaml", "---\na: 1\n...\n---\n", json!({"a": 1}));
}

#[test]
fn a_file_that_is_not_there() {
    let loader = super::files([]);
    let sources = crate::source::Sources::new(&loader, crate::source::Limits::default());
    let sink = crate::diagnostic::Sink::new();
    assert_eq!(sources.load("api.yaml", None, &sink), None);
    assert_eq!(sources.load("./api.yaml", None, &sink), None);
    assert_eq!(sources.load("../api.yaml", None, &sink), None);
    expect![[r#"
        error[E0001]: can't read `api.yaml`: no such file
        --> api.yaml
         = help: write the path as it is below the folder of the file that names it, or put the file there

        error[E0001]: can't read `../api.yaml`: it leads out of the source root
        --> ../api.yaml
         = help: write the path as it is below the folder of the file that names it, or put the file there
    "#]]
    .assert_eq(&super::rendered(sink, &sources));
}
