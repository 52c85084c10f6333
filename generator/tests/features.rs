//! Documents as features of the package: what each of them brings, and that none takes anything away.

use cratewright::config::{Config, Document, Features, Package};
use cratewright::generate;
use cratewright::output::Files;
use cratewright::source::{Limits, MemoryLoader, Sources};
use expect_test::{Expect, expect};

const PETS: &str = "
swagger: '2.0'
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        200: {description: Pets., schema: {type: array, items: {$ref: '#/definitions/Pet'}}}
        400: {description: Refused., schema: {$ref: 'problem.yaml'}}
definitions:
  Pet: {type: object, properties: {owner: {$ref: '#/definitions/Owner'}}}
  Owner: {type: object, properties: {name: {type: string}}}
  Idle: {type: object, properties: {pet: {$ref: '#/definitions/Pet'}}}
";

const OBJECT: &str = "{type: object, properties: {detail: {type: string}}}";

/// Says what went wrong, as all documents here do, in a file that all share.
fn simple(operation: &str, other_responses: &str) -> String {
    format!(
        "
swagger: '2.0'
info: {{title: Simple, version: '1'}}
basePath: /{operation}
paths:
  /it:
    get:
      operationId: {operation}
      responses:
        204: {{description: Done.}}
        400: {{description: Refused., schema: {{$ref: 'problem.yaml'}}}}
        {other_responses}
"
    )
}

fn crate_files(features: Features) -> Files {
    let busy = "503: {description: Busy., schema: {$ref: 'load.yaml'}}";
    let loader = MemoryLoader::new()
        .with("content-repo.yaml", simple("upload", busy))
        .with("server.yaml", simple("restart", ""))
        .with("login.yaml", simple("login", busy))
        .with("pets.yaml", PETS)
        .with("problem.yaml", OBJECT)
        .with("load.yaml", OBJECT);
    let later = |path: &str| Document { namespace: Some("r0".to_owned()), ..Document::new(path) };
    let config = Config {
        package: Package { features, ..Package::default() },
        documents: vec![
            Document::new("content-repo.yaml"),
            Document::new("server.yaml"),
            later("login.yaml"),
            later("pets.yaml"),
        ],
        ..Config::default()
    };
    let generated = generate(&Sources::new(&loader, Limits::default()), &config);
    assert!(!generated.has_errors(), "{:?}", generated.findings);
    generated.files
}

/// Compares what is in a file from the line that starts with `start` to the next empty line.
fn check(path: &str, start: &str, expected: Expect) {
    let files = crate_files(Features::Documents);
    let file = files.get(path).unwrap_or_else(|| panic!("there is no {path}"));
    let lines = file.lines().skip_while(|line| !line.starts_with(start));
    let lines: Vec<_> = lines.take_while(|line| !line.is_empty()).collect();
    expected.assert_eq(&lines.join("\n"));
}

#[test]
fn a_feature_is_called_as_its_module_and_does_not_meet_those_of_every_crate() {
    check(
        "Cargo.toml",
        "# All operations.",
        expect![[r##"
            # All operations. Each of the rest is some of them, with the types that they need.
            documents = ["content-repo", "server-api", "r0", "r0-login", "r0-pets"]
            content-repo = []
            server-api = []
            r0 = ["r0-login", "r0-pets"]
            r0-login = []
            r0-pets = []"##]],
    );
}

#[test]
fn a_module_is_there_for_its_document_and_the_server_for_all() {
    check(
        "src/lib.rs",
        "#![cfg_attr",
        expect![[r##"
            #![cfg_attr(not(feature = "documents"), allow(unused))]
            #[cfg(feature = "content-repo")]
            pub mod content_repo;
            #[cfg(feature = "server-api")]
            pub mod server_api;
            #[cfg(any(feature = "r0-login", feature = "r0-pets"))]
            pub mod r0;
            pub mod runtime;
            pub mod security;
            pub mod types;
            #[cfg(feature = "client")]
            mod client;
            #[cfg(feature = "server")]
            #[cfg(all(feature = "content-repo", feature = "server-api"))]
            pub mod server;"##]],
    );
    check(
        "src/r0/mod.rs",
        "#[cfg",
        expect![[r##"
            #[cfg(feature = "r0-login")]
            pub mod login;
            #[cfg(feature = "r0-pets")]
            pub mod pets;
            pub mod types;
            #[cfg(feature = "client")]
            mod client;
            #[cfg(feature = "server")]
            #[cfg(all(feature = "r0-login", feature = "r0-pets"))]
            pub mod server;"##]],
    );
}

#[test]
fn a_type_is_there_for_those_who_reach_it_and_with_all_if_nobody_does() {
    check(
        "src/types/mod.rs",
        "#[cfg",
        expect![[r##"
        #[cfg(any(feature = "content-repo", feature = "r0-login"))]
        mod load;
        mod problem;"##]],
    );
    check(
        "src/r0/types/mod.rs",
        "#[cfg",
        expect![[r##"
        #[cfg(feature = "documents")]
        mod idle;
        #[cfg(feature = "r0-pets")]
        mod owner;
        #[cfg(feature = "r0-pets")]
        mod pet;"##]],
    );
}

#[test]
fn the_client_has_the_operations_of_each_document_apart() {
    let files = crate_files(Features::Documents);
    let client = files.get("src/client.rs").expect("a client");
    for part in [
        "#[cfg(feature = \"content-repo\")]\nimpl Client {",
        "#[cfg(any(feature = \"r0-login\", feature = \"r0-pets\"))]\n    pub fn r0(",
    ] {
        assert!(client.contains(part), "{part} is not in\n{client}");
    }
}

#[test]
fn the_tests_of_a_document_are_there_with_it() {
    check(
        "tests/contract/main.rs",
        "#[cfg(feature",
        expect![[r##"
        #[cfg(feature = "content-repo")]
        mod content_repo;
        #[cfg(feature = "server-api")]
        mod server_api;
        #[cfg(any(feature = "r0-login", feature = "r0-pets"))]
        mod r0;
        mod support;"##]],
    );
    check(
        "tests/contract/main.rs",
        "fn client",
        expect![[r#"
        fn client() -> Client {
            let samples = std::sync::Arc::new(Samples);
            let service = ::api::runtime::Service::new();
            #[cfg(feature = "content-repo")]
            let service = service.with(::api::content_repo::routes(), samples.clone());
            #[cfg(feature = "server-api")]
            let service = service.with(::api::server_api::routes(), samples.clone());
            let client = Client::with_transport("http://samples.test", service);
            client.expect("the URL is one")
        }"#]],
    );
}

#[test]
fn without_the_setting_everything_is_always_there() {
    let files = crate_files(Features::None);
    for (path, text) in files.iter() {
        let gates = ["feature = \"r0", "\"documents\"", "content-repo ="];
        assert!(!gates.iter().any(|gate| text.contains(gate)), "{path}");
    }
}
