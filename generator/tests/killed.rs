//! A run that is killed, at whatever moment, leaves the crate of before or the crate of after.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// Files below a folder, with their contents.
type Files = BTreeMap<PathBuf, Vec<u8>>;

/// How often a run is killed.
const KILLS: u32 = 200;

struct Run {
    folder: TempDir,
}

impl Run {
    /// The folder of a crate, and two lists of documents that it is generated from: those that another
    /// test compiles.
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    fn out(&self) -> PathBuf {
        self.folder.path().join("out")
    }

    fn start(&self, variant: usize) -> Child {
        let documents = [["constraints.yaml", "queries.yaml"], ["alternatives.yaml", "queries.yaml"]];
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures");
        Command::new(env!("CARGO_BIN_EXE_cratewright"))
            .arg("generate")
            .args(documents[variant].map(|document| fixtures.join(document)))
            .arg("--out")
            .arg(self.out())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the command runs")
    }

    fn files(&self) -> Files {
        let (mut files, mut folders) = (Files::new(), vec![self.out()]);
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                match path.is_dir() {
                    true => folders.push(path),
                    false => drop(files.insert(path.clone(), fs::read(path).expect("a file"))),
                }
            }
        }
        files
    }

    /// Whether the new tree is being made.
    fn is_writing(&self) -> bool {
        let entries = fs::read_dir(self.folder.path()).expect("a folder");
        entries.flatten().filter(|entry| entry.file_name().to_string_lossy().starts_with(".out.")).count() > 0
    }
}

/// The same moments in every run of this test, as far as that is up to it.
struct Moments(u64);

impl Moments {
    fn next(&mut self, below: Duration) -> Duration {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        below.mul_f64((self.0 >> 33) as f64 / f64::from(1_u32 << 31))
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_killed_run_leaves_the_old_crate_or_the_new_one() {
    let run = Run::new();
    let mut whole = Vec::new();
    let mut takes = Duration::ZERO;
    for variant in [1, 0] {
        let start = Instant::now();
        assert!(run.start(variant).wait().expect("it ends").success());
        takes = start.elapsed();
        fs::write(run.out().join("notes.txt"), "mine").expect("a file");
        whole.insert(0, run.files());
    }
    assert_ne!(whole[0], whole[1]);

    let (mut moments, mut is_new, mut killed) = (Moments(5), [0, 0], 0);
    // How long a run takes from its start on, and from the first new file on.
    let mut windows = [takes, takes / 20];
    let mut now = 0;
    for kill in 0..KILLS {
        let mut child = run.start(1 - now);
        let window = &mut windows[usize::from(kill % 2 != 0)];
        if kill % 2 != 0 {
            // The moments that matter are few: those from the first new file on.
            while !run.is_writing() && child.try_wait().expect("a state").is_none() {
                sleep(Duration::from_micros(200));
            }
        }
        sleep(moments.next(*window));
        // It may have ended by itself.
        let _ = child.kill();
        let was_killed = !child.wait().expect("it ends").success();
        killed += u32::from(was_killed);
        let files = run.files();
        let found = whole.iter().position(|variant| *variant == files);
        let before = now;
        now = found.unwrap_or_else(|| panic!("kill {kill} left neither the old crate nor the new one"));
        // What else the machine does changes how long a run takes while this goes on.
        *window = match (was_killed, now == before) {
            (true, true) => window.mul_f64(1.1),
            (true, false) => *window,
            (false, _) => window.mul_f64(0.9),
        };
        is_new[now] += 1;
    }
    assert!(killed > KILLS / 4 && is_new[0] > 0 && is_new[1] > 0, "{killed} were killed, {is_new:?}");

    assert!(run.start(1 - now).wait().expect("it ends").success());
    assert_eq!(run.files(), whole[1 - now]);
    assert_eq!(fs::read_dir(run.folder.path()).expect("a folder").count(), 1, "something is left over");
}
