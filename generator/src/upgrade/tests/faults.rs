use expect_test::expect;

use super::snippet;

#[test]
fn every_fault_is_found_and_the_rest_is_read() {
    let upgraded = snippet(
        "
paths:
  /a:
    get:
      operationID: listPets
      parameters: [{name: limit, in: qeury, type: integer}]
      responses: {200: {description: 5}, 2000: {description: Far}, oops: }
  b: {}
  /c:
    post:
      parameters:
        - {name: one, in: body, schema: {type: object}}
        - {name: two, in: body, schema: {type: object}}
      responses: {default: {description: Done}}
definitions:
  Pet: {properties: {age: {type: integer, minimum: young}}, additionalProperties: 3}
  Gone: {$ref: '#/definitions/Pets'}
  Round: {$ref: '#/definitions/Round'}
",
    );
    upgraded.findings(expect![[r#"
        E0101 api.yaml#/definitions/Gone/$ref: `#/definitions/Pets` points at nothing
        E0102 api.yaml#/definitions/Round/$ref: `#/definitions/Round` leads around in a circle, and never to a value
        W0221 api.yaml#/paths/~1a/get/operationID: the Operation Object has no field `operationID`; ignored
        E0205 api.yaml#/paths/~1a/get/parameters/0/in: a parameter can't be in `qeury`
        W0222 api.yaml#/paths/~1a/get/responses/200/description: `description` is a number and should be a string; read as `"5"`
        W0222 api.yaml#/paths/~1a/get/responses/oops: null where a response should be; read as one without a body
        W0233 api.yaml#/paths/~1a/get/responses/2000: `2000` is no status code; the response is left out
        W0233 api.yaml#/paths/~1a/get/responses/oops: `oops` is no status code; the response is left out
        W0222 api.yaml#/paths/b: the path `b` does not start with a slash; read as `/b`
        S0211 api.yaml#/paths/~1c/post/parameters/1: `post` has a body, `one`, and another body, `two`; the operation is left out
        W0223 api.yaml#/definitions/Pet/properties/age/minimum: `minimum` is `young` and should be a number; ignored
        E0203 api.yaml#/definitions/Pet/additionalProperties: `Schema` must be an object, not a number
    "#]]);
    let skipped = |path: &str| {
        let whole = serde_json::to_value(&upgraded.openapi).expect("data");
        whole.pointer(path).and_then(|operation| operation.get(super::super::extensions::SKIPPED)).is_some()
    };
    assert!(skipped("/paths/~1a/get") && skipped("/paths/~1c/post"));
}

#[test]
fn one_method_twice_on_one_path_is_an_error_with_both_places() {
    let upgraded = snippet(
        "
paths:
  /login: {get: {responses: {200: {description: One}}}, GET: {responses: {200: {description: Two}}}}
  login: {get: {responses: {200: {description: Three}}}}
",
    );
    upgraded.findings(expect![[r#"
        W0222 api.yaml#/paths/~1login/GET: `GET` is written `get`; read as that
        E0206 api.yaml#/paths/~1login/GET: the path has the method `get` twice
        W0222 api.yaml#/paths/login: the path `login` does not start with a slash; read as `/login`
        E0206 api.yaml#/paths/login/get: `get /login` is described twice
    "#]]);
}

#[test]
fn the_address_is_made_of_host_schemes_and_base_path() {
    let upgraded = snippet("host: localhost:8008\nschemes: [https, wss]\nbasePath: api/%VERSION%/%OTHER%/");
    upgraded
        .part(
            "/servers",
            expect![[r#"
            - url: https://localhost:8008/api/r0/%OTHER%
        "#]],
        )
        .findings(expect![[r#"
            W0231 api.yaml#/basePath: `basePath` has the placeholder `%OTHER%`, and there is no value for it
            W0232 api.yaml#/basePath: `basePath` is `api/r0/%OTHER%/`; read as `/api/r0/%OTHER%`
            W0232 api.yaml#/schemes/1: `wss` among the `schemes` is not one of HTTP; ignored
        "#]]);
    snippet("basePath: /v1").clean().part(
        "/servers",
        expect![[r#"
        - url: /v1
    "#]],
    );
}

#[test]
fn schemas_may_nest_as_deep_as_files_may() {
    let depth = 55;
    let nested = "{properties: {a: ".repeat(depth) + "{}" + &"}}".repeat(depth);
    snippet(&format!("definitions: {{Deep: {nested}}}")).clean();
}

#[test]
fn a_document_that_explodes_when_it_is_written_out_is_refused() {
    let headers: String = (0..200).map(|index| format!("h{index}: {{type: string}}, ")).collect();
    let paths: String = (0..200)
        .map(|index| format!("  /p{index}: {{get: {{responses: {{200: {{$ref: '#/responses/R'}}}}}}}}\n"))
        .collect();
    let upgraded =
        snippet(&format!("responses: {{R: {{description: Many, headers: {{{headers}}}}}}}\npaths:\n{paths}"));
    assert_eq!(upgraded.findings.len(), 1, "{:?}", &upgraded.findings[..2]);
    assert!(upgraded.findings[0].starts_with("E0004"));
}

#[test]
fn a_document_cannot_speak_for_the_upgrade() {
    let upgraded = snippet(
        "paths: {/a: {get: {x-cratewright-skipped: true, x-mine: 1, responses: {200: {description: Done}}}}}",
    );
    upgraded.part(
        "/paths/~1a/get",
        expect![[r#"
            responses:
              '200':
                description: Done
            x-mine: 1
        "#]],
    );
}

#[test]
fn space_around_a_path_is_a_slip_unless_the_path_is_there_without_it() {
    let operation = "{get: {responses: {204: {description: ''}}}}";
    let upgraded =
        snippet(&format!("\npaths:\n  '/a ': {operation}\n  '/b ': {operation}\n  '/b': {operation}\n"));
    let paths: Vec<&str> = upgraded.openapi.paths.paths.keys().map(String::as_str).collect();
    assert_eq!(paths, ["/a", "/b ", "/b"]);
    upgraded.findings(expect![[r#"
        W0236 api.yaml#/paths/~1a : the path `/a ` has space around it; read as `/a`
    "#]]);
}

#[test]
fn x_ms_paths_are_paths_too() {
    let operation = "{get: {responses: {204: {description: ''}}}}";
    let upgraded = snippet(&format!("\npaths:\n  /a: {operation}\nx-ms-paths:\n  /a?b=c: {operation}\n"));
    let paths: Vec<&str> = upgraded.openapi.paths.paths.keys().map(String::as_str).collect();
    assert_eq!(paths, ["/a", "/a?b=c"]);
    upgraded.clean().origin("/paths/~1a?b=c/get", "api.yaml#/x-ms-paths/~1a?b=c/get");
}
