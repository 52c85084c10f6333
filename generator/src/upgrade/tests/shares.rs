//! What comes of a document does not depend on how many threads read it.

use indexmap::IndexMap;
use openapiv3::OpenAPI;
use rayon::ThreadPoolBuilder;

use crate::diagnostic::Sink;
use crate::openapi;
use crate::source::{Limits, MemoryLoader, Pointer, Sources};
use crate::swagger;
use crate::upgrade::{Origins, upgrade};

/// A model, where its parts come from, and what was found, of which at most two of a kind are listed.
type Read = (OpenAPI, Vec<(String, Pointer)>, Vec<String>);

fn by_threads(document: &str, threads: usize) -> Read {
    let pool = ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    pool.install(|| {
        let loader = MemoryLoader::new().with("api.yaml", document);
        let (sources, sink) = (Sources::new(&loader, Limits::default()), Sink::listing(2));
        let root = sources.root(sources.load("api.yaml", None, &sink).unwrap()).unwrap();
        let variables = IndexMap::new();
        let (model, origins) = match openapi::is_openapi(&root) {
            true => openapi::read(root, &sources, &variables, &sink).unwrap(),
            false => upgrade(&swagger::read(root, &sources, &sink).unwrap(), &sources, &variables, &sink),
        };
        let findings = sink.into_findings();
        let findings = findings.iter().map(|found| format!("{:?} {}", found.primary.place, found.message));
        (model, all(&origins), findings.collect())
    })
}

fn all(origins: &Origins) -> Vec<(String, Pointer)> {
    let mut all: Vec<_> = origins.iter().map(|(new, old)| (new.to_owned(), old.clone())).collect();
    all.sort();
    all
}

/// Says what the model of a document is, which has these members, after it was the same for any number of
/// threads.
fn same(version: &str, members: &[&str]) -> Read {
    let document = format!("{version}\ninfo: {{title: '', version: ''}}\n{}", members.concat());
    let one = by_threads(&document, 1);
    for threads in [2, 3, 8] {
        assert_eq!(by_threads(&document, threads), one, "by {threads} threads");
    }
    one
}

const SWAGGER: &str = "swagger: '2.0'";

/// The paths `/1` to `/30`, each with what `item` says: more in a share than findings are listed.
fn paths(item: impl Fn(usize) -> String) -> String {
    let items = (1..=30).map(|number| format!("  /{number}:\n    get: {}\n", item(number)));
    ["paths:\n".to_owned()].into_iter().chain(items).collect()
}

#[test]
fn two_places_that_want_one_key() {
    let inline =
        "{responses: {200: {description: '', schema: {type: object, properties: {b: {type: object}}}}}}";
    let refers = |path: &str| {
        let to = format!("#/paths/{path}/get/responses/200/schema/properties/b");
        format!("{{responses: {{200: {{description: '', schema: {{$ref: '{to}'}}}}}}}}")
    };
    let numbered = paths(|number| refers(if number < 16 { "~1x~1y" } else { "~1x_y" }));
    let (model, ..) =
        same(SWAGGER, &[&numbered, "  /x/y:\n    get: ", inline, "\n  /x_y:\n    get: ", inline, "\n"]);
    let keys: Vec<_> = model.components.unwrap().schemas.into_keys().collect();
    assert_eq!(keys, ["x_y_get_200_b", "x_y_get_200_b_2"]);
}

#[test]
fn parameters_that_many_refer_to() {
    let numbered = paths(|number| {
        let to = if number % 2 == 0 { "#/parameters/a:b" } else { "#/parameters/a b" };
        format!("{{parameters: [{{$ref: '{to}'}}], responses: {{200: {{description: ''}}}}}}")
    });
    let parameters = "\
parameters:
  a:b: {name: a, in: query, type: string}
  a b: {name: b, in: query, type: string}
";
    let (model, ..) = same(SWAGGER, &[parameters, &numbered]);
    let keys: Vec<_> = model.components.unwrap().parameters.into_keys().collect();
    assert_eq!(keys, ["a_b", "a_b_2"]);
}

#[test]
fn a_path_in_two_spellings() {
    let numbered = paths(|_| "{responses: {200: {description: ''}}}".to_owned());
    let again = "  1:\n    put: {responses: {200: {description: ''}}}\n";
    let (model, _, findings) = same(SWAGGER, &[&numbered, again]);
    assert_eq!(model.paths.paths["/1"].as_item().unwrap().iter().count(), 2);
    assert_eq!(findings.len(), 1);
}

#[test]
fn findings_are_in_order_and_no_more_than_are_listed() {
    let numbered =
        paths(|_| "{nonsense: 1, responses: {200: {description: '', schema: {xml: {}}}}}".to_owned());
    let (_, _, findings) = same(SWAGGER, &[&numbered]);
    assert_eq!(findings.len(), 4, "{findings:#?}");
}

#[test]
fn openapi_3_is_read_alike() {
    let numbered = paths(|number| {
        let parameter = if number % 2 == 0 { "a" } else { "b" };
        format!(
            "{{nonsense: 1, parameters: [{{$ref: '#/components/parameters/{parameter}'}}], responses: {{200: {{description: '', content: {{application/json: {{schema: {{$ref: '#/components/schemas/S{number}'}}}}}}}}}}}}"
        )
    });
    let schemas: String =
        (1..=30).map(|number| format!("    S{number}: {{type: object, nonsense: 1}}\n")).collect();
    let parameters = "\
components:
  parameters:
    a: {name: a, in: query, schema: {type: string}}
    b: {name: b, in: query, schema: {type: string}}
  schemas:
";
    let (model, ..) = same("openapi: 3.0.3", &[parameters, &schemas, &numbered]);
    let components = model.components.unwrap();
    assert_eq!((components.schemas.len(), components.parameters.len()), (30, 2));
}
