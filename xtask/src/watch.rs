//! Doing a thing again whenever its inputs change. It asks the file system a few times a second:
//! that works on every system and every mount, and costs nothing at this size.

use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use cratewright::disk::Project;

use crate::Failure;

const PAUSE: Duration = Duration::from_millis(300);

/// What the file system says about the inputs.
type Fingerprint = Vec<(PathBuf, Option<SystemTime>, u64)>;

/// Does it once, and again after every change, until it is interrupted. A failure is printed and
/// waited out.
pub(crate) fn run(config: &Path, action: impl Fn() -> Result<(), Failure>) -> Result<(), Failure> {
    let mut last = None;
    loop {
        let now = fingerprint(config);
        if last.as_ref() != Some(&now) {
            if let Err(failure) = action() {
                eprintln!("error: {failure}");
            }
            last = Some(now);
        }
        sleep(PAUSE);
    }
}

fn fingerprint(config: &Path) -> Fingerprint {
    let mut paths = vec![config.to_owned()];
    // While the configuration is broken, only the configuration is waited for.
    if let Ok(Project { source, .. }) = Project::open(config) {
        let files = source.files().unwrap_or_default();
        paths.extend(files.iter().map(|file| source.root().join(file)));
    }
    let state = |path: PathBuf| {
        let metadata = path.metadata().ok();
        let modified = metadata.as_ref().and_then(|metadata| metadata.modified().ok());
        (path, modified, metadata.map_or(0, |metadata| metadata.len()))
    };
    paths.into_iter().map(state).collect()
}
