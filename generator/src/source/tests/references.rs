//! Where a `$ref` leads.

use expect_test::{Expect, expect};

use super::{files, rendered};
use crate::diagnostic::Sink;
use crate::source::{Limits, MemoryLoader, Pointer, Sources};

const API: &str = "\
swagger: '2.0'
paths:
  /login/{id}:
    get: {parameters: [{name: id}]}
definitions:
  Error: {type: object}
  a~b: {}
  50%: {}
  Alias: {$ref: '#/definitions/Error'}
  Chain: {$ref: 'types/error.yaml'}
";

fn api() -> MemoryLoader {
    files([
        ("v1/api.yaml", API),
        ("v1/types/error.yaml", "$ref: ../common.json#/Error"),
        ("v1/common.json", r#"{"Error": {"type": "string"}}"#),
        ("v1/broken.yaml", "a: [1"),
    ])
}

/// The file and pointer that a reference in `v1/api.yaml` leads to, or what is said about it.
fn resolves(reference: &str, expected: &str) {
    let loader = api();
    let sources = Sources::new(&loader, Limits::default());
    let sink = Sink::new();
    let file = sources.load("v1/api.yaml", None, &sink).unwrap();
    let target = sources.resolve_chain(&Pointer::root(file), reference, &sink);
    let target = target.map(|target| format!("{}{}", sources.name(target.pointer.file), target.pointer));
    assert_eq!(target.as_deref(), Some(expected), "{}", rendered(sink, &sources));
}

#[test]
fn a_reference_leads_to_a_value() {
    resolves("#", "v1/api.yaml#");
    resolves("#/definitions/Error", "v1/api.yaml#/definitions/Error");
    resolves("api.yaml#/definitions/Error", "v1/api.yaml#/definitions/Error");
    resolves("./types/../common.json#/Error", "v1/common.json#/Error");
    resolves("#/definitions/a~0b", "v1/api.yaml#/definitions/a~0b");
    resolves("#/definitions/50%25", "v1/api.yaml#/definitions/50%");
    resolves("#/definitions/50%", "v1/api.yaml#/definitions/50%");
    resolves(
        "#/paths/~1login~1%7Bid%7D/get/parameters/0",
        "v1/api.yaml#/paths/~1login~1{id}/get/parameters/0",
    );
}

#[test]
fn a_chain_is_followed_to_its_end() {
    resolves("#/definitions/Alias", "v1/api.yaml#/definitions/Error");
    resolves("#/definitions/Chain", "v1/common.json#/Error");
}

/// What is said about a document whose `a` is a reference object.
fn says(text: &str, said: Expect) {
    let loader = api().with("v1/main.yaml", text);
    let sources = Sources::new(&loader, Limits::default());
    let sink = Sink::new();
    let file = sources.load("v1/main.yaml", None, &sink).unwrap();
    let at = Pointer::root(file).child("a");
    let reference = sources.node(&at).and_then(|node| node.reference()).unwrap();
    assert!(sources.resolve_chain(&at, reference, &sink).is_none());
    said.assert_eq(&rendered(sink, &sources));
}

#[test]
fn nothing_is_there() {
    says(
        "a:\n  $ref: '#/definitions/Eror'\ndefinitions:\n  Error: {}\n",
        expect![[r#"
        error[E0101]: `#/definitions/Eror` points at nothing
         --> v1/main.yaml:2:9
          |
        2 |   $ref: '#/definitions/Eror'
          |         ^^^^^^^^^^^^^^^^^^^^ there is no `Eror` in `#/definitions`
        3 | definitions:
        4 |   Error: {}
          |   ----- a name near it
          |
          = help: did you mean `Error`?
    "#]],
    );
    says(
        "a: {$ref: 'common.json#/error/type'}",
        expect![[r#"
        error[E0101]: `common.json#/error/type` points at nothing
         --> v1/main.yaml:1:11
          |
        1 | a: {$ref: 'common.json#/error/type'}
          |           ^^^^^^^^^^^^^^^^^^^^^^^^^ there is no `error` in `v1/common.json`
          |
         ::: v1/common.json:1:2
          |
        1 | {"Error": {"type": "string"}}
          |  ------- a name near it
          |
          = help: did you mean `Error`?
    "#]],
    );
    says(
        "a: {$ref: '#/b/0/c'}\nb: [text]",
        expect![[r#"
            error[E0101]: `#/b/0/c` points at nothing
             --> v1/main.yaml:1:11
              |
            1 | a: {$ref: '#/b/0/c'}
              |           ^^^^^^^^^
            2 | b: [text]
              |     ---- this is a string
              |
              = help: correct the reference, or add what it names
        "#]],
    );
    says(
        "a: {$ref: 'missing.yaml'}",
        expect![[r#"
            error[E0001]: can't read `v1/missing.yaml`: no such file
             --> v1/main.yaml:1:11
              |
            1 | a: {$ref: 'missing.yaml'}
              |           ^^^^^^^^^^^^^^
              |
              = help: write the path as it is below the folder of the file that names it, or put the file there
        "#]],
    );
    says(
        "a: {$ref: 'broken.yaml#/a'}",
        expect![[r#"
            error[E0002]: `v1/broken.yaml` is not well-formed: this bracket is not closed
             --> v1/broken.yaml:1:4
              |
            1 | a: [1
              |    ^^- did not find expected ',' or ']'
              |
              = help: close it: `[1]`
        "#]],
    );
    says(
        "a: {$ref: '#definitions/Error'}",
        expect![[r#"
        error[E0104]: `#definitions/Error` is no JSON pointer
         --> v1/main.yaml:1:11
          |
        1 | a: {$ref: '#definitions/Error'}
          |           ^^^^^^^^^^^^^^^^^^^^
          |
          = help: write `#/definitions/Error`
    "#]],
    );
    says(
        "a: {$ref: 'Error'}\ndefinitions: {Error: {}}",
        expect![[r#"
            error[E0101]: `Error` would be a file, and there is a definition of that name
             --> v1/main.yaml:1:11
              |
            1 | a: {$ref: 'Error'}
              |           ^^^^^^^
              |
              = help: write `#/definitions/Error`
        "#]],
    );
}

#[test]
fn a_circle_is_shown_with_every_hop() {
    says(
        "a: {$ref: '#/b'}\nb: {$ref: '#/c'}\nc: {$ref: '#/b'}\n",
        expect![[r#"
        error[E0102]: `#/b` leads around in a circle, and never to a value
         --> v1/main.yaml:1:11
          |
        1 | a: {$ref: '#/b'}
          |           ^^^^^
        2 | b: {$ref: '#/c'}
          |           ----- and comes back to here
        3 | c: {$ref: '#/b'}
          |           ----- goes on here
          |
          = help: one of them has to be a definition instead of a reference
    "#]],
    );
    says(
        "a: {$ref: '#/a'}\n",
        expect![[r#"
        error[E0102]: `#/a` leads around in a circle, and never to a value
         --> v1/main.yaml:1:11
          |
        1 | a: {$ref: '#/a'}
          |           ^^^^^
          |
          = help: one of them has to be a definition instead of a reference
    "#]],
    );
}

#[test]
fn what_is_not_below_the_root_is_refused() {
    says(
        "a: {$ref: 'https://example.org/error.yaml'}",
        expect![[r#"
            error[E0103]: `https://example.org/error.yaml` is a URL, and only files below the source root are read
             --> v1/main.yaml:1:11
              |
            1 | a: {$ref: 'https://example.org/error.yaml'}
              |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              |
              = help: save the document beside this one and refer to the file
        "#]],
    );
    says(
        "a: {$ref: '../../etc/passwd'}",
        expect![[r#"
            error[E0105]: `../../etc/passwd` is refused: it leads out of the source root
             --> v1/main.yaml:1:11
              |
            1 | a: {$ref: '../../etc/passwd'}
              |           ^^^^^^^^^^^^^^^^^^
              |
              = help: copy the file below the source root and refer to it by a relative path, or choose a root above both files
        "#]],
    );
    says(
        "a: {$ref: 'file:///etc/passwd'}",
        expect![[r#"
            error[E0103]: `file:///etc/passwd` is a URL, and only files below the source root are read
             --> v1/main.yaml:1:11
              |
            1 | a: {$ref: 'file:///etc/passwd'}
              |           ^^^^^^^^^^^^^^^^^^^^
              |
              = help: save the document beside this one and refer to the file
        "#]],
    );
}
