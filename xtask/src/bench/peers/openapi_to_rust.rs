//! openapi-to-rust and its client for reqwest.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use super::installed::Package;
use super::{Peer, Reads};
use crate::Failure;
use crate::bench::run::Contestant;

const PACKAGE: Package = Package { name: "openapi-to-rust", version: "0.23.0" };

/// Where it writes its module by default.
const MODULE: &str = "src/generated";

/// It writes a module with client and types, and beside it what the manifest of its crate has to depend
/// on. The rest of that manifest and the root that declares the module are ours, as its users write them,
/// since Cargo compiles nothing without.
#[derive(Debug)]
struct OpenapiToRust {
    program: PathBuf,
}

impl Peer for OpenapiToRust {
    fn name(&self) -> &'static str {
        "openapi-to-rust"
    }

    fn reads(&self) -> Reads {
        Reads::OpenApi3
    }

    /// Without a configuration it makes a client, and no server.
    fn generator(&self, document: &Path, _name: &str, output: &Path) -> Contestant {
        Contestant::new(&self.program)
            .args(["generate", "--quiet"].map(OsString::from))
            .args([document.to_owned(), "--output-dir".into(), output.join(MODULE)])
            .fresh(output)
    }

    fn finish(&self, name: &str, output: &Path) -> Result<(), Failure> {
        let dependencies = output.join(MODULE).join("REQUIRED_DEPS.toml");
        let dependencies = fs::read_to_string(&dependencies)
            .map_err(|error| format!("{}: {error}", dependencies.display()))?;
        let package = format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n");
        let files =
            [("Cargo.toml", package + &dependencies), ("src/lib.rs", "pub mod generated;\n".to_owned())];
        files.into_iter().try_for_each(|(file, text)| {
            fs::write(output.join(file), text).map_err(|error| format!("{file}: {error}"))
        })
    }
}

/// Installs it.
pub(super) fn install(folder: &Path) -> Result<Box<dyn Peer>, Failure> {
    PACKAGE.install(folder).map(|program| Box::new(OpenapiToRust { program }) as Box<dyn Peer>)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_module_becomes_a_crate_with_the_dependencies_it_asks_for() {
        let output = tempfile::tempdir().unwrap();
        let module = output.path().join(MODULE);
        fs::create_dir_all(&module).unwrap();
        let asked =
            "# Append this.\n\n[dependencies]\nserde = { version = \"1\", features = [\"derive\"] }\n";
        fs::write(module.join("REQUIRED_DEPS.toml"), asked).unwrap();
        OpenapiToRust { program: PathBuf::new() }.finish("nexus", output.path()).unwrap();

        let manifest = fs::read_to_string(output.path().join("Cargo.toml")).unwrap();
        let manifest: toml::Table = manifest.parse().unwrap();
        assert_eq!(manifest["package"]["name"].as_str(), Some("nexus"));
        assert_eq!(manifest["dependencies"]["serde"]["version"].as_str(), Some("1"));
        let root = fs::read_to_string(output.path().join("src/lib.rs")).unwrap();
        assert_eq!(root, format!("pub mod {};\n", module.file_name().unwrap().display()));
    }

    #[test]
    fn without_what_it_depends_on_there_is_no_crate() {
        let output = tempfile::tempdir().unwrap();
        let failure = OpenapiToRust { program: PathBuf::new() }.finish("nexus", output.path()).unwrap_err();
        assert!(failure.contains("REQUIRED_DEPS.toml"), "{failure}");
        assert!(!output.path().join("Cargo.toml").exists());
    }
}
