//! What a suite needs from other people's registries: packages of pinned versions, installed once
//! below `target/peers`. What can't be had leaves the suite out.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use super::session::Session;
use super::suite::Stop;

/// How long an installation may take.
const PATIENCE: Duration = Duration::from_secs(300);

/// Installs packages of npm (`name@version`) and tells the folder of the modules.
pub(super) fn npm(session: &Session, packages: &[&str]) -> Result<PathBuf, Stop> {
    tool("node")?;
    tool("npm")?;
    let folder = session.folder().join("npm");
    once(&folder, packages, || {
        let mut command = Command::new("npm");
        // What a package would like to run when it is installed is not needed.
        command.args(["install", "--no-audit", "--no-fund", "--ignore-scripts"]);
        // By default it takes more than a minute to find out that there is no network.
        command.args(["--fetch-retry-mintimeout", "2000", "--fetch-retry-factor", "2", "--prefix"]);
        command.arg(&folder).args(packages);
        session.run("npm", command, PATIENCE).map_err(Stop::LeftOut)
    })?;
    Ok(folder.join("node_modules"))
}

/// Installs packages of PyPI (`name==version`) into a virtual environment and tells the folder of
/// its programs.
pub(super) fn pip(session: &Session, packages: &[&str]) -> Result<PathBuf, Stop> {
    tool("python3")?;
    let folder = session.folder().join("venv");
    let programs = folder.join(if cfg!(windows) { "Scripts" } else { "bin" });
    once(&folder, packages, || {
        let mut command = Command::new("python3");
        command.args(["-m", "venv"]).arg(&folder);
        session.run("venv", command, PATIENCE).map_err(Stop::LeftOut)?;
        let mut command = Command::new(programs.join("python"));
        command.args(["-m", "pip", "install", "--disable-pip-version-check", "--quiet"]);
        // Wheels only: nothing is compiled here, nor run.
        command.args(["--only-binary", ":all:"]).args(packages);
        session.run("pip", command, PATIENCE).map_err(Stop::LeftOut)
    })?;
    Ok(programs)
}

/// Installs into an empty folder, unless these packages are there already.
fn once(
    folder: &Path,
    packages: &[&str],
    install: impl FnOnce() -> Result<String, Stop>,
) -> Result<(), Stop> {
    // Written last: an installation that was interrupted starts again.
    let done = folder.join("installed");
    let wanted = packages.join("\n");
    if fs::read_to_string(&done).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    println!("    install {}", packages.join(" "));
    let failed = |error: std::io::Error| Stop::Failed(format!("{}: {error}", folder.display()));
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(failed)?;
    }
    fs::create_dir_all(folder).map_err(failed)?;
    install()?;
    fs::write(&done, wanted).map_err(failed)
}

/// Whether a program is there.
fn tool(name: &str) -> Result<(), Stop> {
    let mut command = Command::new(name);
    command.arg("--version").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        _ => Err(Stop::LeftOut(format!("there is no `{name}` here"))),
    }
}
