//! Where a `$ref` leads in a file that is a part of a document, and is written as if it stood there.

use expect_test::{Expect, expect};

use super::rendered;
use crate::diagnostic::Sink;
use crate::source::{Limits, MemoryLoader, Pointer, Sources};

/// What the `$ref` of a part leads to, for each of the documents that it is a part of in turn.
fn resolves_in_part(documents: &[(&str, &str)], part: &str, reference: &str, expected: Expect) {
    let files = documents.iter().copied().chain([("api/parts/pet.yaml", part)]);
    let loader = files.fold(MemoryLoader::new(), |loader, (name, text)| loader.with(name, text));
    let sources = Sources::new(&loader, Limits::default());
    let sink = Sink::new();
    let part = sources.load("api/parts/pet.yaml", None, &sink).unwrap();
    let mut said = String::new();
    for (name, _) in documents {
        sources.enter(sources.load(name, None, &sink).unwrap());
        let target = sources.resolve(&Pointer::root(part).child("Pet"), reference, &sink);
        said += &target.map_or("nothing\n".to_owned(), |at| format!("{}{at}\n", sources.name(at.file)));
    }
    expected.assert_eq(&(said + &rendered(sink, &sources)));
}

#[test]
fn a_part_may_refer_to_its_document_as_if_it_stood_there() {
    let documents = [("api/one.yaml", "definitions: {Name: {type: string}}")];
    let part = "Pet: {$ref: '#/definitions/Name'}";
    resolves_in_part(
        &documents,
        part,
        "#/definitions/Name",
        expect![[r#"
            api/one.yaml#/definitions/Name
            warning[W0106]: `#/definitions/Name` is not in this file, and is taken from `api/one.yaml`, as is all that this file refers to and does not have
             --> api/parts/pet.yaml:1:13
              |
            1 | Pet: {$ref: '#/definitions/Name'}
              |             ^^^^^^^^^^^^^^^^^^^^
              |
              = help: write `../one.yaml#/definitions/Name`
        "#]],
    );
}

#[test]
fn a_part_of_two_documents_may_not_mean_both() {
    let documents = [
        ("api/one.yaml", "definitions: {Name: {type: string}}"),
        ("api/two.yaml", "definitions: {Name: {type: integer}}"),
    ];
    let part = "Pet: {$ref: '#/definitions/Name'}";
    resolves_in_part(
        &documents,
        part,
        "#/definitions/Name",
        expect![[r#"
            api/one.yaml#/definitions/Name
            nothing
            error[E0101]: `#/definitions/Name` is in two documents that this file is a part of
             --> api/parts/pet.yaml:1:13
              |
            1 | Pet: {$ref: '#/definitions/Name'}
              |             ^^^^^^^^^^^^^^^^^^^^
              |
             ::: api/one.yaml:1:15
              |
            1 | definitions: {Name: {type: string}}
              |               ---- in one
              |
             ::: api/two.yaml:1:15
              |
            1 | definitions: {Name: {type: integer}}
              |               ---- in the other
              |
              = help: write the name of the file that is meant before the `#`

            warning[W0106]: `#/definitions/Name` is not in this file, and is taken from `api/one.yaml`, as is all that this file refers to and does not have
             --> api/parts/pet.yaml:1:13
              |
            1 | Pet: {$ref: '#/definitions/Name'}
              |             ^^^^^^^^^^^^^^^^^^^^
              |
              = help: write `../one.yaml#/definitions/Name`
        "#]],
    );
}
