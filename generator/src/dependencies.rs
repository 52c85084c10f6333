//! What generated packages depend on: names that neither the package nor a feature of it may have.

/// The crates of the manifest, as code calls them: with `_` for `-`.
pub(crate) const DEPENDENCIES: &[&str] = &[
    "axum",
    "base64",
    "bytes",
    "fancy_regex",
    "fastrand",
    "futures_core",
    "http",
    "http_body",
    "httpdate",
    "hyper",
    "hyper_util",
    "jiff",
    "matchit",
    "multer",
    "percent_encoding",
    "regex",
    "reqwest",
    "rustls",
    "serde",
    "serde_json",
    "tokio",
    "tower_layer",
    "tower_service",
    "tracing",
    "uuid",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_those_of_the_manifest() {
        let manifest = include_str!("render/templates/Cargo.toml.j2");
        let (_, dependencies) = manifest.split_once("[dependencies]").unwrap();
        let (dependencies, _) = dependencies.split_once("[dev-dependencies]").unwrap();
        let names = dependencies.lines().filter_map(|line| line.split_once(" = "));
        let names: Vec<_> = names.map(|(name, _)| name.replace('-', "_")).collect();
        assert_eq!(names, DEPENDENCIES);
    }
}
