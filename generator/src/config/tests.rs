//! Configurations left, what they mean or what is said about them right.

use expect_test::{Expect, expect};

use super::{Config, ConfigFile, Features, Rule};
use crate::diagnostic::{Sink, Style, render};
use crate::source::{Limits, MemoryLoader, Sources};

const FILES: [&str; 6] = [
    "v1/draft.yaml",
    "v1/login.yaml",
    "v1/profile.yaml",
    "v1/definitions/error.yaml",
    "v2/login.yaml",
    "overlays/login.yaml",
];

/// The configuration of a text, and what is said about it.
fn read(text: &str) -> (Config, String) {
    let loader = MemoryLoader::new();
    let sources = Sources::new(&loader, Limits::default());
    let sink = Sink::new();
    let id = sources.add_text("cratewright.toml", text).expect("the first file");
    let file = ConfigFile::parse(id, &sources, &sink);
    let config = file.resolve(&FILES.map(str::to_owned), &sink);
    let findings = sink.into_findings();
    (config, render(&findings, &sources, Style::default()))
}

fn faults(text: &str, expected: Expect) {
    expected.assert_eq(&read(text).1);
}

fn documents(list: &str) -> Vec<String> {
    let (config, faults) = read(&format!("[crate]\nname = \"api\"\n[source]\ndocuments = {list}\n"));
    assert_eq!(faults, "");
    config.documents.into_iter().map(|document| document.path).collect()
}

#[test]
fn a_whole_configuration() {
    let (config, faults) = read(
        r#"
        [crate]
        name = "matrix-client-server"
        version = "1.2.0-beta.1"
        features = "documents"
        [source]
        root = "specs"
        documents = [
            { path = "v1/login.yaml", module = "session", namespace = "v1", base_path = "/v1/", exclude = ["DELETE /**", "tag:admin"] },
        ]
        overlays = ["overlays/login.yaml"]
        [variables]
        CLIENT_MAJOR_VERSION = "r0"
        [names]
        "v1/login.yaml#/paths/~1login/post" = "log_in"
        [diagnostics]
        deny = ["skipped"]
        [limits]
        files = 1_000
        "#,
    );
    assert_eq!(faults, "");
    assert_eq!(config.package.name, "matrix-client-server");
    assert_eq!(config.package.features, Features::Documents);
    let [login] = config.documents.as_slice() else { panic!("one document") };
    assert_eq!(login.module.as_deref(), Some("session"));
    assert_eq!(login.namespace.as_deref(), Some("v1"));
    assert_eq!(login.base_path.as_deref(), Some("/v1"));
    assert_eq!(login.operations.exclude.len(), 2);
    assert_eq!(config.variables["CLIENT_MAJOR_VERSION"], "r0");
    assert_eq!(config.names["v1/login.yaml#/paths/~1login/post"], "log_in");
    assert_eq!(config.policy.deny, [Rule::Skipped]);
    assert_eq!(config.limits.files, 1_000);
}

#[test]
fn globs() {
    // `*` stays in its folder, so that shared definitions are no documents.
    assert_eq!(documents(r#"["v1/*.yaml"]"#), ["v1/draft.yaml", "v1/login.yaml", "v1/profile.yaml"]);
    assert_eq!(documents(r#"["v*/login.yaml"]"#), ["v1/login.yaml", "v2/login.yaml"]);
    assert_eq!(documents(r#"["v1/*.yaml", "!v1/draft.yaml"]"#), ["v1/login.yaml", "v1/profile.yaml"]);
}

/// The path and the module of each document.
fn modules(list: &str) -> Vec<String> {
    let (config, faults) = read(&format!("[crate]\nname = \"api\"\n[source]\ndocuments = {list}\n"));
    assert_eq!(faults, "");
    config.documents.iter().map(|document| format!("{} as {}", document.path, document.name())).collect()
}

#[test]
fn the_narrower_entry_counts_wherever_it_is_listed() {
    let expected = ["v1/draft.yaml as next", "v1/login.yaml as login"];
    assert_eq!(modules(r#"["v1/[dl]*.yaml", { path = "./v1/draft.yaml", module = "next" }]"#), expected);
    assert_eq!(modules(r#"[{ path = "v1/draft.yaml", module = "next" }, "v1/[dl]*.yaml"]"#), expected);
    assert_eq!(modules(r#"["v1/[dl]*.yaml", { path = "v1/d*.yaml", module = "next" }]"#), expected);
    faults(
        r#"
[crate]
name = "api"
[source]
documents = [{ path = "v1/d*.yaml", base_path = "/a" }, { path = "v1/draft*", base_path = "/b" }]
"#,
        expect![[r#"
            error[E0503]: `v1/draft.yaml` is matched by two globs with different settings
             --> cratewright.toml:5:57
              |
            5 | documents = [{ path = "v1/d*.yaml", base_path = "/a" }, { path = "v1/draft*", base_path = "/b" }]
              |                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              |
              = help: name `v1/draft.yaml` in full, with the settings that it is to have

        "#]],
    );
}

#[test]
fn a_namespace_is_named_as_its_module_will_be() {
    faults(
        r#"
[crate]
name = "api"
[source]
documents = [{ path = "v2/*.yaml", namespace = "r0::v2" }]
"#,
        expect![[r#"
            error[E0503]: `r0::v2` is not the name of a module
             --> cratewright.toml:5:48
              |
            5 | documents = [{ path = "v2/*.yaml", namespace = "r0::v2" }]
              |                                                ^^^^^^^^
              |
              = help: write `r0_v2`

        "#]],
    );
}

#[test]
fn several_faults_in_one_run() {
    faults(
        r#"
[crate]
name = "my crate"
verison = "1.0.0"
[source]
documents = ["v1/*.yaml", 7, "v3/*.yaml", "v2/a.yaml", "v2/a.yaml", { module = "session" }]
[diagnostics]
allow = ["E0101", "W9999"]
[limits]
files = 0
"#,
        expect![[r#"
            error[E0503]: `my crate` can't be the name of the package
             --> cratewright.toml:3:8
              |
            3 | name = "my crate"
              |        ^^^^^^^^^^
              |
              = help: use ASCII letters, digits, `-` and `_`, starting with a letter

            error[E0502]: there is no setting `verison`
             --> cratewright.toml:4:1
              |
            4 | verison = "1.0.0"
              | ^^^^^^^
              |
              = help: did you mean `version`?

            error[E0503]: expected a string, found integer
             --> cratewright.toml:6:27
              |
            6 | documents = ["v1/*.yaml", 7, "v3/*.yaml", "v2/a.yaml", "v2/a.yaml", { module = "session" }]
              |                           ^
              |
              = help: write a value of the type that is expected

            error[E0505]: `v3/*.yaml` matches no file below the source root
             --> cratewright.toml:6:30
              |
            6 | documents = ["v1/*.yaml", 7, "v3/*.yaml", "v2/a.yaml", "v2/a.yaml", { module = "session" }]
              |                              ^^^^^^^^^^^
              |
              = help: `*` stays within one folder; `**` goes into folders

            error[E0503]: `v2/a.yaml` is named twice
             --> cratewright.toml:6:56
              |
            6 | documents = ["v1/*.yaml", 7, "v3/*.yaml", "v2/a.yaml", "v2/a.yaml", { module = "session" }]
              |                                                        ^^^^^^^^^^^
              |
              = help: leave one of the two out

            error[E0504]: the document has no `path`
             --> cratewright.toml:6:69
              |
            6 | documents = ["v1/*.yaml", 7, "v3/*.yaml", "v2/a.yaml", "v2/a.yaml", { module = "session" }]
              |                                                                     ^^^^^^^^^^^^^^^^^^^^^^
              |
              = help: add `path = "…"`, a path or a glob below the source root

            error[E0503]: `E0101` is an error and can't be allowed
             --> cratewright.toml:8:10
              |
            8 | allow = ["E0101", "W9999"]
              |          ^^^^^^^
              |
              = help: mend the document, or correct it with an overlay

            error[E0503]: `W9999` is no kind of finding
             --> cratewright.toml:8:19
              |
            8 | allow = ["E0101", "W9999"]
              |                   ^^^^^^^
              |
              = help: write `skipped`, `warnings` or a code such as `W0301`

            error[E0503]: a limit is at least 1
              --> cratewright.toml:10:9
               |
            10 | files = 0
               |         ^
               |
               = help: write a positive integer

        "#]],
    );
}

#[test]
fn sections_that_must_be_there() {
    faults(
        "[crate]\n",
        expect![[r#"
        error[E0504]: the section `[source]` is missing
         --> cratewright.toml:1:1
          |
        1 | [crate]
          | ^
          |
          = help: add `[source]` with the list of `documents`

        error[E0504]: the crate has no `name`
         --> cratewright.toml:1:1
          |
        1 | [crate]
          | ^^^^^^^
          |
          = help: add `name = "…"`

    "#]],
    );
}

#[test]
fn text_that_is_no_toml() {
    faults(
        "[crate\nname = api\n",
        expect![[r#"
            error[E0501]: unclosed table, expected `]`
             --> cratewright.toml:1:7
              |
            1 | [crate
              |       ^
              |
              = help: mend the line, or the one above it

        "#]],
    );
}

#[test]
fn what_can_not_become_features() {
    let text = "[crate]\nname = \"api\"\nfeatures = \"NAME\"\n[source]\ndocuments = []\n";
    faults(
        &text.replace("NAME", "document"),
        expect![[r#"
        error[E0503]: nothing that is called `document` can become features
         --> cratewright.toml:3:12
          |
        3 | features = "document"
          |            ^^^^^^^^^^
          |
          = help: did you mean `documents`?

    "#]],
    );
    faults(
        &text.replace("NAME", "everything"),
        expect![[r#"
        error[E0503]: nothing that is called `everything` can become features
         --> cratewright.toml:3:12
          |
        3 | features = "everything"
          |            ^^^^^^^^^^^^
          |
          = help: write `documents`, or `none`

    "#]],
    );
}
