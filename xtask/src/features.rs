//! The feature sets in which the generated crate has to build.

use std::fs;

use cratewright::disk::Project;

use crate::step::Cargo;
use crate::{Failure, workspace};

/// One run of clippy for no feature at all, one for each feature, one for all of them.
pub(crate) fn runs() -> Result<Vec<Cargo>, Failure> {
    let Ok(project) = Project::open(&workspace::config()) else {
        return Err("`cratewright.toml` can't be read; `cargo xtask codegen` says why".to_owned());
    };
    let manifest = project.output.root().join("Cargo.toml");
    let text = fs::read_to_string(&manifest).map_err(|error| format!("{}: {error}", manifest.display()))?;
    let table: toml::Table = text.parse().map_err(|error| format!("{}: {error}", manifest.display()))?;

    let features = table.get("features").and_then(toml::Value::as_table).into_iter().flatten();
    let each = features.filter(|(name, _)| *name != "default").map(|(name, _)| format!("--features {name}"));
    let sets = std::iter::once(String::new()).chain(each).chain(["--all-features".to_owned()]);
    let package = &project.config.package.name;
    let run = |set: String| {
        format!("clippy --quiet --package {package} --no-default-features {set} -- -D warnings")
    };
    Ok(sets.map(|set| Cargo::new(&run(set))).collect())
}
