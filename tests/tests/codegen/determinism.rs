//! Equal input gives equal bytes.

use std::fs;
use std::path::Path;

use cratewright::config::{Config, Document};
use cratewright::diagnostic::{Style, render};
use cratewright::disk::Project;
use cratewright::generate;
use cratewright::source::MemoryLoader;
use sha2::{Digest, Sha256};

use crate::support::{differing, files, open, project, root};

#[test]
fn in_every_run() {
    let run = || {
        let Project { config, source, .. } = project();
        files(&config, &source)
    };
    assert_eq!(differing(&run(), &run()), [""; 0]);
}

#[test]
fn on_any_number_of_threads() {
    let Project { config, source, .. } = project();
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| files(&config, &source))
    };
    assert_eq!(differing(&on(1), &on(4)), [""; 0]);
}

#[test]
fn in_any_folder() {
    let [one, other] = ["a", "another/and/deeper"].map(|place| {
        let folder = tempfile::tempdir().expect("a folder");
        let place = folder.path().join(place);
        copy(&root().join("specs"), &place.join("specs"));
        fs::copy(root().join("cratewright.toml"), place.join("cratewright.toml")).expect("copied");
        let Project { config, source, .. } = open(&place.join("cratewright.toml"));
        files(&config, &source)
    });
    let Project { config, source, .. } = project();
    assert_eq!(differing(&one, &other), [""; 0]);
    assert_eq!(differing(&one, &files(&config, &source)), [""; 0]);
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let to = to.join(entry.file_name());
        match entry.file_type().expect("a kind").is_dir() {
            true => copy(&entry.path(), &to),
            false => drop(fs::copy(entry.path(), to).expect("copied")),
        }
    }
}

#[test]
fn in_whichever_order_documents_are_listed() {
    let Project { config, source, .. } = project();
    for orders in orders(&config) {
        assert_eq!(differing(&files(&config, &source), &files(&orders, &source)), [""; 0]);
    }
}

/// Documents that meet in everything that gets a name: files, operations, definitions, security schemes.
#[test]
fn in_whichever_order_documents_with_the_same_names_are_listed() {
    let folders = ["v1", "v2", "v10", "admin/v1", "a"];
    let text = |folder: &str| {
        format!(
            "
swagger: '2.0'
info: {{title: Pets of {folder}, version: '1'}}
paths:
  /pets:
    get:
      operationId: listPets
      security: [{{token: []}}]
      responses: {{200: {{description: All., schema: {{$ref: '#/definitions/Pet'}}}}}}
  /{folder}:
    get: {{operationId: listPets, responses: {{default: {{description: Trouble.}}}}}}
securityDefinitions:
  token: {{type: apiKey, in: header, name: X-{folder}}}
definitions:
  Pet: {{type: object, properties: {{{folder}: {{type: string}}}}}}
"
        )
    };
    let documents = folders.map(|folder| format!("{folder}/pets.yaml"));
    let loader = documents.iter().zip(folders).fold(MemoryLoader::new(), |loader, (path, folder)| {
        loader.with(path, text(&folder.replace('/', "-")))
    });
    let config = Config { documents: documents.map(Document::new).into(), ..Config::default() };
    let said = |config: &Config| {
        let sources = config.sources(&loader);
        render(&generate(&sources, config).findings, &sources, Style::default())
    };
    assert!(said(&config).contains("another document has `GET /pets` too"), "{}", said(&config));
    for order in orders(&config) {
        assert_eq!(differing(&files(&config, &loader), &files(&order, &loader)), [""; 0]);
        assert_eq!(said(&config), said(&order));
    }
}

/// The same configuration with its documents in other orders.
fn orders(config: &Config) -> Vec<Config> {
    let mut orders = vec![config.clone()];
    for seed in 1..=4_u64 {
        let mut shuffled = config.clone();
        // Sorted by what has nothing to do with the paths, but is the same in every run.
        shuffled.documents.sort_by_cached_key(|document| {
            Sha256::digest(format!("{seed}{}", document.path).as_bytes()).to_vec()
        });
        orders.push(shuffled);
    }
    orders.iter_mut().take(1).for_each(|first| first.documents.reverse());
    orders
}
