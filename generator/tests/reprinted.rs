//! What is printed again after a change: the files that it is about, and no others.

use std::collections::BTreeMap;
use std::sync::Mutex;

use cratewright::config::{Config, Document};
use cratewright::source::{Limits, MemoryLoader, Sources};
use cratewright::{CrateFiles, Emitted, Fingerprint, Generated, Known, generate_unless};

const PETS: &str = "\
swagger: '2.0'
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      description: All of them.
      responses: {200: {description: The pets., schema: {type: array, items: {$ref: '#/definitions/Pet'}}}}
    post:
      parameters: [{in: body, name: pet, required: true, schema: {$ref: '#/definitions/Pet'}}]
      responses: {204: {description: It is there.}}
definitions:
  Pet: {type: object, required: [name], properties: {name: {type: string, description: What it hears.}}}
";

/// The files of an earlier run, and those that were asked for and had to be printed.
#[derive(Default)]
struct Earlier {
    files: BTreeMap<String, (Emitted, String)>,
    printed: Mutex<Vec<String>>,
}

impl Known for Earlier {
    fn crate_files(&self, _: &Fingerprint) -> Option<CrateFiles> {
        None
    }

    fn is_about_files(&self) -> bool {
        true
    }

    fn file(&self, path: &str, emitted: Emitted) -> Option<String> {
        let known = self.files.get(path).filter(|(from, _)| *from == emitted);
        if known.is_none() {
            self.printed.lock().expect("no thread failed").push(path.to_owned());
        }
        known.map(|(_, text)| text.clone())
    }
}

fn run(text: &str, known: &Earlier) -> Generated {
    let loader = MemoryLoader::new().with("pets.yaml", text.to_owned());
    let config = Config { documents: vec![Document::new("pets.yaml")], ..Config::default() };
    let generated = generate_unless(&Sources::new(&loader, Limits::default()), &config, known);
    assert!(!generated.has_errors(), "{:?}", generated.findings);
    generated
}

/// The files that a run prints which knows of the run on another text. All come out as from nothing.
fn printed(before: &str, after: &str) -> Vec<String> {
    let earlier = run(before, &Earlier::default());
    let file = |(path, emitted): &(String, Emitted)| {
        let text = earlier.files.get(path).expect("a file").to_owned();
        (path.clone(), (*emitted, text))
    };
    let known = Earlier { files: earlier.emitted.iter().map(file).collect(), printed: Mutex::default() };
    let files = run(after, &known).files;
    assert!(files == run(after, &Earlier::default()).files, "what is known changes what comes out");
    let mut printed = known.printed.into_inner().expect("no thread failed");
    printed.sort_unstable();
    printed
}

#[test]
fn nothing_is_printed_that_has_not_changed() {
    assert_eq!(printed(PETS, PETS), [""; 0]);
    assert_eq!(printed(PETS, &PETS.replace("info:", "# A note to ourselves.\ninfo:")), [""; 0]);
}

#[test]
fn a_change_of_an_operation_prints_the_file_of_the_operation() {
    let changed = PETS.replace("All of them.", "All that are at home.");
    assert_eq!(printed(PETS, &changed), ["src/pets/get_pets.rs"]);
}

#[test]
fn a_change_of_a_definition_prints_the_file_of_its_type() {
    let changed = PETS.replace("What it hears.", "What it does not hear.");
    assert_eq!(printed(PETS, &changed), ["src/types/pet.rs"]);
}
