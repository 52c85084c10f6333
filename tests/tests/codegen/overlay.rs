//! The overlay that corrects `login.yaml`, and what the document says without it. What each of the two
//! readings is on the wire is held by `tests/wire/overlay.rs`.

use cratewright::config::Config;
use cratewright::diagnostic::{Severity, Style, render};
use cratewright::disk::Project;
use cratewright::generate;
use expect_test::{Expect, expect};

use crate::support::{Edited, differing, files, project};

const DOCUMENT: &str = "matrix/client-server/v1/login.yaml";

fn without_overlays(mut config: Config) -> Config {
    let document = config.documents.iter_mut().find(|document| document.path == DOCUMENT);
    document.expect("the document is configured").overlays.clear();
    config
}

#[test]
fn with_it_the_token_is_optional_and_without_it_the_document_is_read_as_it_is() {
    let Project { config, source, .. } = project();
    let with = files(&config, &source);
    let without = files(&without_overlays(config), &source);
    assert_eq!(
        differing(&with, &without),
        ["src/login/post_login.rs", "src/login/server.rs", "tests/contract/login/server.rs"]
    );
    let line = |files: &cratewright::output::Files, path, start| {
        let text = files.get(path).unwrap_or_default().to_owned();
        text.lines().map(str::trim).find(|line| line.starts_with(start)).map(str::to_owned)
    };
    let metadata = |files| line(files, "src/login/post_login.rs", "security: ");
    let argument = |files| line(files, "src/login/server.rs", "access_token: ");
    let optional = "security: &[&[SchemeUse::of(&security::ACCESS_TOKEN)], &[]],";
    let demanded = "security: security::AccessToken::ALONE,";
    assert_eq!(metadata(&with).as_deref(), Some(optional));
    assert_eq!(metadata(&without).as_deref(), Some(demanded));
    assert_eq!(argument(&with).as_deref(), Some("access_token: Option<security::AccessToken>,"));
    assert_eq!(argument(&without).as_deref(), Some("access_token: security::AccessToken,"));
}

/// What a run says after an edit of the document.
fn errors(from: &str, to: &str, expected: Expect) {
    let Project { config, source, .. } = project();
    let edited = Edited { folder: &source, path: DOCUMENT, from, to };
    let sources = config.sources(&edited);
    let generated = generate(&sources, &config);
    assert!(generated.files.is_empty());
    let is_error = |one: &cratewright::diagnostic::Diagnostic| one.severity == Severity::Error;
    let errors: Vec<_> = generated.findings.into_iter().filter(is_error).collect();
    expected.assert_eq(&render(&errors, &sources, Style::default()));
}

#[test]
fn a_correction_expires_with_what_it_corrects() {
    errors(
        "\"/login\"",
        "\"/session\"",
        expect![[r#"
            error[E0401]: the target `$.paths['/login'].post.security` matches nothing in the document
             --> overlays/matrix-v1-login.yaml:6:13
              |
            6 |   - target: "$.paths['/login'].post.security"
              |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              |
              = help: correct the target, or remove the action if the document no longer needs it

        "#]],
    );
}
