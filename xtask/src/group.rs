//! Processes that are stopped with all that they started: when they are dropped, and when this one
//! is told to stop by Ctrl-C or SIGTERM.

use std::collections::BTreeMap;
use std::io;
use std::process::{ChildStdout, Command, ExitStatus};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::sleep;
use std::time::{Duration, Instant};

use process_wrap::std::{ChildWrapper, CommandWrap};

use crate::Failure;

/// How often a process is asked whether it is done.
const PAUSE: Duration = Duration::from_millis(4);

/// A process group (a job object on Windows) that runs until this is dropped.
#[derive(Debug)]
pub(crate) struct Group {
    leader: u32,
}

impl Group {
    /// Starts a command in a group of its own.
    pub(crate) fn spawn(command: Command) -> io::Result<Self> {
        let mut command = CommandWrap::from(command);
        #[cfg(unix)]
        command.wrap(process_wrap::std::ProcessGroup::leader());
        #[cfg(windows)]
        command.wrap(process_wrap::std::JobObject);
        // Held while it starts, so that a signal finds either nothing or a process it can stop.
        let mut running = running();
        let child = command.spawn()?;
        let leader = child.id();
        running.insert(leader, child);
        Ok(Self { leader })
    }

    /// How it ended; nothing while it runs.
    pub(crate) fn try_wait(&self) -> io::Result<Option<ExitStatus>> {
        match running().get_mut(&self.leader) {
            Some(child) => child.try_wait(),
            None => Err(io::Error::other("was stopped")),
        }
    }

    /// How it ended; nothing if it still runs after so long.
    pub(crate) fn wait(&self, patience: Duration) -> io::Result<Option<ExitStatus>> {
        let start = Instant::now();
        while start.elapsed() < patience {
            if let Some(status) = self.try_wait()? {
                return Ok(Some(status));
            }
            sleep(PAUSE);
        }
        Ok(None)
    }

    /// What it prints, if that is piped and was not taken before.
    pub(crate) fn stdout(&self) -> Option<ChildStdout> {
        running().get_mut(&self.leader)?.stdout().take()
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        let child = running().remove(&self.leader);
        child.into_iter().for_each(stop);
    }
}

type Child = Box<dyn ChildWrapper>;

/// What runs now, by the leaders' ids.
static RUNNING: Mutex<BTreeMap<u32, Child>> = Mutex::new(BTreeMap::new());

fn running() -> MutexGuard<'static, BTreeMap<u32, Child>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

fn stop(mut child: Child) {
    // It may have ended by itself, which is as good.
    let _ = child.kill();
}

/// From here on, a signal that ends this process ends every group first.
pub(crate) fn stop_all_on_signals() -> Result<(), Failure> {
    let handler = || {
        let mut running = running();
        std::mem::take(&mut *running).into_values().for_each(stop);
        // As shells say it of a command that SIGINT ended.
        std::process::exit(130);
    };
    ctrlc::set_handler(handler).map_err(|error| error.to_string())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn what_a_process_started_is_stopped_with_it() {
        let file = std::env::temp_dir().join(format!("cratewright-group-{}", std::process::id()));
        let mut command = Command::new("sh");
        command.args(["-c", "(sleep 0.3; touch \"$1\") & wait", "sh"]).arg(&file);
        drop(Group::spawn(command).unwrap());
        std::thread::sleep(Duration::from_millis(600));
        assert!(!file.exists(), "the grandchild went on");
    }

    #[test]
    fn the_end_of_a_process_is_told() {
        let group = Group::spawn(Command::new("true")).unwrap();
        let ended = group.wait(Duration::from_secs(60)).unwrap();
        assert!(ended.is_some_and(|status| status.success()));
    }
}
