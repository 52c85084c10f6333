//! The search of what programs of ours logged, at every level, for the secrets of the suite.

use std::fs;
use std::path::Path;

use super::secrets::Secret;
use super::session::Session;
use crate::Failure;

/// What the layer of the runtime's that traces says of each request. Without it nothing was logged that
/// could have held a secret.
const SIGN_OF_LIFE: &str = "http.route=";

/// What was searched, and what was found.
#[derive(Debug, Default)]
pub(super) struct Search {
    /// How many lines there are.
    lines: usize,
    /// How many secrets were looked for.
    secrets: usize,
    /// Whether requests are among what was logged.
    alive: bool,
    /// A sentence for each line that holds a secret.
    pub(super) leaks: Vec<String>,
}

impl Search {
    /// Searches all logs of a suite.
    pub(super) fn of(session: &Session) -> Result<Self, Failure> {
        let explain = |path: &Path, error: std::io::Error| format!("{}: {error}", path.display());
        let file = session.secrets();
        let secrets = fs::read_to_string(file).map_err(|error| explain(file, error))?;
        let secrets: Vec<Secret> = secrets.lines().map(Secret::new).collect::<Result<_, _>>()?;
        let mut search = Self { secrets: secrets.len(), ..Self::default() };
        let folder = session.logs();
        for entry in fs::read_dir(folder).map_err(|error| explain(folder, error))? {
            let path = entry.map_err(|error| explain(folder, error))?.path();
            let log = fs::read(&path).map_err(|error| explain(&path, error))?;
            search.log(&path.display().to_string(), &String::from_utf8_lossy(&log), &secrets);
        }
        Ok(search)
    }

    fn log(&mut self, name: &str, log: &str, secrets: &[Secret]) {
        for (number, line) in (1..).zip(log.lines()) {
            self.lines += 1;
            self.alive |= line.contains(SIGN_OF_LIFE);
            let found = secrets.iter().filter_map(|secret| secret.found_in(line));
            self.leaks.extend(found.map(|how| format!("{name}:{number}: a secret, {how}")));
        }
    }

    /// What speaks against us: secrets in the log, or a search that proves nothing.
    pub(super) fn faults(&self) -> Vec<String> {
        let mut faults = self.leaks.clone();
        if !self.alive {
            faults.push("no request was logged in which a secret could have been".to_owned());
        }
        if self.secrets == 0 {
            faults.push("there was no secret that could have been logged".to_owned());
        }
        faults
    }
}

impl std::fmt::Display for Search {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { lines, secrets, leaks, .. } = self;
        write!(f, "{lines} lines logged, {secrets} secrets looked for, {} found", leaks.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn search(log: &str, secrets: &[&str]) -> Vec<String> {
        let secrets: Vec<Secret> = secrets.iter().map(|text| Secret::new(text).unwrap()).collect();
        let mut search = Search { secrets: secrets.len(), ..Search::default() };
        search.log("session.log", log, &secrets);
        search.faults()
    }

    #[test]
    fn a_planted_secret_is_found_and_not_repeated() {
        let log = "request{http.route=/sync}: new\nGET /sync?access_token=syt_Z3JldGE\n";
        assert_eq!(search(log, &["syt_Z3JldGE"]), ["session.log:2: a secret, as it is"]);
        assert!(search(log, &["syt_SGVucnk"]).is_empty());
    }

    #[test]
    fn a_log_of_nothing_proves_nothing() {
        assert_eq!(search("", &["syt_Z3JldGE"]).len(), 1);
        assert_eq!(search("http.route=/sync", &[]).len(), 1);
    }
}
