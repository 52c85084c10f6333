//! What the configuration says of a document, and what that does to the crate.

use cratewright::config::{Config, ConfigFile};
use cratewright::diagnostic::{Sink, Style, render};
use cratewright::generate;
use cratewright::output::Files;
use cratewright::source::{Limits, MemoryLoader, Sources};
use expect_test::{Expect, expect};

const PETS: &str = "
swagger: '2.0'
info: {title: Pets, version: '1', description: All about pets.}
basePath: /v1
tags: [{name: pet-store, description: Buying pets.}]
paths:
  /pets:
    get: {operationId: list, tags: [pet-store, public], responses: {200: {description: All.}}}
    post: {operationId: create, tags: [pet-store], responses: {201: {description: Made.}}}
  /owners:
    get: {operationId: list_owners, tags: [Owners], responses: {200: {description: All.}}}
    delete: {operationId: purge, tags: [owners, pet-store], responses: {204: {description: Gone.}}}
  /health:
    get: {operationId: health, responses: {200: {description: Well.}}}
";

const SHOP: &str = "
swagger: '2.0'
info: {title: Shop, version: '1'}
paths:
  /orders: {get: {operationId: list, tags: [owners], responses: {200: {description: All.}}}}
";

/// Reads a configuration with these documents.
fn config(documents: &str) -> Config {
    let loader = MemoryLoader::new();
    let sources = Sources::new(&loader, Limits::default());
    let sink = Sink::new();
    let text = format!("[crate]\nname = \"pets\"\n[source]\ndocuments = [{documents}]\n");
    let file = sources.add_text("cratewright.toml", &text).expect("the first file");
    let read = ConfigFile::parse(file, &sources, &sink);
    let config = read.resolve(&["pets.yaml".to_owned(), "shop.yaml".to_owned()], &sink);
    let faults = render(&sink.into_findings(), &sources, Style::default());
    assert_eq!(faults, "");
    config
}

/// The crate of these documents.
fn crate_of(documents: &str) -> Files {
    let loader = MemoryLoader::new().with("pets.yaml", PETS).with("shop.yaml", SHOP);
    let config = config(documents);
    let generated = generate(&config.sources(&loader), &config);
    assert!(!generated.has_errors(), "{:?}", generated.findings);
    generated.files
}

/// The modules of the operations of a crate: `pets/list`.
fn operations(documents: &str) -> Vec<String> {
    let files = crate_of(documents);
    let modules = files.iter().filter_map(|(path, _)| path.strip_prefix("src/")?.strip_suffix(".rs"));
    let of_operations = modules.filter(|path| {
        let (folder, file) = path.split_once('/').unwrap_or_default();
        !["", "runtime", "types"].contains(&folder) && !["mod", "server"].contains(&file)
    });
    of_operations.map(str::to_owned).collect()
}

#[track_caller]
fn contains(files: &Files, path: &str, expected: &str) {
    let text = files.get(path).unwrap_or_else(|| panic!("there is no {path}"));
    assert!(text.contains(expected), "`{expected}` is not in\n{text}");
}

#[test]
fn a_document_is_a_module_with_all_of_its_operations() {
    let all = ["pets/create", "pets/health", "pets/list", "pets/list_owners", "pets/purge"];
    assert_eq!(operations("'pets.yaml'"), all);
}

#[test]
fn module_names_the_module_and_the_trait() {
    let files = crate_of("{ path = 'pets.yaml', module = 'animals' }");
    contains(&files, "src/animals/server.rs", "pub trait Animals: ");
    contains(&files, "src/lib.rs", "pub mod animals;");
}

#[test]
fn base_path_replaces_that_of_the_document() {
    let files = crate_of("{ path = 'pets.yaml', base_path = '/pets/v2' }");
    contains(&files, "src/pets/list.rs", "base_path: \"/pets/v2\"");
    contains(&crate_of("'pets.yaml'"), "src/pets/list.rs", "base_path: \"/v1\"");
}

#[test]
fn include_and_exclude_select_by_path_by_method_by_tag_and_by_id() {
    let selected = |settings: &str| operations(&format!("{{ path = 'pets.yaml', {settings} }}"));
    assert_eq!(selected("include = ['/pets']"), ["pets/create", "pets/list"]);
    assert_eq!(selected("include = ['GET /**']"), ["pets/health", "pets/list", "pets/list_owners"]);
    assert_eq!(selected("include = ['list*']"), ["pets/list", "pets/list_owners"]);
    assert_eq!(selected("include = ['tag:pet-store'], exclude = ['POST /**']"), ["pets/list", "pets/purge"]);
    assert_eq!(selected("exclude = ['tag:pet-store', 'health']"), ["pets/list_owners"]);
}

#[test]
fn tags_select_operations_that_have_one_of_them() {
    let selected = |settings: &str| operations(&format!("{{ path = 'pets.yaml', {settings} }}"));
    assert_eq!(selected("tags = ['public', 'Owners']"), ["pets/list", "pets/list_owners"]);
    // What else is said must hold too.
    assert_eq!(selected("tags = ['pet-store'], include = ['GET /**']"), ["pets/list"]);
    assert_eq!(selected("tags = ['pet-store'], exclude = ['tag:public']"), ["pets/create", "pets/purge"]);
}

#[test]
fn settings_of_a_glob_hold_for_all_of_its_files() {
    assert_eq!(operations("{ path = '*.yaml', include = ['list'] }"), ["pets/list", "shop/list"]);
}

#[test]
fn split_by_tags_gives_a_module_for_each_first_tag() {
    // `Owners` and `owners` would be one module, and are.
    assert_eq!(
        operations("{ path = 'pets.yaml', split = 'tags' }"),
        ["owners/list_owners", "owners/purge", "pet_store/create", "pet_store/list", "pets/health"]
    );
    let files = crate_of("{ path = 'pets.yaml', split = 'tags' }");
    contains(
        &files,
        "src/pet_store/mod.rs",
        "//! Operations of Pets with the tag `pet-store`.\n//!\n//! Buying pets.",
    );
    contains(&files, "src/pet_store/server.rs", "pub trait PetStore: ");
    contains(
        &files,
        "src/server.rs",
        "S: crate::pet_store::PetStore + crate::owners::Owners + crate::pets::Pets",
    );
    contains(&files, "src/pet_store/list.rs", "document: \"pet_store\"");
    contains(&files, "src/pets/mod.rs", "//! All about pets.");
}

#[test]
fn a_document_of_which_every_operation_has_a_tag_is_described_by_the_crate() {
    let files = crate_of("{ path = 'pets.yaml', split = 'tags', exclude = ['health'] }");
    assert_eq!(files.get("src/pets/mod.rs"), None);
    contains(&files, "src/lib.rs", "//! # Pets\n//!\n//! All about pets.\n//!\n//! Version: 1");
}

/// The document that is a module itself keeps its name, in whichever order they are listed.
#[test]
fn a_tag_gives_way_to_a_document_and_the_later_tag_takes_the_longer_name() {
    let expected = [
        "owners/list_owners",
        "owners/purge",
        "pet_store/create",
        "pet_store/list",
        "pets/health",
        "shop_owners/list",
    ];
    assert_eq!(
        operations("{ path = 'shop.yaml', split = 'tags' }, { path = 'pets.yaml', split = 'tags' }"),
        expected
    );
    assert_eq!(
        operations("{ path = 'pets.yaml', split = 'tags' }, { path = 'shop.yaml', module = 'owners' }"),
        [
            "owners/list",
            "pet_store/create",
            "pet_store/list",
            "pets/health",
            "pets_owners/list_owners",
            "pets_owners/purge"
        ]
    );
}

fn refused(settings: &str, expected: Expect) {
    let loader = MemoryLoader::new().with("pets.yaml", PETS).with("shop.yaml", SHOP);
    let config = config(settings);
    let sources = config.sources(&loader);
    let generated = generate(&sources, &config);
    assert!(generated.files.is_empty());
    expected.assert_eq(&render(&generated.findings, &sources, Style::default()));
}

/// A selection that has lost what it selects is misspelt, or the document has changed around it.
#[test]
fn a_selection_of_nothing_is_an_error() {
    refused(
        "{ path = 'pets.yaml', tags = ['pet_store', 'Owners'], exclude = ['purgeAll'] }",
        expect![[r#"
            error[E0508]: `tag:pet_store` selects no operation
             --> cratewright.toml:4:44
              |
            4 | documents = [{ path = 'pets.yaml', tags = ['pet_store', 'Owners'], exclude = ['purgeAll'] }]
              |                                            ^^^^^^^^^^^
              |
              = help: correct the selector, or remove it from the entry of `documents`

            error[E0508]: `purgeAll` selects no operation
             --> cratewright.toml:4:79
              |
            4 | documents = [{ path = 'pets.yaml', tags = ['pet_store', 'Owners'], exclude = ['purgeAll'] }]
              |                                                                               ^^^^^^^^^^
              |
              = help: correct the selector, or remove it from the entry of `documents`

        "#]],
    );
    // One document of several is enough.
    operations("{ path = '*.yaml', exclude = ['purge'] }");
}
