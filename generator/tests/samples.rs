//! The samples of the contract tests: where they are, and what several operations have in common.

use cratewright::config::{Config, Document};
use cratewright::generate;
use cratewright::output::Files;
use cratewright::source::{Limits, MemoryLoader, Sources};

const PETS: &str = "swagger: '2.0'
info: {title: Pets, version: '1'}
produces: [application/json]
consumes: [application/json]
paths:
  /pet:
    get:
      operationId: get_pet
      responses: {200: {description: A pet., schema: {$ref: '#/definitions/Pet'}}, 404: {description: None., schema: {$ref: '#/definitions/Why'}}}
    put:
      operationId: put_pet
      parameters: [{in: body, name: pet, required: true, schema: {$ref: '#/definitions/Pet'}}]
      responses: {200: {description: Done., schema: {$ref: '#/definitions/Pet'}, examples: {application/json: {name: Rex}}}, 404: {description: None., schema: {$ref: '#/definitions/Why'}}}
definitions:
  Why: {type: object, required: [why], properties: {why: {type: string}}}
  Pet:
    type: object
    required: [name]
    properties: {name: {type: string}, keeper: {type: string}, born: {type: string, format: date-time}, house: {type: string}, nickname: {type: string}, weight: {type: integer}}
";

fn crate_files() -> Files {
    let loader = MemoryLoader::new().with("pets.yaml", PETS.to_owned());
    let config = Config { documents: vec![Document::new("pets.yaml")], ..Config::default() };
    let generated = generate(&Sources::new(&loader, Limits::default()), &config);
    assert!(!generated.has_errors(), "{:?}", generated.findings);
    generated.files
}

/// The lines of a file of the tests that are the bodies of samples.
fn bodies(files: &Files, operation: &str) -> Vec<String> {
    let text = files.get(&format!("tests/contract/pets/{operation}.rs")).expect("the tests of the operation");
    let lines = text.lines().map(str::trim).filter(|line| line.starts_with("body: "));
    lines.map(str::to_owned).collect()
}

#[test]
fn a_long_body_that_several_operations_have_is_written_once() {
    let files = crate_files();
    let shared = files.get("tests/contract/types.rs").expect("the shared bodies");
    assert_eq!(shared.matches("pub(crate) const ").count(), 1);
    assert!(shared.contains("/// A `Pet`.\npub(crate) const PET: &str ="), "{shared}");
    assert_eq!(bodies(&files, "get_pet")[1], "body: crate::types::PET,");
    assert_eq!(bodies(&files, "put_pet")[0], "body: crate::types::PET,");
}

#[test]
fn a_short_body_and_an_example_are_where_they_are_used() {
    let files = crate_files();
    assert_eq!(bodies(&files, "get_pet")[2], r#"body: "{\"why\":\"sample\"}","#);
    assert_eq!(bodies(&files, "put_pet")[1], r#"body: "{\"name\":\"Rex\"}","#);
}
