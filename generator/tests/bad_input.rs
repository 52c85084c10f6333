//! Broken documents left, what a user reads right. Nothing is generated from any of them.

use cratewright::config::{Config, Document};
use cratewright::diagnostic::{Style, render};
use cratewright::generate;
use cratewright::source::MemoryLoader;
use expect_test::{Expect, expect};

/// What is said about documents that are broken.
fn findings(files: &[(&str, &str)], expected: Expect) {
    let loader = files.iter().fold(MemoryLoader::new(), |loader, (path, text)| loader.with(*path, *text));
    let documents = files.iter().filter(|(path, _)| !path.contains('/'));
    let config =
        Config { documents: documents.map(|(path, _)| Document::new(*path)).collect(), ..Config::default() };
    let sources = config.sources(&loader);
    let generated = generate(&sources, &config);
    assert!(generated.has_errors(), "{:?}", generated.findings);
    assert!(generated.files.is_empty());
    expected.assert_eq(&render(&generated.findings, &sources, Style::default()));
}

/// A document with one operation, whose lines are given.
fn document(path: &str, operation: &str) -> String {
    let lines: String = operation.lines().map(|line| format!("      {line}\n")).collect();
    format!("swagger: '2.0'\ninfo: {{title: A, version: '1'}}\npaths:\n  {path}:\n    get:\n{lines}")
}

#[test]
fn a_missing_target() {
    let text =
        document("/a", "responses:\n  200:\n    description: A.\n    schema: {$ref: definitions/eror.yaml}");
    findings(
        &[("a.yaml", &text), ("definitions/error.yaml", "type: object")],
        expect![[r#"
            error[E0001]: can't read `definitions/eror.yaml`: no such file
             --> a.yaml:9:26
              |
            9 |           schema: {$ref: definitions/eror.yaml}
              |                          ^^^^^^^^^^^^^^^^^^^^^
              |
              = help: write the path as it is below the folder of the file that names it, or put the file there

        "#]],
    );
}

#[test]
fn a_cycle_of_references_without_a_type() {
    let text =
        document("/a", "responses:\n  200:\n    description: A.\n    schema: {$ref: '#/definitions/One'}");
    let text =
        text + "definitions:\n  One: {$ref: '#/definitions/Other'}\n  Other: {$ref: '#/definitions/One'}\n";
    findings(
        &[("a.yaml", &text)],
        expect![[r#"
        error[E0102]: `#/definitions/One` leads around in a circle, and never to a value
          --> a.yaml:9:26
           |
         9 |           schema: {$ref: '#/definitions/One'}
           |                          ^^^^^^^^^^^^^^^^^^^
        10 | definitions:
        11 |   One: {$ref: '#/definitions/Other'}
           |               --------------------- and comes back to here
        12 |   Other: {$ref: '#/definitions/One'}
           |                 ------------------- goes on here
           |
           = help: one of them has to be a definition instead of a reference

        error[E0102]: `#/definitions/Other` leads around in a circle, and never to a value
          --> a.yaml:11:15
           |
        11 |   One: {$ref: '#/definitions/Other'}
           |               ^^^^^^^^^^^^^^^^^^^^^
        12 |   Other: {$ref: '#/definitions/One'}
           |                 ------------------- goes on here
           |
           = help: one of them has to be a definition instead of a reference

        error[E0102]: `#/definitions/One` leads around in a circle, and never to a value
          --> a.yaml:12:17
           |
        11 |   One: {$ref: '#/definitions/Other'}
           |               --------------------- goes on here
        12 |   Other: {$ref: '#/definitions/One'}
           |                 ^^^^^^^^^^^^^^^^^^^
           |
           = help: one of them has to be a definition instead of a reference

    "#]],
    );
}

#[test]
fn broken_yaml() {
    let text = document("/a", "responses:\n  200:\n    description: A: B\n");
    findings(
        &[("a.yaml", &text)],
        expect![[r#"
        error[E0002]: `a.yaml` is not well-formed: mapping values are not allowed in this context
         --> a.yaml:8:25
          |
        8 |           description: A: B
          |                         ^
          |
          = help: put a text with `: ` in it into quotes, and indent the keys of an object alike

    "#]],
    );
}

#[test]
fn one_key_twice() {
    let text = document("/a", "responses:\n  200: {description: A.}\n  '200': {description: B.}");
    findings(
        &[("a.yaml", &text)],
        expect![[r#"
        error[E0003]: the key `200` is there twice
         --> a.yaml:8:9
          |
        7 |         200: {description: A.}
          |         --- first here
        8 |         '200': {description: B.}
          |         ^^^^^ again here
          |
          = help: remove one of the two, or rename it

    "#]],
    );
}

#[test]
fn several_at_once() {
    let text = document(
        "/a",
        "responses:\n  200: {$ref: '#/responses/Nothing'}\n  404:\n    description: B.\n    schema: {$ref: '#/definitions/Nothing'}\n    schema: {}",
    );
    findings(
        &[("a.yaml", &text), ("b.yaml", "swagger: '2.0'\npaths: [\n")],
        expect![[r#"
            error[E0101]: `#/responses/Nothing` points at nothing
             --> a.yaml:7:21
              |
            7 |         200: {$ref: '#/responses/Nothing'}
              |                     ^^^^^^^^^^^^^^^^^^^^^ there is no `responses` in `a.yaml`
              |
              = help: correct the reference, or add what it names

            error[E0101]: `#/definitions/Nothing` points at nothing
              --> a.yaml:10:26
               |
            10 |           schema: {$ref: '#/definitions/Nothing'}
               |                          ^^^^^^^^^^^^^^^^^^^^^^^ there is no `definitions` in `a.yaml`
               |
               = help: correct the reference, or add what it names

            error[E0003]: the key `schema` is there twice
              --> a.yaml:11:11
               |
            10 |           schema: {$ref: '#/definitions/Nothing'}
               |           ------ first here
            11 |           schema: {}
               |           ^^^^^^ again here
               |
               = help: remove one of the two, or rename it

            error[E0002]: `b.yaml` is not well-formed: this bracket is not closed
             --> b.yaml:2:8
              |
            2 | paths: [
              |        ^- did not find expected node content
              |
              = help: close it: `[]`

        "#]],
    );
}

#[test]
fn a_path_parameter_that_is_not_declared() {
    let text = document("/rooms/{roomId}", "responses:\n  200: {description: A.}");
    findings(
        &[("a.yaml", &text)],
        expect![[r#"
        error[E0301]: `GET /rooms/{roomId}` does not declare the parameter `roomId`
         --> a.yaml:4:3
          |
        4 |   /rooms/{roomId}:
          |   ^^^^^^^^^^^^^^^ `{roomId}` is here
        5 |     get:
          |     --- and not among the parameters of this operation
          |
          = help: add a parameter with `in: path`, `name: roomId`, `required: true` and a type

    "#]],
    );
}

#[test]
fn two_operations_with_one_path_and_method() {
    let text = document("/a", "responses: {200: {description: A.}}\n");
    let twice = text
        + "    get:\n      responses: {200: {description: B.}}\n  /a:\n    put: {responses: {200: {description: C.}}}\n";
    findings(
        &[("a.yaml", &twice)],
        expect![[r#"
        error[E0003]: the key `get` is there twice
         --> a.yaml:7:5
          |
        5 |     get:
          |     --- first here
        6 |       responses: {200: {description: A.}}
        7 |     get:
          |     ^^^ again here
          |
          = help: remove one of the two, or rename it

        error[E0003]: the key `/a` is there twice
         --> a.yaml:9:3
          |
        4 |   /a:
          |   -- first here
        ...
        9 |   /a:
          |   ^^ again here
          |
          = help: remove one of the two, or rename it

    "#]],
    );
}
