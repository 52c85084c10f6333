//! The feature sets in which the generated crate has to build.

use std::fs;

use cratewright::disk::Project;
use cratewright::names::FeatureNames;

use crate::step::Cargo;
use crate::{Failure, workspace};

/// One check for no feature at all, one for each feature that every generated crate has, some for
/// documents that are features, and one for all of them: with clippy, warnings denied, or where that is
/// not installed with the compiler alone.
pub(crate) fn runs(clippy: bool) -> Result<Vec<Cargo>, Failure> {
    let Ok(project) = Project::open(&workspace::config()) else {
        return Err("`cratewright.toml` can't be read; `cargo xtask codegen` says why".to_owned());
    };
    let manifest = project.output.root().join("Cargo.toml");
    let text = fs::read_to_string(&manifest).map_err(|error| format!("{}: {error}", manifest.display()))?;
    let table: toml::Table = text.parse().map_err(|error| format!("{}: {error}", manifest.display()))?;
    let package = &project.config.package.name;
    let (check, deny) = if clippy { ("clippy", "-- -D warnings") } else { ("check", "") };
    let run = |set: String| format!("{check} --quiet --package {package} --no-default-features {set} {deny}");
    Ok(sets(&table).into_iter().map(|set| Cargo::new(&run(set))).collect())
}

/// The arguments for each set.
fn sets(manifest: &toml::Table) -> Vec<String> {
    const ALL: &str = FeatureNames::ALL;
    let features = manifest.get("features").and_then(toml::Value::as_table);
    let documents = features.and_then(|features| features.get(ALL)?.as_array()).into_iter().flatten();
    let documents: Vec<&str> = documents.filter_map(toml::Value::as_str).collect();
    let names = features.into_iter().flatten().map(|(name, _)| name.as_str());
    let sides = names.filter(|name| !["default", ALL].contains(name) && !documents.contains(name));
    let all = if documents.is_empty() { String::new() } else { format!(",{ALL}") };
    let each = sides.map(|side| format!("--features {side}{all}"));
    let mut sets = vec![String::new()];
    sets.extend(each);
    if let [first, .., last] = documents.as_slice() {
        // Each of them, with all sides, would take longer than everything else.
        for some in [&[][..], &[first], &[last], &[first, last]] {
            let features: Vec<&str> =
                ["client", "server"].iter().chain(some.iter().copied()).copied().collect();
            sets.push(format!("--all-targets --features {}", features.join(",")));
        }
    }
    sets.push("--all-features".to_owned());
    sets
}
