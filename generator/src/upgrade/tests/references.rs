use expect_test::expect;

use super::{files, snippet};

#[test]
fn a_whole_file_is_a_component_under_the_name_of_the_file() {
    let upgraded = files(
        "
paths:
  /login:
    post:
      responses:
        429: {description: Limited, schema: {$ref: definitions/error.yaml}}
",
        &[("definitions/error.yaml", "properties: {errcode: {type: string}}")],
    );
    upgraded
        .clean()
        .part(
            "/paths/~1login/post/responses/429/content",
            expect![[r##"
                application/json:
                  schema:
                    $ref: '#/components/schemas/error'
            "##]],
        )
        .part(
            "/components/schemas",
            expect![[r#"
                error:
                  type: object
                  properties:
                    errcode:
                      type: string
            "#]],
        )
        .origin(
            "/components/schemas/error/properties/errcode/type",
            "definitions/error.yaml#/properties/errcode",
        )
        .origin("/paths/~1login/post/responses/429/content", "api.yaml#/paths/~1login/post/responses/429");
}

#[test]
fn a_reference_is_relative_to_the_file_that_it_is_in() {
    let upgraded = files(
        "definitions: {Pet: {$ref: models/pet.yaml}}",
        &[
            ("models/pet.yaml", "properties: {owner: {$ref: person.yaml}, parent: {$ref: '#'}}"),
            ("models/person.yaml", "type: object"),
        ],
    );
    upgraded.clean().part(
        "/components/schemas",
        expect![[r##"
            Pet:
              type: object
              properties:
                owner:
                  $ref: '#/components/schemas/person'
                parent:
                  $ref: '#/components/schemas/Pet'
            person:
              type: object
        "##]],
    );
}

#[test]
fn one_place_is_one_component_and_two_places_of_one_name_are_two() {
    let upgraded = files(
        "
definitions:
  Pet: {properties: {tag: {type: object, properties: {name: {type: string}}}}}
  Animal: {$ref: '#/definitions/Pet'}
  Zoo:
    properties:
      a: {$ref: '#/definitions/Pet/properties/tag'}
      b: {$ref: 'api.yaml#/definitions/Pet'}
      c: {$ref: other.yaml#/Pet}
",
        &[("other.yaml", "Pet: {type: string}")],
    );
    upgraded.clean().part(
        "/components/schemas",
        expect![[r##"
            Pet:
              type: object
              properties:
                tag:
                  type: object
                  properties:
                    name:
                      type: string
            Animal:
              $ref: '#/components/schemas/Pet'
            Zoo:
              type: object
              properties:
                a:
                  $ref: '#/components/schemas/Pet_tag'
                b:
                  $ref: '#/components/schemas/Pet'
                c:
                  $ref: '#/components/schemas/Pet_2'
            Pet_tag:
              type: object
              properties:
                name:
                  type: string
            Pet_2:
              type: string
        "##]],
    );
}

#[test]
fn what_stands_beside_a_reference_is_kept() {
    let upgraded = snippet(
        "
definitions:
  Error: {type: object}
  Limited: {$ref: '#/definitions/Error', properties: {retry: {type: integer}}}
  Pet: {properties: {last: {$ref: '#/definitions/Error', readOnly: true, description: The last one.}}}
",
    );
    upgraded
        .part(
            "/components/schemas/Limited",
            expect![[r#"
                type: object
                properties:
                  retry:
                    type: integer
                allOf:
                - $ref: '#/components/schemas/Error'
            "#]],
        )
        .part(
            "/components/schemas/Pet/properties/last",
            expect![[r##"
                readOnly: true
                description: The last one.
                x-cratewright-annotated-reference: true
                allOf:
                - $ref: '#/components/schemas/Error'
            "##]],
        )
        .findings(expect![[r#"
            W0236 api.yaml#/definitions/Limited/$ref: a `$ref` with properties beside it; read as an `allOf` of the two
        "#]]);
}

#[test]
fn responses_and_path_items_are_written_out_with_their_own_origins() {
    let upgraded = files(
        "
responses: {NotFound: {description: Missing, schema: {properties: {why: {type: string}}}}}
paths:
  /pets: {$ref: pets.yaml#/list}
",
        &[(
            "pets.yaml",
            "
list:
  get:
    responses: {404: {$ref: 'api.yaml#/responses/NotFound'}}
",
        )],
    );
    upgraded
        .clean()
        .part(
            "/paths/~1pets/get/responses/404",
            expect![[r##"
                description: Missing
                content:
                  application/json:
                    schema:
                      $ref: '#/components/schemas/NotFound'
            "##]],
        )
        .origin("/paths/~1pets/get", "pets.yaml#/list/get")
        .origin("/paths/~1pets/get/responses/404/description", "api.yaml#/responses/NotFound")
        .origin("/components/schemas/NotFound", "api.yaml#/responses/NotFound/schema");
}

#[test]
fn words_beside_a_reference_are_those_of_the_place_and_nothing_else_means_anything_there() {
    snippet(
        "
parameters: {Limit: {name: limit, in: query, type: integer, description: How many.}}
responses: {Gone: {description: It is gone.}}
paths:
  /pets:
    get:
      parameters: [{$ref: '#/parameters/Limit', description: How many pets., required: true, x-note: a}]
      responses: {404: {$ref: '#/responses/Gone', description: The pet is gone., schema: {type: string}}}
",
    )
    .part(
        "/paths/~1pets/get",
        expect![[r#"
            parameters:
            - in: query
              name: limit
              description: How many pets.
              schema:
                type: integer
              style: form
            responses:
              '404':
                description: The pet is gone.
        "#]],
    )
    .origin("/paths/~1pets/get/parameters/0/schema", "api.yaml#/parameters/Limit")
    .findings(expect![[r#"
        W0228 api.yaml#/paths/~1pets/get/parameters/0/required: `required` beside a `$ref` is ignored
        W0228 api.yaml#/paths/~1pets/get/responses/404/schema: `schema` beside a `$ref` is ignored
    "#]]);
}

#[test]
fn whole_parts_of_the_document_may_be_in_other_files() {
    let upgraded = files(
        "securityDefinitions: {$ref: security.yaml}\ndefinitions: {$ref: models.yaml}",
        &[
            ("security.yaml", "token: {type: apiKey, name: access_token, in: query}"),
            ("models.yaml", "Pet: {type: object}"),
        ],
    );
    upgraded
        .clean()
        .origin("/components/securitySchemes/token", "security.yaml#/token")
        .origin("/components/schemas/Pet", "models.yaml#/Pet");
}

#[test]
fn a_property_named_ref_and_examples_are_not_followed() {
    let upgraded = snippet(
        "
definitions:
  Link:
    properties: {$ref: {type: string}}
    example: {$ref: nowhere.yaml}
    default: {$ref: nowhere.yaml}
    enum: [{$ref: nowhere.yaml}]
    x-note: {$ref: nowhere.yaml}
",
    );
    upgraded
        .clean()
        .origin("/components/schemas/Link/properties/$ref", "api.yaml#/definitions/Link/properties/$ref");
}
