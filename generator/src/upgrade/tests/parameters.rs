use expect_test::expect;

use super::{files, snippet};

#[test]
fn collection_formats_become_styles_and_are_kept() {
    let upgraded = snippet(
        "
paths:
  /pets:
    get:
      parameters:
        - {name: a, in: query, type: array, items: {type: string}}
        - {name: b, in: query, type: array, items: {type: string}, collectionFormat: multi}
        - {name: c, in: query, type: array, items: {type: array, items: {type: string}, collectionFormat: pipes}, collectionFormat: tsv}
      responses: {200: {description: Pets}}
",
    );
    upgraded.clean().part(
        "/paths/~1pets/get/parameters",
        expect![[r#"
            - in: query
              name: a
              schema:
                type: array
                items:
                  type: string
              explode: false
              x-cratewright-collection-format: csv
              style: form
            - in: query
              name: b
              schema:
                x-cratewright-collection-format: multi
                type: array
                items:
                  type: string
              explode: true
              x-cratewright-collection-format: multi
              style: form
            - in: query
              name: c
              schema:
                x-cratewright-collection-format: tsv
                type: array
                items:
                  x-cratewright-collection-format: pipes
                  type: array
                  items:
                    type: string
              explode: false
              x-cratewright-collection-format: tsv
              style: form
        "#]],
    );
}

#[test]
fn an_operation_inherits_the_parameters_of_its_path_and_may_replace_them() {
    let upgraded = snippet(
        "
paths:
  /pets/{id}:
    parameters:
      - {name: id, in: path, required: true, type: string}
      - {name: X-Trace, in: header, type: string}
    get:
      parameters: [{name: x-trace, in: header, type: integer, x-example: 5}]
      responses: {200: {description: Pet}}
",
    );
    upgraded
        .clean()
        .part(
            "/paths/~1pets~1{id}/get/parameters",
            expect![[r#"
                - in: path
                  name: id
                  required: true
                  schema:
                    type: string
                  style: simple
                - in: header
                  name: x-trace
                  schema:
                    x-example: 5
                    type: integer
                  example: 5
                  x-example: 5
                  style: simple
            "#]],
        )
        .origin("/paths/~1pets~1{id}/get/parameters/0", "api.yaml#/paths/~1pets~1{id}/parameters/0")
        .origin(
            "/paths/~1pets~1{id}/get/parameters/1/example",
            "api.yaml#/paths/~1pets~1{id}/get/parameters/0/x-example",
        );
}

#[test]
fn a_parameter_that_is_referred_to_is_a_component_unless_it_is_in_a_body() {
    let upgraded = files(
        "
parameters:
  Limit: {name: limit, in: query, type: integer}
  Pet: {name: pet, in: body, schema: {type: object}}
  Unused: {name: unused, in: query, type: integer}
paths:
  /pets:
    parameters: [{$ref: '#/parameters/Limit'}]
    get: {responses: {204: {description: Done}}}
    post:
      parameters: [{$ref: other.yaml#/Limit}, {$ref: '#/parameters/Pet'}]
      responses: {204: {description: Done}}
    put:
      parameters: [{$ref: 'api.yaml#/parameters/Limit'}]
      responses: {204: {description: Done}}
",
        &[("other.yaml", "Limit: {name: most, in: query, type: integer}")],
    );
    let parameters = |method: &str| format!("/paths/~1pets/{method}/parameters");
    upgraded
        .clean()
        .part(
            &parameters("get"),
            expect![[r#"
                - $ref: '#/components/parameters/Limit'
            "#]],
        )
        .part(
            &parameters("post"),
            expect![[r#"
                - $ref: '#/components/parameters/Limit'
                - $ref: '#/components/parameters/Limit_2'
            "#]],
        )
        .part(
            &parameters("put"),
            expect![[r#"
                - $ref: '#/components/parameters/Limit'
            "#]],
        )
        .part(
            "/components/parameters",
            expect![[r#"
                Limit:
                  in: query
                  name: limit
                  schema:
                    type: integer
                  style: form
                Limit_2:
                  in: query
                  name: most
                  schema:
                    type: integer
                  style: form
            "#]],
        )
        .origin("/components/parameters/Limit/schema", "api.yaml#/parameters/Limit")
        .origin("/components/parameters/Limit_2/schema", "other.yaml#/Limit")
        .origin("/paths/~1pets/post/requestBody", "api.yaml#/parameters/Pet");
}

/// OpenAPI 3.0, Components Object: keys match `^[a-zA-Z0-9\.\-_]+$`.
#[test]
fn a_parameter_is_a_component_of_a_legal_key() {
    let upgraded = snippet(
        "
parameters:
  of a pet: {name: pet, in: query, type: string}
  'of:a:pet': {name: other, in: query, type: string}
paths:
  /pets:
    get:
      parameters: [{$ref: '#/parameters/of a pet'}, {$ref: '#/parameters/of:a:pet'}]
      responses: {204: {description: Done}}
",
    );
    let components = upgraded.openapi.components.as_ref().expect("there are some");
    let keys: Vec<&str> = components.parameters.keys().map(String::as_str).collect();
    assert_eq!(keys, ["of_a_pet", "of_a_pet_2"]);
    upgraded.origin("/components/parameters/of_a_pet_2", "api.yaml#/parameters/of:a:pet");
}
