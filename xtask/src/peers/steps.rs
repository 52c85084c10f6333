//! Programs of ours that say a line for each step: `ok NAME`, or `missed NAME: WHY`, and at the end how
//! many there were.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use super::session::Session;
use super::suite::Score;
use crate::{Failure, workspace};

/// How long a program may take, with all that has to be built before.
pub(super) const PATIENCE: Duration = Duration::from_secs(900);

/// Builds an example of the package of tests, and tells where the program is.
pub(super) fn build(session: &Session, name: &str) -> Result<PathBuf, Failure> {
    let mut command = Command::new(workspace::cargo());
    command.args(["build", "--quiet", "--package", "cratewright-tests", "--example", name]);
    command.current_dir(workspace::root());
    session.run("build", command, PATIENCE)?;
    let program = workspace::root().join("target/debug/examples").join(name);
    Ok(program.with_extension(std::env::consts::EXE_EXTENSION))
}

/// Runs a program, and counts its steps. It may end with a failure where it says which steps it missed.
pub(super) fn score(session: &Session, name: &str, command: Command) -> Result<Score, Failure> {
    let ended = session.run(name, command, PATIENCE);
    let words = fs::read(session.log(name)).map_err(|error| format!("{name}: {error}"))?;
    let score = count(&String::from_utf8_lossy(&words));
    match ended {
        Err(why) if score.faults.is_empty() => Err(why),
        _ if score.cases == 0 => Err(format!("{name}: it took no step")),
        _ => Ok(score),
    }
}

fn count(words: &str) -> Score {
    let passed = words.lines().filter(|line| line.starts_with("ok ")).count();
    let missed = words.lines().filter(|line| line.starts_with("missed "));
    let faults: Vec<String> = missed.map(str::to_owned).collect();
    Score { cases: passed + faults.len(), passed, faults }
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn each_step_is_a_line() {
        let score = count("ok log in\nsomething else\nmissed sync: no news\nok log out\n2 of 3 steps\n");
        assert_eq!((score.cases, score.passed), (3, 2));
        assert_eq!(score.faults, ["missed sync: no news"]);
    }
}
