//! The feature sets in which the generated crate has to build.

use std::fs;

use cratewright::disk::Project;

use crate::step::Cargo;
use crate::{Failure, workspace};

/// One check for no feature at all, one for each feature, one for all of them: with clippy, warnings
/// denied, or where that is not installed with the compiler alone.
pub(crate) fn runs(clippy: bool) -> Result<Vec<Cargo>, Failure> {
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
    let (check, deny) = if clippy { ("clippy", "-- -D warnings") } else { ("check", "") };
    let run = |set: String| format!("{check} --quiet --package {package} --no-default-features {set} {deny}");
    Ok(sets.map(|set| Cargo::new(&run(set))).collect())
}
