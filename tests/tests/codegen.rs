//! What holds `specs/`, `cratewright.toml` and `generated/` together.

use std::path::Path;

use cratewright::config::Config;
use cratewright::diagnostic::{Severity, Style, render};
use cratewright::disk::{Project, SourceFolder};
use cratewright::output::{Existing, Files, Plan};
use cratewright::source::{LoadError, Loader};
use cratewright::{Generated, generate};
use expect_test::expect;

/// This repository's own configuration.
fn project() -> Project {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../cratewright.toml");
    Project::open(&path).unwrap_or_else(|_| panic!("`cargo xtask codegen` says what is wrong"))
}

fn run(config: &Config, loader: &dyn Loader) -> Generated {
    generate(&config.sources(loader), config)
}

/// A folder in which one text is another.
struct Edited<'a> {
    folder: &'a SourceFolder,
    path: &'a str,
    from: &'a str,
    to: &'a str,
}

impl Loader for Edited<'_> {
    fn load(&self, path: &str) -> Result<Vec<u8>, LoadError> {
        let bytes = self.folder.load(path)?;
        if path != self.path {
            return Ok(bytes);
        }
        let text = String::from_utf8(bytes).expect("a document of ours");
        assert!(text.contains(self.from), "`{}` is not in {path}", self.from);
        Ok(text.replace(self.from, self.to).into_bytes())
    }
}

/// The files as they are in a folder that they were written to.
fn written(files: &Files) -> std::collections::BTreeMap<String, Existing> {
    let file = |(path, text): (&str, &str)| (path.to_owned(), Existing::File(text.as_bytes().to_vec()));
    files.iter().map(file).collect()
}

#[test]
fn every_operation_is_generated() {
    let Project { config, source, .. } = project();
    let report = run(&config, &source).report;
    assert_eq!((report.documents, report.operations_generated, report.operations_found), (7, 21, 21));
}

#[test]
fn equal_input_gives_equal_bytes_on_any_number_of_threads() {
    let Project { config, source, .. } = project();
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| run(&config, &source).files)
    };
    let files = on(1);
    assert!(!files.is_empty() && files == on(4));
}

#[test]
fn a_change_of_a_definition_changes_the_files_that_depend_on_it() {
    let Project { config, source, .. } = project();
    let before = run(&config, &source).files;
    let path = "matrix/client-server/v1/definitions/error.yaml";
    let edited = Edited { folder: &source, path, from: "[\"errcode\"]", to: "[\"errcode\", \"error\"]" };
    let after = run(&config, &edited).files;
    let plan = Plan::new(&written(&before), &after);
    assert!(plan.changed.iter().any(|path| path == "src/types/error.rs"), "{plan:?}");
    assert!(plan.conflicts.is_empty() && plan.created.is_empty() && plan.removed.is_empty());
    assert!(plan.changed.len() < before.len() / 2, "{plan:?}");
}

#[test]
fn a_correction_expires_with_what_it_corrects() {
    let Project { config, source, .. } = project();
    let path = "matrix/client-server/v1/login.yaml";
    let edited = Edited { folder: &source, path, from: "\"/login\"", to: "\"/session\"" };
    let sources = config.sources(&edited);
    let generated = generate(&sources, &config);
    assert!(generated.files.is_empty());
    let errors: Vec<_> =
        generated.findings.into_iter().filter(|one| one.severity == Severity::Error).collect();
    expect![[r#"
        error[E0401]: the target `$.paths['/login'].post.security` matches nothing in the document
         --> overlays/matrix-v1-login.yaml:6:13
          |
        6 |   - target: "$.paths['/login'].post.security"
          |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          |
          = help: correct the target, or remove the action if the document no longer needs it

    "#]]
    .assert_eq(&render(&errors, &sources, Style::default()));
}
