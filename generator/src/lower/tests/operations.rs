//! Operations: parameters, bodies, outcomes.

use expect_test::expect;

use super::check;
use crate::lower::test_support::lower;

#[test]
fn an_operation_says_what_it_takes_and_what_can_come_of_it() {
    check(
        r#"
paths:
  /login:
    post:
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [username]
              properties: { username: { type: string }, password: { type: string, format: password } }
              example: '{"username": "cheeky_monkey", "password": "ilovebananas"}'
      responses:
        200:
          description: Logged in.
          content: { application/json: { schema: { $ref: '#/components/schemas/Session' } } }
          headers: { X-Rate: { schema: { type: integer } }, Content-Type: { schema: { type: string } } }
        403:
          description: No.
          content: { application/json: { example: '{"errcode": "M_FORBIDDEN"}' } }
        4XX: { description: Something. }
        default: { description: Anything. }
components:
  schemas:
    Session: { type: object, properties: { token: { type: string } } }
"#,
        &expect![[r#"
            POST login
              body: application/json Json {username: string Plain, password?: string Plain secret}, such as {"username":"cheeky_monkey","password":"ilovebananas"}
              Code(200): application/json Json Session
                X-Rate: integer Unspecified
              Code(403): anything
              Range(4): anything
              Default: anything
            W0315 #/paths/~1login/post/responses/200/headers/Content-Type: the header `Content-Type` is that of the body and is left out
        "#]],
    );
}

#[test]
fn parameters_of_the_path_item_are_those_of_its_operations() {
    check(
        r#"
paths:
  /users/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: string } }
      - { name: limit, in: query, schema: { type: integer } }
    get:
      parameters:
        - { name: limit, in: query, schema: { type: integer, maximum: 10 }, x-example: "5" }
        - { name: tag, in: query, schema: { type: array, items: { type: string } } }
        - { name: part, in: query, explode: false, schema: { type: array, items: {} } }
        - { name: X-Trace, in: header, schema: { type: string } }
        - { name: x-trace, in: header, schema: { type: string } }
      responses: { 204: { description: '' } }
"#,
        &expect![[r#"
            GET users / {id}
              Path id: string Plain
              Query limit?: integer Unspecified <maximum: 10>, such as 5
              Query tag?: [string Plain] Multi
              Query part?: [string Plain]
              Header X-Trace?: string Plain
              Code(204): anything
            W0229 #/paths/~1users~1{id}/get/parameters/4: the parameter `x-trace` is there twice
        "#]],
    );
}

#[test]
fn an_enumeration_of_a_shared_parameter_is_one_type() {
    let (api, _) = lower(
        r##"
paths:
  /a:
    get: { parameters: [{ $ref: '#/components/parameters/Sort' }, { $ref: '#/components/parameters/Limit' }], responses: {} }
    put: { parameters: [{ $ref: '#/components/parameters/Sort' }, { $ref: '#/components/parameters/Limit' }], responses: {} }
components:
  parameters:
    Sort: { name: sort, in: query, schema: { type: string, enum: [up, down] } }
    Limit: { name: limit, in: query, schema: { type: integer } }
"##,
    );
    let named: Vec<&str> =
        api.types.iter().filter(|ty| ty.parent.is_none()).map(|ty| &*ty.definition).collect();
    assert_eq!(named, ["sort"]);
    assert_eq!(api.operations[0].parameters[0].ty, api.operations[1].parameters[0].ty);
}

#[test]
fn what_is_not_supported_takes_only_its_own_operation_with_it() {
    check(
        r##"
paths:
  /a:
    get:
      parameters: [{ name: where, in: query, schema: { type: object, properties: { b: { type: string } } } }]
      responses: { 204: { description: '' } }
    put:
      responses:
        200: { description: '', content: { application/json: { schema: { $ref: '#/components/schemas/Outer' } } } }
    delete:
      responses: { 204: { description: '' } }
  /a?b={c}:
    get:
      responses: { 204: { description: '' } }
components:
  schemas:
    Outer: { type: array, items: { $ref: '#/components/schemas/Broken' } }
    Broken: { $ref: '#/components/schemas/Gone' }
    Unused: { $ref: '#/components/schemas/Unused' }
"##,
        &expect![[r#"
            DELETE a
              Code(204): anything
            S0321 #/paths/~1a/get/parameters/0: the parameter `where` is an object, which is not supported, so `GET /a` is left out
            S0322 #/paths/~1a?b={c}: the path `/a?b={c}` has `{c}` in its query, which no parameter is, so `GET /a?b={c}` is left out
            S0320 #/components/schemas/Broken: `#/components/schemas/Gone` is not a definition of this document, so `PUT /a` is left out
            W0313 #/components/schemas/Unused: the definition is nothing but a reference to itself
        "#]],
    );
}

#[test]
fn of_lists_in_lists_the_outer_one_is_a_list_of_texts() {
    check(
        r#"
paths:
  /a:
    get:
      parameters:
        - { name: two, in: query, schema: { type: array, items: { type: array, items: { type: integer } } } }
        - name: three
          in: query
          schema: { type: array, items: { type: array, items: { type: array, items: { type: string } } } }
      responses: { 204: { description: '' } }
"#,
        &expect![[r#"
            GET a
              Query two?: [string Plain] Multi
              Query three?: [string Plain] Multi
              Code(204): anything
            W0319 #/paths/~1a/get/parameters/0: `two` is a list of lists; each inner one is a text, with a comma between its elements
            W0319 #/paths/~1a/get/parameters/1: `three` is a list of lists; each inner one is a text, with a comma between its elements
        "#]],
    );
}

#[test]
fn the_media_type_says_how_values_become_bytes() {
    check(
        r##"
paths:
  /a:
    post:
      requestBody:
        content:
          application/xml: { schema: { $ref: '#/components/schemas/Pet' } }
          application/json: { schema: { $ref: '#/components/schemas/Pet' } }
      responses:
        200: { description: '', content: { '*/*': { schema: { type: string, format: binary } } } }
        201: { description: '', content: { application/json: { schema: { type: string, format: binary } } } }
        202: { description: '', content: { text/plain: { schema: { type: integer } } } }
    put:
      requestBody:
        content:
          multipart/form-data:
            schema:
              type: object
              properties:
                file: { type: string, format: binary }
                pet: { $ref: '#/components/schemas/Pet' }
      responses: { 204: { description: '' } }
components:
  schemas:
    Pet: { type: object, properties: { photo: { type: string, format: binary } } }
"##,
        &expect![[r#"
            PUT a
              body?: multipart/form-data Multipart {file?: bytes, pet?: Pet}
              Code(204): anything
            POST a
              body?: application/json Json Pet
              Code(200): */* Raw
              Code(201): application/json Raw
              Code(202): text/plain Text integer Unspecified
        "#]],
    );
}

#[test]
fn an_example_that_is_not_json_is_located() {
    check(
        r#"
paths:
  /a:
    get:
      responses:
        200:
          description: ''
          content:
            application/json:
              schema: { type: object }
              example: '{"room_id:" "!d41d8cd:matrix.org"}'
"#,
        &expect![[r#"
            GET a
              Code(200): application/json Json {*: any}
            W0305 #/paths/~1a/get/responses/200/content/application~1json/example: the example is not JSON: expected `:` at line 1 column 13
        "#]],
    );
}

/// What may be empty and may be something else is asked for, and refused where it is empty.
#[test]
fn a_path_argument_that_can_only_be_empty_is_none() {
    check(
        r#"
paths:
  /a/{nothing}:
    get:
      parameters: [{ name: nothing, in: path, required: true, schema: { type: string, enum: [''] } }]
      responses: { 200: { description: '' } }
  /b/{bytes}.{kind}:
    get:
      parameters:
        - { name: bytes, in: path, required: true, schema: { type: string, format: byte, enum: [''] } }
        - { name: kind, in: path, required: true, schema: { type: string, enum: ['', x] } }
      responses: { 200: { description: '' } }
"#,
        &expect![[r#"
            GET a / 
              Code(200): anything
            GET b / .{kind}
              Path kind: "" | "x"
              Code(200): anything
        "#]],
    );
}
