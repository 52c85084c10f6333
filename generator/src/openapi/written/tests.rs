//! A document of Swagger 2.0 on the left, what is written of it on the right.

use expect_test::{Expect, expect};
use serde_json::Value;

use crate::config::{Config, Document};
use crate::diagnostic::Severity;
use crate::source::MemoryLoader;

/// What is written of a document `api.yaml`, as data. It has to be the same again when it is read.
#[track_caller]
fn written(document: &str) -> Value {
    let document = format!("swagger: '2.0'\ninfo: {{title: Test, version: '1'}}\n{document}");
    let once = upgrade(document);
    let twice = upgrade(once.to_string());
    assert_eq!(twice, once);
    once
}

fn upgrade(document: String) -> Value {
    let loader = MemoryLoader::new()
        .with("api.yaml", document)
        .with("pet.yaml", "{type: object, properties: {name: {type: string}, mother: {$ref: pet.yaml}}}");
    let config = Config { documents: vec![Document::new("api.yaml")], ..Config::default() };
    let upgraded = crate::upgrade(&config.sources(&loader), &config);
    upgraded.document.expect("no errors")
}

#[track_caller]
fn part(document: &Value, pointer: &str, expected: Expect) {
    let part = document.pointer(pointer).expect("the part is there");
    expected.assert_eq(&serde_yaml::to_string(part).expect("data is YAML"));
}

#[test]
fn what_the_model_has_no_room_for_is_said_in_keywords() {
    let document = written(
        "
paths: {}
definitions:
  Large: {type: integer, minimum: 0.5, maximum: 18446744073709551615}
  Mixed: {type: string, enum: [{a: 1}, b]}
  Exact: {type: number, multipleOf: 9007199254740993}
",
    );
    part(
        &document,
        "/components/schemas",
        expect![[r#"
            Large:
              minimum: 0.5
              maximum: 18446744073709551615
              type: integer
            Mixed:
              enum:
              - a: 1
              - b
              type: string
            Exact:
              multipleOf: 9007199254740993
              type: number
        "#]],
    );
}

#[test]
fn what_openapi_has_no_words_for_stays() {
    let document = written(
        "
basePath: /v1
paths:
  /pets:
    post:
      parameters:
      - {name: tabs, in: query, type: array, items: {type: string}, collectionFormat: tsv}
      - {name: many, in: query, type: array, items: {type: string}, collectionFormat: multi}
      - {name: X-Some, in: header, type: array, items: {type: string}}
      - {name: pet, in: body, schema: {$ref: pet.yaml, description: The new one.}}
      responses:
        200: {description: A picture., schema: {type: file}}
",
    );
    part(
        &document,
        "/servers",
        expect![[r#"
        - url: /v1
    "#]],
    );
    part(
        &document,
        "/paths/~1pets/post",
        expect![[r#"
        parameters:
        - in: query
          name: tabs
          schema:
            x-cratewright-collection-format: tsv
            type: array
            items:
              type: string
          explode: false
          x-cratewright-collection-format: tsv
          style: form
        - in: query
          name: many
          schema:
            type: array
            items:
              type: string
          explode: true
          style: form
        - in: header
          name: X-Some
          schema:
            type: array
            items:
              type: string
          explode: false
          style: simple
        requestBody:
          content:
            application/json:
              schema:
                description: The new one.
                x-cratewright-annotated-reference: true
                allOf:
                - $ref: '#/components/schemas/pet'
          x-cratewright-body-name: pet
        responses:
          '200':
            description: A picture.
            content:
              '*/*':
                schema:
                  type: string
                  format: binary
    "#]],
    );
}

#[test]
fn an_operation_that_is_left_out_is_not_written() {
    let document = written(
        "
paths:
  /a:
    get: {responses: {200: {description: Done}}}
    put:
      parameters: [{name: a, in: body, schema: {}}, {name: b, in: body, schema: {}}]
      responses: {200: {description: Done}}
",
    );
    let item = document.pointer("/paths/~1a").and_then(Value::as_object).expect("a path item");
    assert_eq!(item.keys().collect::<Vec<_>>(), ["get"]);
}

/// OpenAPI 3.0, Encoding Object, `explode`: `true` for forms where nothing is said.
#[test]
fn a_list_of_a_form_says_that_it_is_one_value() {
    let document = written(
        "
paths:
  /a:
    post:
      parameters:
      - {name: one, in: formData, type: array, items: {type: string}}
      - {name: many, in: formData, type: array, items: {type: string}, collectionFormat: multi}
      responses: {200: {description: Done}}
",
    );
    let form = "/paths/~1a/post/requestBody/content/application~1x-www-form-urlencoded";
    part(
        &document,
        form,
        expect![[r#"
            schema:
              type: object
              properties:
                one:
                  type: array
                  items:
                    type: string
                many:
                  type: array
                  items:
                    type: string
            encoding:
              one:
                style: form
                explode: false
              many:
                style: form
                explode: true
        "#]],
    );
}

#[test]
fn paths_are_written_once() {
    let get = "{get: {responses: {200: {description: Done}}}}";
    let document = written(&format!("paths: {{/a: {get}}}\nx-ms-paths: {{'/a?b=c': {get}}}\n"));
    let paths = document.pointer("/paths").and_then(Value::as_object).expect("paths");
    assert_eq!(paths.keys().collect::<Vec<_>>(), ["/a", "/a?b=c"]);
    assert!(document.get("x-ms-paths").is_none());
}

#[test]
fn examples_are_data() {
    let document = written(
        "
paths: {}
definitions:
  Any: {type: object, example: {x-cratewright-file: true, x-cratewright-minimum: 1}}
",
    );
    part(
        &document,
        "/components/schemas/Any/example",
        expect![[r#"
            x-cratewright-file: true
            x-cratewright-minimum: 1
        "#]],
    );
}

/// OpenAPI 3.0, Parameter Object, `name`: such a parameter shall be ignored.
#[test]
fn a_header_that_openapi_ignores_is_a_finding() {
    let document = "swagger: '2.0'
info: {title: Test, version: '1'}
paths:
  /a:
    get:
      parameters: [{name: accept, in: header, type: string}]
      responses: {200: {description: Done}}
";
    let loader = MemoryLoader::new().with("api.yaml", document);
    let config = Config { documents: vec![Document::new("api.yaml")], ..Config::default() };
    let upgraded = crate::upgrade(&config.sources(&loader), &config);
    let findings: Vec<_> = upgraded.findings.iter().map(|one| (one.code.id, one.message.as_str())).collect();
    assert_eq!(findings, [("W0307", "OpenAPI 3 ignores the header parameter `accept`")]);
}

/// OpenAPI 3.0 has no `null` but among the values of an API.
#[test]
fn what_is_absent_is_not_null() {
    let document = "openapi: 3.0.3
info: {title: Test, version: '1'}
servers: [{url: 'http://{host}', variables: {host: {default: here}}}]
paths: {}
";
    part(
        &upgrade(document.to_owned()),
        "/servers/0/variables",
        expect![[r#"
        host:
          default: here
    "#]],
    );
}

/// A document speaks for the upgrade only where that is harmless.
#[test]
fn nobody_skips_an_operation_in_our_name() {
    let get = "get: {x-cratewright-skipped: true, responses: {'200': {description: Done}}}";
    let document = format!("openapi: 3.0.3\ninfo: {{title: Test, version: '1'}}\npaths: {{/a: {{{get}}}}}\n");
    assert!(upgrade(document).pointer("/paths/~1a/get").is_some());
}

#[test]
fn nothing_is_written_of_a_document_with_errors() {
    let loader = MemoryLoader::new().with("api.yaml", "swagger: '2.0'\npaths: {/a: {$ref: nowhere.yaml}}\n");
    let config = Config { documents: vec![Document::new("api.yaml")], ..Config::default() };
    let upgraded = crate::upgrade(&config.sources(&loader), &config);
    assert!(upgraded.document.is_none());
    assert!(upgraded.findings.iter().any(|finding| finding.severity == Severity::Error));
}
