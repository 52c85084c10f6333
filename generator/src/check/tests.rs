//! Faults on the left, findings on the right.

use expect_test::{Expect, expect};

use super::check;
use crate::diagnostic::Sink;
use crate::lower::test_support::{findings, lower, lower_all};
use crate::source::{Limits, MemoryLoader, Sources};

fn findings_of(yaml: &str, expected: &Expect) {
    let (mut api, lowering) = lower(yaml);
    assert_eq!(lowering, "", "the lowering has nothing to say");
    let sink = Sink::new();
    check(&mut api, &Sources::new(&MemoryLoader::new(), Limits::default()), &sink);
    expected.assert_eq(&findings(sink));
}

#[test]
fn placeholders_and_path_parameters_agree() {
    findings_of(
        "
paths:
  /rooms/{roomId}/{eventId}:
    get:
      parameters:
        - { name: roomId, in: path, required: true, schema: { type: string } }
        - { name: room, in: path, required: true, schema: { type: string } }
      responses: { 200: { description: '' } }
",
        &expect![[r#"
            E0301 #/paths/~1rooms~1{roomId}~1{eventId}: `GET /rooms/{roomId}/{eventId}` does not declare the parameter `eventId`
            W0303 #/paths/~1rooms~1{roomId}~1{eventId}/get/parameters/1: the path `/rooms/{roomId}/{eventId}` has no placeholder `{room}`
        "#]],
    );
}

#[test]
fn an_operation_id_is_there_once() {
    findings_of(
        "
paths:
  /a: { get: { operationId: read, responses: { 200: { description: '' } } } }
  /b: { get: { operationId: read, responses: { 200: { description: '' } } } }
",
        &expect![[r#"
            W0304 #/paths/~1b/get/operationId: the `operationId` `read` is there twice
        "#]],
    );
}

#[test]
fn of_an_operation_in_two_documents_the_first_answers() {
    let document = "paths: { /a: { get: { responses: { 200: { description: '' } } } } }";
    let (mut api, _) = lower_all(&[document, document]);
    let sink = Sink::new();
    check(&mut api, &Sources::new(&MemoryLoader::new(), Limits::default()), &sink);
    expect![[r#"
        W0302 #/paths/~1a/get: another document has `GET /a` too
    "#]]
    .assert_eq(&findings(sink));
}

#[test]
fn of_operations_that_a_request_can_not_tell_apart_the_first_answers() {
    let none = "{ responses: { 204: { description: '' } } }";
    findings_of(
        &format!(
            "
paths:
  /a/{{b}}:
    parameters: [{{ name: b, in: path, required: true, schema: {{ type: string }} }}]
    put: {none}
  /a/{{c}}:
    parameters: [{{ name: c, in: path, required: true, schema: {{ type: string }} }}]
    get: {none}
    put: {none}
  /a/{{c}}.json:
    parameters: [{{ name: c, in: path, required: true, schema: {{ type: string }} }}]
    put: {none}
"
        ),
        &expect![[r#"
            W0302 #/paths/~1a~1{c}/put: a request can't tell `PUT /a/{c}` from `PUT /a/{b}`
        "#]],
    );
}

#[test]
fn operations_of_one_path_are_told_apart_by_the_queries_that_it_fixes() {
    let none = "{ responses: { 204: { description: '' } } }";
    findings_of(
        &format!(
            "
paths:
  /a: {{ get: {none} }}
  /a?b=c&d: {{ get: {none} }}
  /a?b=c: {{ get: {none} }}
  /a?d=&b=c: {{ get: {none}, put: {none} }}
  /a#e: {{ get: {none}, post: {none} }}
"
        ),
        &expect![[r#"
            W0236 #/paths/~1a?b=c&d: the path `/a?b=c&d` has a query, which is no part of paths; read as what every request has
            W0236 #/paths/~1a?b=c: the path `/a?b=c` has a query, which is no part of paths; read as what every request has
            W0236 #/paths/~1a?d=&b=c: the path `/a?d=&b=c` has a query, which is no part of paths; read as what every request has
            W0236 #/paths/~1a#e: the path `/a#e` has a fragment, which is never sent; read as `/a`
            W0302 #/paths/~1a?d=&b=c/get: a request can't tell `GET /a?d=&b=c` from `GET /a?b=c&d`
            W0302 #/paths/~1a#e/get: a request can't tell `GET /a#e` from `GET /a`
        "#]],
    );
}

#[test]
fn a_path_ends_before_its_query() {
    findings_of(
        "
paths:
  /a?b=c: { get: { responses: { 200: { description: '' } } }, put: { responses: { 200: { description: '' } } } }
  /d#e: { get: { responses: { 200: { description: '' } } } }
",
        &expect![[r#"
            W0236 #/paths/~1a?b=c: the path `/a?b=c` has a query, which is no part of paths; read as what every request has
            W0236 #/paths/~1d#e: the path `/d#e` has a fragment, which is never sent; read as `/d`
        "#]],
    );
}

#[test]
fn examples_and_defaults_are_values_of_their_types() {
    findings_of(
        r#"
paths:
  /a:
    get:
      parameters:
        - { name: limit, in: query, schema: { type: integer, maximum: 10, default: 11 }, example: few }
        - { name: tags, in: query, schema: { type: array, items: { type: string } }, example: one }
      responses:
        200:
          description: ''
          content:
            application/json:
              schema:
                type: array
                items: &item
                  type: object
                  required: [id]
                  properties:
                    id: { type: string }
                    kind: { type: string, enum: [a, b] }
                    at: { type: string, format: date-time }
                    note: { type: string }
              examples:
                fine: { value: [{ id: x, kind: a, at: '2017-07-21T17:32:28Z', note: null, more: 1 }] }
                missing: { value: [{ id: x }, { kind: a }] }
                wrong: { value: [{ id: 1 }] }
                unlisted: { value: [{ id: x, kind: c }] }
                written: { value: '[{"id": "x", "at": "yesterday"}]' }
    put:
      requestBody:
        content:
          application/json: { schema: *item, example: { id: x, note: null } }
      responses: { 200: { description: '' } }
"#,
        &expect![[r#"
            W0314 #/paths/~1a/get/parameters/0/schema/default: the default does not fit: it must be at most 10
            W0306 #/paths/~1a/get/parameters/0: the example does not fit: it must be a whole number
            W0306 #/paths/~1a/get/responses/200/content/application~1json/examples/missing/value: the example does not fit: `/1` must have the member `id`
            W0306 #/paths/~1a/get/responses/200/content/application~1json/examples/wrong/value: the example does not fit: `/0/id` must be a string
            W0306 #/paths/~1a/get/responses/200/content/application~1json/examples/unlisted/value: the example does not fit: `/0/kind` must be one of "a", "b"
            W0306 #/paths/~1a/get/responses/200/content/application~1json/examples/written/value: the example does not fit: `/0/at` must be a date and time such as 2017-07-21T17:32:28Z
            W0306 #/paths/~1a/put/requestBody/content/application~1json/example: the example does not fit: `/note` must be a string
        "#]],
    );
}
