use expect_test::expect;

use super::snippet;

#[test]
fn media_types_are_inherited_replaced_or_the_default() {
    let upgraded = snippet(
        "
consumes: [application/xml]
paths:
  /inherited:
    post: {parameters: [{name: pet, in: body, schema: {type: object}}], responses: {200: {description: Done}}}
  /replaced:
    post:
      consumes: [application/json]
      parameters: [{name: pet, in: body, schema: {type: object}}]
      responses: {200: {description: Done}}
  /cleared:
    post:
      consumes: []
      parameters: [{name: pet, in: body, schema: {type: object}}]
      responses: {200: {description: Done, schema: {type: file}}}
  /bytes:
    post:
      consumes: []
      parameters: [{name: pet, in: body, schema: {type: string, format: binary}}]
      responses: {200: {description: Done}}
",
    );
    let media_types = |path: &str| -> String {
        let item = upgraded.openapi.paths.paths[path].as_item().expect("written out");
        let body =
            item.post.as_ref().and_then(|post| post.request_body.as_ref()).and_then(|body| body.as_item());
        body.map(|body| body.content.keys().cloned().collect::<Vec<_>>().join(", ")).unwrap_or_default()
    };
    upgraded.clean();
    assert_eq!(media_types("/inherited"), "application/xml");
    assert_eq!(media_types("/replaced"), "application/json");
    assert_eq!(media_types("/cleared"), "application/json");
    assert_eq!(media_types("/bytes"), "*/*");
    upgraded.part(
        "/paths/~1cleared/post/responses/200/content",
        expect![[r#"
            '*/*':
              schema:
                x-cratewright-file: true
                type: string
                format: binary
        "#]],
    );
}

#[test]
fn the_body_parameter_keeps_its_name() {
    let upgraded = snippet(
        "
paths:
  /pets:
    put:
      parameters: [{name: pet, in: body, required: true, description: The pet., schema: {$ref: '#/definitions/Pet'}}]
      responses: {200: {description: Done}}
definitions: {Pet: {type: object}}
",
    );
    upgraded.clean().part(
        "/paths/~1pets/put/requestBody",
        expect![[r##"
            description: The pet.
            content:
              application/json:
                schema:
                  $ref: '#/components/schemas/Pet'
            required: true
            x-cratewright-body-name: pet
        "##]],
    );
}

#[test]
fn a_form_with_a_file_is_multipart() {
    let upgraded = snippet(
        "
consumes: [application/json]
paths:
  /pets:
    post:
      parameters:
        - {name: photo, in: formData, type: file, required: true, description: A photo.}
        - {name: tags, in: formData, type: array, items: {type: string}, collectionFormat: multi}
      responses: {200: {description: Done}}
",
    );
    upgraded
        .clean()
        .part(
            "/paths/~1pets/post/requestBody",
            expect![[r#"
                content:
                  multipart/form-data:
                    schema:
                      type: object
                      properties:
                        photo:
                          description: A photo.
                          x-cratewright-file: true
                          type: string
                          format: binary
                        tags:
                          x-cratewright-collection-format: multi
                          type: array
                          items:
                            type: string
                      required:
                      - photo
                    encoding:
                      tags:
                        contentType: null
                        style: form
                        explode: true
                required: true
            "#]],
        )
        .origin(
            "/paths/~1pets/post/requestBody/content/multipart~1form-data/schema/properties/tags",
            "api.yaml#/paths/~1pets/post/parameters/1",
        );
}

#[test]
fn examples_go_with_their_media_type_also_where_there_is_no_schema() {
    let upgraded = snippet(
        "
produces: [application/json; charset=utf-8]
paths:
  /pets:
    get:
      responses:
        200:
          description: Pets
          schema: {type: array, items: {type: string}}
          examples: {application/json: [Rex]}
        403:
          description: Forbidden
          examples: {application/json: '{\"errcode\": \"M_FORBIDDEN\"}'}
",
    );
    upgraded
        .clean()
        .part(
            "/paths/~1pets/get/responses",
            expect![[r#"
                '200':
                  description: Pets
                  content:
                    application/json; charset=utf-8:
                      schema:
                        type: array
                        items:
                          type: string
                      example:
                      - Rex
                '403':
                  description: Forbidden
                  content:
                    application/json:
                      example: '{"errcode": "M_FORBIDDEN"}'
            "#]],
        )
        .origin(
            "/paths/~1pets/get/responses/200/content/application~1json; charset=utf-8/example",
            "api.yaml#/paths/~1pets/get/responses/200/examples/application~1json",
        );
}

#[test]
fn an_example_in_json_says_that_an_error_is_json_where_the_operation_produces_an_archive() {
    let upgraded = snippet(
        "
paths:
  /export:
    get:
      produces: [application/octet-stream]
      responses:
        404: {description: Missing, schema: {type: object}, examples: {application/json: {}}}
",
    );
    upgraded.part(
        "/paths/~1export/get/responses/404/content",
        expect![[r#"
            application/octet-stream:
              schema:
                type: object
            application/json:
              schema:
                type: object
              example: {}
        "#]],
    );
}
