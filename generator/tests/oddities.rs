//! What real documents do that the specification does not foresee, or forbids: each has a decision.

use cratewright::config::{Config, Document};
use cratewright::diagnostic::{Style, render};
use cratewright::generate;
use cratewright::source::{Limits, MemoryLoader, Sources};

/// Generates a crate from a document without its head: one of its files, and the findings.
fn generated(path: &str, body: &str) -> (String, String) {
    let text = format!("swagger: '2.0'\ninfo: {{title: Pets, version: '1'}}\n{body}");
    let loader = MemoryLoader::new().with("api.yaml", text);
    let config = Config { documents: vec![Document::new("api.yaml")], ..Config::default() };
    let sources = Sources::new(&loader, Limits::default());
    let generated = generate(&sources, &config);
    let findings = render(&generated.findings, &sources, Style::default());
    let file = generated.files.get(path).unwrap_or_else(|| panic!("there is no {path}:\n{findings}"));
    (file.to_owned(), findings)
}

#[track_caller]
fn has(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
}

#[test]
fn a_body_may_be_optional_and_stand_under_get_and_delete() {
    for method in ["get", "delete"] {
        let (file, findings) = generated(
            &format!("src/api/{method}_pets.rs"),
            &format!(
                "paths: {{/pets: {{{method}: {{parameters: [{{in: body, name: pet, schema: {{$ref: '#/definitions/Pet'}}}}], responses: {{200: {{description: Ok.}}}}}}}}}}
definitions: {{Pet: {{type: object, properties: {{name: {{type: string}}}}}}}}"
            ),
        );
        has(&file, &["pub body: Option<types::Pet>", "asked.optional_json()"]);
        assert_eq!(findings, "");
    }
}

#[test]
fn a_header_in_two_spellings_is_one() {
    let (file, findings) = generated(
        "src/api/get_pets.rs",
        "paths: {/pets: {get: {parameters: [{in: header, name: X-Key, type: string}, {in: header, name: x-key, type: string}, {in: query, name: X-Key, type: string}], responses: {200: {description: Ok.}}}}}",
    );
    has(&file, &["pub x_key: Option<String>", "pub x_key_in_query: Option<String>"]);
    has(&findings, &["warning[W0229]: the parameter `x-key` is here twice"]);
}

#[test]
fn headers_that_http_has_a_use_for_are_parameters_like_others() {
    let (file, findings) = generated(
        "src/api/post_pets.rs",
        "
paths:
  /pets:
    post:
      parameters:
        - {in: header, name: Accept, type: string}
        - {in: header, name: Content-Type, type: string, required: true}
        - {in: header, name: Authorization, type: string}
        - {in: body, name: pet, schema: {type: string}}
      responses: {200: {description: Ok.}}
",
    );
    has(
        &file,
        &["pub accept: Option<String>", "pub content_type: String", "pub authorization: Option<String>"],
    );
    assert_eq!(findings, "");
}

#[test]
fn an_enumeration_may_have_null_and_nothing_among_its_values() {
    let (file, findings) = generated(
        "src/types/pet.rs",
        "
paths: {}
definitions:
  Pet:
    type: object
    required: [size, tame, kind]
    properties:
      size: {type: string, enum: [large, '', null]}
      tame: {type: boolean, enum: [true]}
      kind: {enum: [cat, 1, false]}
",
    );
    has(
        &file,
        &["pub size: Option<PetSize>", "Empty = \"\",", "pub tame: bool,", "pub kind: serde_json::Value"],
    );
    assert_eq!(findings, "");
}

#[test]
fn definitions_may_be_called_as_the_prelude_is() {
    for name in ["Option", "Box", "Result", "String", "Vec", "Default"] {
        let (file, findings) = generated(
            &format!("src/types/{}_type.rs", name.to_lowercase()),
            &format!(
                "paths: {{}}\ndefinitions: {{{name}: {{type: object, properties: {{next: {{$ref: '#/definitions/{name}'}}}}}}}}"
            ),
        );
        has(&file, &[&format!("pub next: Option<Box<{name}Type>>")]);
        assert_eq!(findings, "");
    }
}

#[test]
fn names_that_differ_in_case_only_get_names_of_their_own() {
    let (file, findings) = generated(
        "src/types/pet.rs",
        "paths: {}\ndefinitions: {Pet: {type: object, properties: {id: {type: string}, ID: {type: string}, _id: {type: string}}}, pet: {type: string}}",
    );
    has(&file, &["optional id: \"id\"", "optional id2: \"ID\"", "optional id3: \"_id\""]);
    assert_eq!(findings, "");
}

/// Where the author chooses the names, the specification has no extensions.
#[test]
fn schemes_and_definitions_may_be_called_like_extensions() {
    let (file, findings) = generated(
        "src/security.rs",
        "
securityDefinitions:
  x-api-key: {type: apiKey, in: header, name: X-Api-Key}
  x-owner: somebody
definitions:
  x-pet: {type: object, properties: {name: {type: string}}}
paths:
  /pets:
    get:
      security: [{x-api-key: []}]
      responses: {200: {description: Ok., schema: {$ref: '#/definitions/x-pet'}}}
",
    );
    has(&file, &["pub struct XApiKey"]);
    assert_eq!(findings, "");
}

#[test]
fn an_extension_starts_with_a_small_x() {
    let (file, findings) = generated(
        "src/api/get_x_pets.rs",
        "paths: {X-pets: {get: {X-owner: somebody, responses: {200: {description: Ok.}}}}}",
    );
    has(&file, &["GET /X-pets"]);
    has(&findings, &["the Operation Object has no field `X-owner`", "`X-pets`"]);
}

/// Each inner list is a text, and so it is in a default, which fits.
#[test]
fn a_default_of_lists_in_a_list_has_the_separator_of_the_inner_ones() {
    let (file, findings) = generated(
        "src/api/get_pets.rs",
        "paths: {/pets: {get: {parameters: [{in: query, name: at, type: array, items: {type: array, collectionFormat: pipes, items: {type: integer}}, default: [[1, 2], [3]]}], responses: {200: {description: Ok.}}}}}",
    );
    has(&file, &[r#""1|2""#, r#""3""#]);
    assert!(!findings.contains("W0314"), "{findings}");
}
