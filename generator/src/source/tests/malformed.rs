//! What is said about texts that are neither YAML nor JSON.

use expect_test::expect;

use super::says;

#[test]
fn broken_yaml() {
    says(
        "api.yaml",
        "swagger: '2.0'\npaths:\n  /login:\n   post: {}\n  - get\n",
        expect![[r#"
            error[E0002]: `api.yaml` is not well-formed: did not find expected key
             --> api.yaml:5:3
              |
            3 |   /login:
              |   - while parsing a block mapping
            4 |    post: {}
            5 |   - get
              |   ^
              |
              = help: indent the keys of an object alike
        "#]],
    );
    says(
        "api.yaml",
        "a: [1, 2\nb: 3\n",
        expect![[r#"
            error[E0002]: `api.yaml` is not well-formed: this bracket is not closed
             --> api.yaml:1:4
              |
            1 | a: [1, 2
              |    ^^^^^
            2 | b: 3
              |  - did not find expected ',' or ']'
              |
              = help: close it: `[1, 2]`
        "#]],
    );
    says(
        "api.yaml",
        "ünïcödé: \"never closed\r\n",
        expect![[r#"
            error[E0002]: `api.yaml` is not well-formed: this quote is not closed
             --> api.yaml:1:10
              |
            1 | ünïcödé: "never closed
              |          ^^^^^^^^^^^^^- found unexpected end of stream
              |
              = help: write `"never closed"`
        "#]],
    );
    says(
        "api.yaml",
        "a:\n\tb: 1\n",
        expect![[r#"
        error[E0002]: `api.yaml` is not well-formed: found character that cannot start any token
         --> api.yaml:2:1
          |
        2 |     b: 1
          | ^
          |
          = help: indent by spaces, not by tabs
    "#]],
    );
    says(
        "api.yaml",
        "summary: Note: this\n",
        expect![[r#"
        error[E0002]: `api.yaml` is not well-formed: mapping values are not allowed in this context
         --> api.yaml:1:14
          |
        1 | summary: Note: this
          |              ^
          |
          = help: put a text with `: ` in it into quotes, and indent the keys of an object alike
    "#]],
    );
    says(
        "api.yaml",
        "{\"a\": 1} trailing\n",
        expect![[r#"
            error[E0002]: `api.yaml` is not well-formed: did not find expected <document start>
             --> api.yaml:1:10
              |
            1 | {"a": 1} trailing
              |          ^
              |
              = help: mend the line, or the one above it
        "#]],
    );
}

#[test]
fn broken_json() {
    says(
        "api.json",
        "{\n  \"a\": 1,\n  \"b\": ]\n}\n",
        expect![[r#"
            error[E0002]: `api.json` is not well-formed: expected value
             --> api.json:3:8
              |
            3 |   "b": ]
              |        ^
              |
              = help: mend the line, or the one above it
        "#]],
    );
    says(
        "api.json",
        "{\"a\": 1",
        expect![[r#"
            error[E0002]: `api.json` is not well-formed: EOF while parsing an object
             --> api.json:1:7
              |
            1 | {"a": 1
              |       ^
              |
              = help: mend the line, or the one above it
        "#]],
    );
}
