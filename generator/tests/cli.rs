//! The command as a user meets it: exit codes, and what is said where.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

/// A folder with a document that is good and one that is not.
fn documents() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let put = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    put("api/ping.yaml", PING);
    put("api/broken.yaml", &PING.replace("description: pong", "$ref: nowhere.yaml"));
    put("api/climbing.yaml", &PING.replace("description: pong", "$ref: ../shared.yaml#/pong"));
    put("shared.yaml", "pong: {description: pong}\n");
    folder
}

const PING: &str = "\
swagger: '2.0'
info: {title: Ping, version: '1'}
paths:
  /ping:
    get:
      responses:
        200:
          description: pong
";

/// Arguments are separated by spaces; a `?` is one that does not.
fn run(folder: &Path, arguments: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cratewright"))
        .args(arguments.split_whitespace().map(|argument| argument.replace('?', " ")))
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .output()
        .expect("the command runs")
}

fn code(folder: &Path, arguments: &str) -> Option<i32> {
    run(folder, arguments).status.code()
}

fn stderr(folder: &Path, arguments: &str) -> String {
    String::from_utf8(run(folder, arguments).stderr).expect("text")
}

#[test]
fn exit_codes() {
    let folder = documents();
    let code = |arguments| code(folder.path(), arguments);
    assert_eq!(code("check api/ping.yaml"), Some(0));
    assert_eq!(code("explain E0101"), Some(0));
    assert_eq!(code("check api/ping.yaml --deny warnings"), Some(0));
    // An allowance that nothing needs.
    assert_eq!(code("check api/ping.yaml --allow W0221 --deny warnings"), Some(1));
    // The documents have errors.
    assert_eq!(code("check api/broken.yaml"), Some(1));
    assert_eq!(code("generate api/broken.yaml --out out"), Some(1));
    assert!(!folder.path().join("out").exists());
    // The command was not understood.
    for wrong in [
        "",
        "check",
        "check api/nothing.yaml",
        "generate api/ping.yaml",
        "generate api/ping.yaml --out out --name 1crate",
        "generate api/ping.yaml --out out --name http",
        "generate api/ping.yaml --out out --features document",
        "check api/ping.yaml --deny nonsense",
        "check api/ping.yaml --allow nonsense",
        "check api/ping.yaml --allow E0101",
        "check api/ping.yaml --var nonsense",
        "check api/ping.yaml --root api/nothing",
        "check shared.yaml --root api",
        "explain E9999",
    ] {
        assert_eq!(code(wrong), Some(2), "{wrong}");
    }
}

#[test]
fn documents_become_features_on_request() {
    let folder = documents();
    let manifest = || fs::read_to_string(folder.path().join("out/Cargo.toml")).expect("a manifest");
    for (arguments, features) in [("", false), ("--features documents", true), ("--features none", false)] {
        let command = format!("generate api/ping.yaml --out out {arguments}");
        assert_eq!(code(folder.path(), &command), Some(0), "{arguments}");
        assert_eq!(manifest().contains("documents = [\"ping\"]\nping = []\n"), features, "{arguments}");
    }
}

/// Every fault of the document is said, and the crate of the last good one stays whole.
#[test]
fn a_document_that_breaks_leaves_what_was_generated() {
    let folder = documents();
    assert_eq!(code(folder.path(), "generate api/ping.yaml --out out"), Some(0));
    let files = || {
        ["Cargo.toml", "src/lib.rs", "src/ping/mod.rs"]
            .map(|path| state(&folder.path().join("out").join(path)))
    };
    let before = files();

    let broken = PING.replace("/ping:", "/ping/{id}:").replace("description: pong", "$ref: '#/nothing'");
    fs::write(folder.path().join("api/ping.yaml"), broken).expect("written");
    let done = run(folder.path(), "generate api/ping.yaml --out out --force");
    let said = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(1), "{said}");
    assert!(
        said.contains("ping.yaml:4:") && said.contains("ping.yaml:8:") && said.contains("2 errors"),
        "{said}"
    );
    assert!(done.stdout.is_empty());
    assert!(files() == before);
}

fn state(path: &Path) -> (Vec<u8>, std::time::SystemTime) {
    (
        fs::read(path).expect("a file"),
        path.metadata().and_then(|metadata| metadata.modified()).expect("a time"),
    )
}

#[test]
fn a_document_is_upgraded_in_its_own_syntax_or_in_that_of_a_file() {
    let folder = documents();
    let printed = run(folder.path(), "upgrade api/ping.yaml");
    let text = String::from_utf8(printed.stdout).expect("text");
    assert!(text.starts_with("openapi: 3.0.3\n"), "{text}");
    assert!(printed.stderr.is_empty());
    assert_eq!(code(folder.path(), "upgrade api/ping.yaml --out ping.json"), Some(0));
    let file = fs::read(folder.path().join("ping.json")).expect("a file");
    let document: serde_json::Value = serde_json::from_slice(&file).expect("JSON");
    assert_eq!(document, serde_yaml::from_str::<serde_json::Value>(&text).expect("YAML"));
    assert_eq!(document["paths"]["/ping"]["get"]["responses"]["200"]["description"], "pong");
    // What is written is read by every command.
    assert_eq!(code(folder.path(), "check ping.json"), Some(0));

    assert_eq!(code(folder.path(), "upgrade api/broken.yaml --out broken.yaml"), Some(1));
    assert!(!folder.path().join("broken.yaml").exists());
    for wrong in ["api/ping.yaml api/broken.yaml", "api/ping.yaml --message-format json"] {
        assert_eq!(code(folder.path(), &format!("upgrade {wrong}")), Some(2), "{wrong}");
    }
}

#[test]
fn findings_go_to_standard_error_and_json_to_standard_output() {
    let folder = documents();
    let human = run(folder.path(), "check api/broken.yaml");
    assert!(human.stdout.is_empty());
    assert!(String::from_utf8_lossy(&human.stderr).contains("broken.yaml:8:"), "{human:?}");

    let json = run(folder.path(), "check api/broken.yaml --message-format json");
    assert!(json.stderr.is_empty(), "{json:?}");
    let text = String::from_utf8(json.stdout).expect("text");
    for line in text.lines() {
        let finding: serde_json::Value = serde_json::from_str(line).expect("an object a line");
        assert_eq!(finding["file"], "broken.yaml");
    }
    assert!(!text.is_empty());
}

#[test]
fn the_source_root_is_where_the_documents_are_unless_it_is_named() {
    let folder = documents();
    let refused = stderr(folder.path(), "check api/climbing.yaml");
    assert!(refused.contains("--root"), "{refused}");
    assert_eq!(code(folder.path(), "check api/climbing.yaml --root ."), Some(0));
    // Wherever the command runs.
    assert_eq!(code(&folder.path().join("api"), "check climbing.yaml --root .."), Some(0));
    assert_eq!(code(&folder.path().join("api"), "check ../api/ping.yaml"), Some(0));
}

#[test]
fn a_configuration_in_another_folder() {
    let folder = documents();
    let config =
        "[crate]\nname = \"ping\"\noutput = \"out\"\n[source]\nroot = \"api\"\ndocuments = [\"ping.yaml\"]\n";
    fs::write(folder.path().join("cratewright.toml"), config).expect("a file");
    assert_eq!(code(&folder.path().join("api"), "check --config ../cratewright.toml"), Some(0));
    fs::write(folder.path().join("wrong.toml"), config.replace("name", "nmae")).expect("a file");
    let said = stderr(folder.path(), "check --config wrong.toml");
    assert!(said.contains("wrong.toml:2:1") && said.contains("did you mean `name`?"), "{said}");
    assert_eq!(code(folder.path(), "check --config wrong.toml"), Some(1));
    assert_eq!(code(folder.path(), "check --config nothing.toml"), Some(2));
    let tools = run(folder.path(), "check --config wrong.toml --message-format json");
    let text = String::from_utf8(tools.stdout.clone()).expect("text");
    let objects = text.lines().map(|line| serde_json::from_str(line).expect("an object"));
    let found: Vec<serde_json::Value> = objects.collect();
    assert!(found.iter().any(|finding| finding["code"] == "E0502" && finding["line"] == 2), "{text}");
    assert!(tools.stderr.is_empty(), "{tools:?}");
}

/// The URI of the first finding of a log.
fn uri(folder: &Path, arguments: &str) -> String {
    let log = run(folder, &format!("{arguments} --message-format sarif")).stdout;
    let log: serde_json::Value = serde_json::from_slice(&log).expect("a log");
    let location = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    location["artifactLocation"]["uri"].as_str().expect("a URI").to_owned()
}

#[test]
fn a_sarif_log_names_files_from_the_working_folder_and_absolutely_outside_of_it() {
    let folder = documents();
    let root = folder.path().canonicalize().expect("a folder");
    fs::create_dir(root.join("an api")).expect("a folder");
    fs::rename(root.join("api/broken.yaml"), root.join("an api/100%.yaml")).expect("a file");
    fs::write(root.join("wrong.toml"), "[crate]\nnmae = \"a\"\n").expect("a file");
    assert_eq!(uri(&root, "check an?api/100%.yaml"), "an%20api/100%25.yaml");
    assert_eq!(uri(&root.join("api"), "check ../an?api/100%.yaml"), file_uri(&root, "an%20api/100%25.yaml"));
    assert_eq!(uri(&root, "check --config wrong.toml"), "wrong.toml");
    assert_eq!(uri(&root.join("api"), "check --config ../wrong.toml"), file_uri(&root, "wrong.toml"));
}

fn file_uri(root: &Path, below: &str) -> String {
    let root = root.display().to_string().replace('\\', "/");
    let root = root.trim_start_matches("//?/").trim_start_matches('/');
    format!("file:///{root}/{below}")
}

#[cfg(unix)]
#[test]
fn a_crate_may_have_more_files_than_may_be_open() {
    let folder = documents();
    // Even the smallest crate has more files than this.
    let limited = "ulimit -n 32 && exec \"$0\" generate api/ping.yaml --out out";
    let mut command = Command::new("sh");
    command.args(["-c", limited, env!("CARGO_BIN_EXE_cratewright")]).current_dir(folder.path());
    let output = command.output().expect("the command runs");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}
