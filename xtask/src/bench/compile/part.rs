//! What a user of a few operations compiles, where each tag of a document is a feature.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use super::super::Session;
use super::super::build::succeeds;
use super::super::crates::Crates;
use super::super::documents::Subject;
use super::super::row::{Budget, Row};
use super::super::turns::in_turns;
use super::super::unit::Unit;
use super::NAME;
use super::mode::CHECK;
use crate::Failure;

/// Tags of Kubernetes: one with a single operation, and one that people use.
const TAGS: [&str; 2] = ["version", "apps-v1"];
const NAME_OF_ALL: &str = "kubernetes-parts";

/// A row for each of [`TAGS`], with client and server.
pub(super) fn rows(bench: &Session, crates: &Crates, subject: &Subject) -> Result<Vec<Row>, Failure> {
    let package = crates.package(NAME_OF_ALL);
    let config = bench.folder.join(NAME).join("parts.toml");
    fs::write(&config, configuration(subject, &package)?)
        .map_err(|error| format!("{}: {error}", config.display()))?;
    let mut command = Command::new(&bench.programs.ours);
    succeeds(
        command.args(["generate".into(), OsString::from("--config"), config.into()]).stderr(Stdio::null()),
    )?;
    let rows = TAGS.iter().map(|tag| {
        let check = CHECK.compile(crates, &package).args(["--no-default-features", "--features"]);
        let check = check.arg(format!("client,server,{tag}"));
        let [runs] = in_turns([&check], bench.runs.min(super::RUNS))?;
        let case = format!("{}, tag {tag}", subject.name);
        let row = Row::new(NAME, &case, CHECK.processor, Unit::Seconds, runs.figures(|run| run.cpu));
        Ok(row.budget(Some(Budget::Absolute(3.0))))
    });
    rows.collect()
}

/// What people write into `cratewright.toml` for that.
fn configuration(subject: &Subject, package: &Path) -> Result<String, Failure> {
    let [document] = subject.inputs.as_slice() else { return Err("one document has tags".to_owned()) };
    let root = document.parent().map(std::path::absolute).and_then(Result::ok).unwrap_or_default();
    let name = document.file_name().unwrap_or_default().to_string_lossy().into_owned();
    // A string of JSON is one of TOML.
    let text = |path: &Path| serde_json::Value::from(path.display().to_string()).to_string();
    Ok(format!(
        "[crate]\nname = \"{NAME_OF_ALL}\"\nfeatures = \"documents\"\noutput = {}\n\n\
         [source]\nroot = {}\ndocuments = [{{ path = {}, split = \"tags\" }}]\n",
        text(package),
        text(&root),
        text(Path::new(&name)),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_configuration_is_one_and_says_what_is_measured() {
        let subject =
            Subject { name: "kubernetes", arguments: Vec::new(), inputs: vec!["/api/swagger.json".into()] };
        let text = configuration(&subject, Path::new("/out/parts")).unwrap();
        let table: toml::Table = text.parse().unwrap();
        assert_eq!(table["crate"]["features"].as_str(), Some("documents"));
        assert_eq!(table["source"]["documents"][0]["split"].as_str(), Some("tags"));
        assert_eq!(table["source"]["documents"][0]["path"].as_str(), Some("swagger.json"));
        assert_eq!(table["source"]["root"].as_str(), Some("/api"));
    }
}
