//! A document in YAML on the left, the model on the right.

use expect_test::expect;

use crate::upgrade::tests::{Upgraded, read};

/// Reads a document without its first lines, which are always the same.
fn snippet(document: &str) -> Upgraded {
    let document = format!("openapi: 3.1.0\ninfo: {{title: Test, version: '1'}}\n{document}");
    read(document, &[("error.yaml", "properties: {code: {type: string}}")], super::read)
}

#[test]
fn an_operation_is_as_written_with_what_it_refers_to() {
    let model = snippet(
        "
paths:
  /pets/{id}:
    parameters: [{$ref: '#/components/parameters/Id'}]
    post:
      operationId: update
      requestBody: {$ref: '#/components/requestBodies/Pet'}
      responses:
        '200': {description: Done, headers: {X-Limit: {schema: {type: integer}}}}
        4XX: {description: Failed, content: {application/json: {schema: {$ref: error.yaml}}}}
components:
  parameters:
    Id: {name: id, in: path, required: true, schema: {type: string}}
  requestBodies:
    Pet:
      content:
        application/json:
          schema: {type: object, properties: {name: {type: string}}}
          examples: {rex: {value: {name: Rex}}}
",
    );
    model
        .clean()
        .part(
            "/paths",
            expect![[r#"
                /pets/{id}:
                  post:
                    operationId: update
                    requestBody:
                      content:
                        application/json:
                          schema:
                            $ref: '#/components/schemas/Pet'
                          examples:
                            rex:
                              value:
                                name: Rex
                    responses:
                      '200':
                        description: Done
                        headers:
                          X-Limit:
                            style: simple
                            schema:
                              type: integer
                      4XX:
                        description: Failed
                        content:
                          application/json:
                            schema:
                              $ref: '#/components/schemas/error'
                  parameters:
                  - $ref: '#/components/parameters/Id'
            "#]],
        )
        .part(
            "/components/schemas",
            expect![[r#"
            Pet:
              type: object
              properties:
                name:
                  type: string
            error:
              type: object
              properties:
                code:
                  type: string
        "#]],
        )
        .origin("/components/parameters/Id/schema", "api.yaml#/components/parameters/Id/schema")
        .origin(
            "/components/schemas/Pet",
            "api.yaml#/components/requestBodies/Pet/content/application~1json/schema",
        )
        .origin(
            "/paths/~1pets~1{id}/post/requestBody/content/application~1json/examples/rex/value/name",
            "api.yaml#/components/requestBodies/Pet/content/application~1json/examples/rex/value",
        );
}

#[test]
fn the_words_of_json_schema_are_said_in_those_of_openapi_3_0() {
    let model = snippet(
        "
components:
  schemas:
    Text: {type: [string, 'null']}
    Either: {anyOf: [{$ref: '#/components/schemas/Text'}, {type: 'null'}]}
    Constant: {const: 5}
    Example: {type: string, examples: [Rex, Fido]}
    Bound: {type: integer, exclusiveMinimum: 5}
    Bytes: {contentEncoding: base64}
    Patterns: {type: object, patternProperties: {'^@': {type: integer}}}
    Never: false
    Extended: {$ref: error.yaml, properties: {more: {type: string}}}
    Tagged:
      oneOf: [{$ref: error.yaml}, {$ref: '#/components/schemas/Text'}]
      discriminator: {propertyName: kind, mapping: {a: error.yaml, b: Text, c: '#/components/schemas/Text', d: gone.yaml}}
paths: {}
",
    );
    model.part("/components/schemas", expect![[r#"
        Text:
          nullable: true
          type: string
        Either:
          nullable: true
          allOf:
          - $ref: '#/components/schemas/Text'
        Constant:
          type: integer
          enum:
          - 5
        Example:
          example: Rex
          type: string
        Bound:
          type: integer
          exclusiveMinimum: true
          minimum: 5
        Bytes:
          type: string
          format: byte
        Patterns:
          type: object
          additionalProperties:
            type: integer
        Never:
          not: {}
        Extended:
          type: object
          properties:
            more:
              type: string
          allOf:
          - $ref: '#/components/schemas/error'
        Tagged:
          discriminator:
            propertyName: kind
            mapping:
              a: '#/components/schemas/error'
              b: '#/components/schemas/Text'
              c: '#/components/schemas/Text'
          oneOf:
          - $ref: '#/components/schemas/error'
          - $ref: '#/components/schemas/Text'
        error:
          type: object
          properties:
            code:
              type: string
    "#]]).findings(expect![[r#"
        W0223 api.yaml#/components/schemas/Tagged/discriminator/mapping/d: `gone.yaml` leads to no schema; ignored
    "#]]);
}

/// OpenAPI 3.1, Reference Object: a description there overrides that of what is referred to.
#[test]
fn a_reference_may_have_a_description_of_its_own() {
    let model = snippet(
        "
paths:
  /a:
    get:
      parameters:
        - {$ref: '#/components/parameters/Id', description: Which a., required: true}
        - {$ref: '#/components/parameters/Of'}
      responses: {410: {$ref: '#/components/responses/Gone', description: That a is gone., summary: Gone}}
components:
  parameters:
    Id: {name: id, in: query, description: Which one., schema: {type: string}}
    Of: {name: of, in: query, description: Of what., schema: {type: string}}
  responses: {Gone: {description: It is gone.}}
",
    );
    model
        .part(
            "/paths/~1a/get",
            expect![[r#"
        parameters:
        - in: query
          name: id
          description: Which a.
          schema:
            type: string
          style: form
        - $ref: '#/components/parameters/Of'
        responses:
          '410':
            description: That a is gone.
    "#]],
        )
        .findings(expect![[r#"
        W0228 api.yaml#/paths/~1a/get/parameters/0/required: `required` beside a `$ref` is ignored
        W0228 api.yaml#/paths/~1a/get/responses/410/summary: `summary` beside a `$ref` is ignored
    "#]]);
}

#[test]
fn what_is_not_supported_is_said() {
    let model = snippet(
        "
webhooks: {pet: {}}
paths:
  /a:
    get:
      parameters:
        - {name: a, in: nowhere, schema: {type: string}}
        - {name: accept, in: header, schema: {type: string}}
      callbacks: {done: {}}
      responses: {teapot: {description: No}}
components:
  schemas: {If: {if: {}}}
  securitySchemes: {tls: {type: mutualTLS}}
",
    );
    model.findings(expect![[r#"
        E0205 api.yaml#/paths/~1a/get/parameters/0/in: a parameter can't be in `nowhere`
        W0307 api.yaml#/paths/~1a/get/parameters/1: the header parameter `accept` is ignored
        W0237 api.yaml#/paths/~1a/get/callbacks: `callbacks` are not supported; ignored
        W0233 api.yaml#/paths/~1a/get/responses/teapot: `teapot` is no status code; the response is left out
        W0237 api.yaml#/components/securitySchemes/tls/type: the `type` of a security scheme is `mutualTLS`, which is not supported; ignored
        W0237 api.yaml#/components/schemas/If/if: `if` is not supported; ignored
        W0237 api.yaml#/webhooks: `webhooks` are not supported; ignored
    "#]]);
}

#[test]
fn x_ms_paths_are_paths_too() {
    let item = "{get: {responses: {204: {description: ''}}}}";
    let model =
        snippet(&format!("paths:\n  /a: {item}\nx-ms-paths:\n  /a?b=c: {item}\n  /a: {item}\n  x-d: 1\n"));
    let paths: Vec<&str> = model.openapi.paths.paths.keys().map(String::as_str).collect();
    assert_eq!(paths, ["/a", "/a?b=c"]);
    model.origin("/paths/~1a?b=c/get", "api.yaml#/x-ms-paths/~1a?b=c/get").findings(expect![[r#"
        E0206 api.yaml#/x-ms-paths/~1a: the path `/a` is in `paths` already
    "#]]);
}
