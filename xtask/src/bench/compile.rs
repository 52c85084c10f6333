//! What a generated crate costs the compiler, when everything that it depends on is built.

use std::path::{Path, PathBuf};

use super::crates::Crates;
use super::documents::{LARGE, Subject, subjects};
use super::row::{Budget, Row};
use super::run::{Contestant, Run};
use super::turns::{Runs, all_in_turns};
use super::unit::Unit;
use super::{Group, Session};
use crate::{Failure, workspace};

/// The group.
pub(super) struct Compile;

const NAME: &str = "compile";

/// The largest document, one of usual size, and ours.
const WANTED: [&str; 3] = [LARGE, "docker", "seed"];
/// A compiler is at work long enough for chance to matter little.
const RUNS: u32 = 3;

/// One way to compile, and how its figures are called.
struct Mode {
    arguments: &'static [&'static str],
    processor: &'static str,
    memory: &'static str,
}

const MODES: [Mode; 3] = [
    Mode { arguments: &["check"], processor: "check, processor", memory: "check, memory" },
    Mode { arguments: &["build"], processor: "build, processor", memory: "build, memory" },
    Mode {
        arguments: &["build", "--release"],
        processor: "build --release, processor",
        memory: "build --release, memory",
    },
];

impl Group for Compile {
    fn name(&self) -> &'static str {
        NAME
    }

    fn run(&self, bench: &Session) -> Result<Vec<Row>, Failure> {
        let subjects = subjects(bench.documents.as_deref())?;
        let subjects = subjects.iter().filter(|subject| WANTED.contains(&subject.name));
        let rows = subjects.map(|subject| rows(bench, subject));
        Ok(rows.collect::<Result<Vec<_>, _>>()?.concat())
    }
}

/// The crates of one document.
struct Packages {
    crates: Crates,
    ours: PathBuf,
    before: Option<PathBuf>,
    /// In a workspace of its own: what is wrong with it is nobody else's business.
    peer: Option<(Crates, PathBuf)>,
}

impl Packages {
    fn generate(bench: &Session, subject: &Subject) -> Result<Self, Failure> {
        let crates = Crates::new(&bench.folder.join(NAME))?;
        let ours = crates.generate(&bench.programs.ours, subject, subject.name)?;
        let name = format!("{}-before", subject.name);
        let before = bench.programs.before.as_ref();
        let before = before.map(|program| crates.generate(program, subject, &name)).transpose()?;
        Ok(Self { crates, ours, before, peer: peer(bench, subject)? })
    }

    /// Ours, that of the other revision, and that of others, where there are such.
    fn measure(&self, mode: &Mode, times: u32) -> Result<[Option<Runs>; 3], Failure> {
        let ours = compile(&self.crates, &self.ours, mode);
        let before = self.before.as_ref().map(|package| compile(&self.crates, package, mode));
        // Which TLS it would have by default is a question of what it depends on.
        let peer = self.peer.as_ref();
        let peer = peer.map(|(crates, package)| compile(crates, package, mode).arg("--no-default-features"));
        let all: Vec<&Contestant> = std::iter::once(&ours).chain(&before).chain(&peer).collect();
        let mut runs = all_in_turns(&all, times)?.into_iter();
        let ours = runs.next();
        Ok([ours, before.and_then(|_| runs.next()), peer.and_then(|_| runs.next())])
    }
}

/// What openapi-generator makes of the same document.
fn peer(bench: &Session, subject: &Subject) -> Result<Option<(Crates, PathBuf)>, Failure> {
    let Some(peers) = &bench.peers else { return Ok(None) };
    let crates = Crates::new(&bench.folder.join("compile-peers").join(subject.name))?;
    let package = crates.package(subject.name);
    match peers.openapi_generator(subject, subject.name, &package) {
        Some(generator) => generator.run().map(|_| Some((crates, package))),
        None => Ok(None),
    }
}

/// Compiles a package and nothing else, all of it.
fn compile(crates: &Crates, package: &Path, mode: &Mode) -> Contestant {
    Contestant::new(&workspace::cargo())
        .args(mode.arguments.iter().copied())
        .args(["--quiet", "--manifest-path"])
        .arg(package.join("Cargo.toml"))
        .environment("CARGO_TARGET_DIR", crates.target())
        // What one run leaves behind is no help for the next.
        .environment("CARGO_INCREMENTAL", "0")
        .touched(&package.join("src/lib.rs"))
}

fn rows(bench: &Session, subject: &Subject) -> Result<Vec<Row>, Failure> {
    let packages = Packages::generate(bench, subject)?;
    let rows = MODES.iter().map(|mode| {
        let [ours, before, peer] = packages.measure(mode, bench.runs.min(RUNS))?;
        let ours = ours.ok_or("nothing was measured")?;
        let row = |what, unit, of: fn(&Run) -> f64| {
            let row = Row::new(NAME, subject.name, what, unit, ours.figures(of));
            let row = row.before(before.as_ref().map(|before| before.figures(of)));
            match &peer {
                Some(peer) => row.floor("openapi-generator", peer.figures(of)),
                None => row,
            }
        };
        // The budgets that are stated: half of what the best peer's client costs, and memory.
        let is_check = mode.arguments.first() == Some(&"check");
        let half = (is_check && peer.is_some()).then_some(Budget::Times(0.5));
        let memory = (subject.name == LARGE).then_some(Budget::Absolute(2e9));
        Ok(vec![
            row(mode.processor, Unit::Seconds, |run| run.cpu).budget(half),
            row(mode.memory, Unit::Bytes, |run| run.peak).budget(memory),
        ])
    });
    Ok(rows.collect::<Result<Vec<_>, Failure>>()?.concat())
}
