//! Documents on the left, what only `check` finds on the right.

use expect_test::{Expect, expect};

use crate::config::{Config, Document};
use crate::diagnostic::render_json;
use crate::source::MemoryLoader;

/// The findings of a document of which `rest` is all but the first two lines.
fn findings_of(rest: &str, expected: &Expect) {
    let text = format!("swagger: '2.0'\ninfo: {{ title: t, version: '1' }}\n{rest}");
    let loader = MemoryLoader::default().with("api.yaml", text);
    let config = Config { documents: vec![Document::new("api.yaml")], ..Config::default() };
    let sources = config.sources(&loader);
    let checked = crate::check(&sources, &config);
    let lines = render_json(&checked.findings, &sources);
    let lines = lines.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let text = |finding: &serde_json::Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    let shown = lines.map(|finding| {
        let [severity, code, message] = ["severity", "code", "message"].map(|key| text(&finding, key));
        format!("{severity} {code} {}:{} {message}\n", finding["line"], finding["column"])
    });
    expected.assert_eq(&shown.collect::<String>());
}

#[test]
fn the_grammar_is_looked_at_to_the_last_value() {
    findings_of(
        r#"host: https://example.com
schemes: [http, http, gopher]
paths:
  /a:
    get:
      parameters:
        - { name: q, in: query, type: object }
        - { name: r, in: header, type: string, allowEmptyValue: true }
      responses:
        4XX: { description: '', headers: { X-Left: { type: object } } }
responses:
  Unread: { descriptoin: '' }
definitions:
  Pet:
    type: object
    required: []
    externalDocs: { description: d }
    properties:
      kind: { type: [string, string], enum: [], multipleOf: 0, minLength: -1 }
securityDefinitions:
  key: { type: apiKey, name: k, in: cookie }
  token: { type: oauth2, flow: implicit }
"#,
        &expect![[r#"
            error W0601 3:7 `host` is `https://example.com` and should be a host and maybe a port, without a scheme, a path or a template
            warning W0232 3:7 `host` is `https://example.com`; read as `example.com`
            error W0601 4:17 `schemes` has `"http"` twice
            error W0601 4:23 `schemes` is `gopher` and should be one of `http`, `https`, `ws`, `wss`
            warning W0232 4:23 `gopher` among the `schemes` is not one of HTTP; ignored
            skipped S0321 9:11 the parameter `q` is an object, which is not supported, so `GET /a` is left out
            error W0601 9:39 `type` is `object` and should be one of `string`, `number`, `integer`, `boolean`, `array`
            error W0221 10:48 the Parameter Object has no field `allowEmptyValue`
            error W0221 12:9 the Responses Object has no field `4XX`
            error W0221 14:13 the Response Object has no field `descriptoin`
            error E0204 14:13 the Response Object has no `description`
            error W0601 18:15 `required` is empty and must have an element
            error E0204 19:19 the External Documentation Object has no `url`
            error W0601 21:30 `type` has `"string"` twice
            error W0601 21:45 `enum` is empty and must have an element
            error W0601 21:61 `multipleOf` is a number and should be a number above 0
            error W0223 21:75 `minLength` is a number and should be a non-negative integer; ignored
            error W0601 23:37 `in` is `cookie` and should be one of `query`, `header`
            error E0204 24:10 the Security Scheme Object has no `authorizationUrl`
        "#]],
    );
}

#[test]
fn what_references_lead_to_has_to_be_what_is_wanted() {
    findings_of(
        r#"paths:
  /a: { get: { responses: { 200: { description: '', schema: { $ref: '#/x-shapes/a' } } } } }
definitions:
  Node: { properties: { next: { $ref: '#/definitions/Node' } } }
  Gone: { properties: { b: { $ref: '#/definitions/Nowhere' } } }
x-shapes:
  a: { type: strin }
"#,
        &expect![[r#"
            error E0101 7:36 `#/definitions/Nowhere` points at nothing
            error W0223 9:14 `type` is `strin` and should be the name of a type; ignored
        "#]],
    );
}

#[test]
fn data_is_no_part_of_the_grammar() {
    findings_of(
        r#"paths:
  /a:
    get:
      responses:
        200:
          description: ''
          schema: { type: object, default: { type: 5 }, example: { $ref: nowhere }, x-own: { in: 5 } }
          examples: { application/json: { $ref: nowhere } }
"#,
        &expect![[r#""#]],
    );
}

#[test]
fn files_are_sent_in_forms() {
    findings_of(
        r#"consumes: [application/json]
paths:
  /a:
    parameters: [{ name: photo, in: formData, type: file }]
    post: { responses: { 200: { description: '' } } }
    put: { consumes: [multipart/vnd.acme+form-data], responses: { 200: { description: '' } } }
"#,
        &expect![[r#"
            error W0602 6:53 the parameter `photo` is a file, and the operation consumes no form
        "#]],
    );
}

#[test]
fn a_body_replaces_one_of_its_name_only() {
    findings_of(
        r#"paths:
  /a:
    parameters: [{ name: pet, in: body, schema: {} }]
    post: { parameters: [{ name: animal, in: body, schema: {} }], responses: { 200: { description: '' } } }
    put: { parameters: [{ name: pet, in: body, schema: {} }], responses: { 200: { description: '' } } }
"#,
        &expect![[r#"
            error W0603 6:34 the body `animal` does not replace `pet`, the body of the path
        "#]],
    );
}

#[test]
fn nobody_gets_to_see_some_responses() {
    findings_of(
        r#"paths:
  /a:
    head: { responses: { 200: { description: '', schema: {} } } }
    get: { responses: { 101: { description: '' }, 204: { description: '', schema: {} } } }
"#,
        &expect![[r#"
            warning W0604 5:50 an answer to `HEAD` has no body
            warning W0604 6:25 `101` is never the last answer to a request
            warning W0604 6:75 an answer with the status 204 has no body
        "#]],
    );
}

#[test]
fn of_two_paths_one_is_more_specific() {
    findings_of(
        r#"paths:
  /{kind}/latest: { get: { parameters: [{ $ref: '#/parameters/kind' }], responses: { 200: { description: '' } } } }
  /users/{id}: { get: { parameters: [{ $ref: '#/parameters/id' }], responses: { 200: { description: '' } } } }
  /users/all: { get: { responses: { 200: { description: '' } } } }
parameters:
  kind: { name: kind, in: path, required: true, type: string }
  id: { name: id, in: path, required: true, type: string }
"#,
        &expect![[r#"
            warning W0608 5:18 some requests match both `/users/{id}` and `/{kind}/latest`
        "#]],
    );
}

#[test]
fn what_no_operation_needs_is_unused() {
    findings_of(
        r#"paths:
  /a: { get: { security: [key: []], responses: { 200: { description: '', schema: { $ref: '#/definitions/Pet' } } } } }
parameters:
  idle: { name: q, in: query, type: string }
definitions:
  Pet: { discriminator: kind, required: [kind], properties: { kind: { type: string } } }
  Cat: { allOf: [{ $ref: '#/definitions/Pet' }, { properties: { toy: { $ref: '#/definitions/Toy' } } }] }
  Toy: { type: object }
  One: { properties: { other: { $ref: '#/definitions/Other' } } }
  Other: { properties: { one: { $ref: '#/definitions/One' } } }
securityDefinitions:
  key: { type: apiKey, name: k, in: query }
  basic: { type: basic }
"#,
        &expect![[r#"
            warning W0607 6:3 no operation needs the parameter `idle`
            warning W0607 11:3 no operation needs the definition `One`
            warning W0607 12:3 no operation needs the definition `Other`
            warning W0607 15:3 no operation needs the security scheme `basic`
        "#]],
    );
}

#[test]
fn a_discriminator_and_scopes_have_rules_of_their_own() {
    findings_of(
        r#"paths:
  /a:
    get:
      security: [key: [read]]
      responses: { 200: { description: '', schema: { $ref: '#/definitions/Pet' } } }
definitions:
  Pet: { discriminator: kind, properties: { kind: { type: string }, toy: { $ref: '#/definitions/Toy' } } }
  Toy: { discriminator: kind }
securityDefinitions:
  key: { type: apiKey, name: k, in: query }
"#,
        &expect![[r#"
            warning W0605 6:23 `key` is of the type `apiKey`, which has no scopes
            warning W0606 9:25 `kind` is not required by this schema
            warning W0606 10:25 `kind` is no property of this schema
        "#]],
    );
}

#[test]
fn an_allowance_overrules_the_specification() {
    let text = "swagger: '2.0'\ninfo: { title: t }\npaths: {}\n";
    let loader = MemoryLoader::default().with("api.yaml", text);
    let mut config = Config { documents: vec![Document::new("api.yaml")], ..Config::default() };
    assert!(!crate::check(&config.sources(&loader), &config).is_valid());
    assert!(!crate::generate(&config.sources(&loader), &config).has_errors());
    config.policy.allow = vec!["W0224".parse().expect("a code")];
    assert!(crate::check(&config.sources(&loader), &config).is_valid());
}
