//! Equal input gives equal bytes.

use std::fs;
use std::path::Path;

use cratewright::disk::Project;

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

/// The order of the documents is that of the modules in listings. No name and no type depends on it.
#[test]
fn the_order_of_the_documents_is_that_of_listings_alone() {
    let Project { config, source, .. } = project();
    let mut reversed = config.clone();
    reversed.documents.reverse();
    let (one, other) = (files(&config, &source), files(&reversed, &source));
    assert_eq!(
        differing(&one, &other),
        [
            "README.md",
            "src/client.rs",
            "src/lib.rs",
            "src/security.rs",
            "src/server.rs",
            "tests/contract/main.rs"
        ]
    );
}
