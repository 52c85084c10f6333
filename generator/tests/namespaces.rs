//! Documents of several namespaces in one crate: each namespace has types, a client and a server of its
//! own, and none changes a name of another.

use cratewright::config::{Config, Document};
use cratewright::generate;
use cratewright::output::Files;
use cratewright::source::{Limits, MemoryLoader, Sources};

/// Logging in, as two versions of an API have it: with a definition of the same name, and one that
/// both share.
const LOGIN: &str = "
swagger: '2.0'
info: {title: Logging in, version: '1'}
basePath: /VERSION
paths:
  /login:
    post:
      operationId: login
      responses:
        200: {description: Done., schema: {$ref: 'definitions/session.yaml'}}
        403: {description: Refused., schema: {$ref: '../error.yaml'}}
";

const SESSION: &str = "{type: object, properties: {token: {type: string}}}";

fn crate_files(namespaces: &[Option<&str>]) -> Files {
    let mut loader =
        MemoryLoader::new().with("error.yaml", "{type: object, properties: {code: {type: string}}}");
    let mut config = Config::default();
    for (version, namespace) in ["v1", "v2"].into_iter().zip(namespaces) {
        let path = format!("{version}/login.yaml");
        loader = loader
            .with(&path, LOGIN.replace("VERSION", version))
            .with(format!("{version}/definitions/session.yaml"), SESSION);
        let namespace = namespace.map(str::to_owned);
        config.documents.push(Document { namespace, ..Document::new(path) });
    }
    let generated = generate(&Sources::new(&loader, Limits::default()), &config);
    assert!(!generated.has_errors(), "{:?}", generated.findings);
    generated.files
}

fn text<'f>(files: &'f Files, path: &str) -> &'f str {
    files.get(path).unwrap_or_else(|| panic!("there is no {path}"))
}

#[test]
fn a_namespace_changes_no_name_of_the_root() {
    let (alone, beside) = (crate_files(&[None]), crate_files(&[None, Some("v2")]));
    for path in ["src/login/login.rs", "src/login/mod.rs", "src/types/session.rs", "src/server.rs"] {
        assert_eq!(text(&alone, path), text(&beside, path), "{path}");
    }
}

#[test]
fn a_namespace_has_the_names_it_would_have_alone() {
    let files = crate_files(&[None, Some("v2")]);
    assert!(text(&files, "src/lib.rs").contains("pub mod v2;"));
    assert!(text(&files, "src/client.rs").contains("pub fn v2(&self) -> crate::v2::Client"));
    assert!(text(&files, "src/v2/client.rs").contains("pub fn login("));
    assert!(text(&files, "src/v2/server.rs").contains("S: crate::v2::login::Login"));
    assert!(text(&files, "src/v2/login/login.rs").contains("document: \"v2::login\""));
    assert!(text(&files, "tests/contract/v2/login/server.rs").contains("v2::login as operations"));
    assert!(text(&files, "tests/contract/v2/login/login.rs").contains("v2::login::login::Request"));
}

#[test]
fn a_definition_is_where_all_who_need_it_are() {
    let files = crate_files(&[Some("v1"), Some("v2")]);
    assert!(text(&files, "src/v1/types/session.rs").contains("pub struct Session"));
    assert!(text(&files, "src/v2/types/session.rs").contains("pub struct Session"));
    // Both refer to this one.
    assert!(text(&files, "src/types/error.rs").contains("pub struct Error"));
    assert!(text(&files, "src/v2/login/login.rs").contains("Forbidden(crate::types::Error)"));
}
