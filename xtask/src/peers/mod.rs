//! `cargo xtask peers`: what the generated code does on the wire, judged by servers and clients
//! that other people wrote.
//!
//! A suite is a file of its own and a line in [`suites`]. It installs what it needs, starts its
//! peers and scores; the rest (folders, ports, stopping everything, the table) is here, and so is the
//! search of what programs of ours have logged for secrets.

mod autorest;
mod clients;
mod http;
mod install;
mod leaks;
mod process;
mod schemathesis;
mod secrets;
mod session;
mod steps;
mod suite;
mod synapse;
mod table;

use std::time::Instant;

use clap::Args;

use crate::{Failure, group};
use leaks::Search;
use session::Session;
use suite::{Score, Stop, Suite};
use table::{Row, Table};

/// Run the generated code against servers and clients that others wrote.
#[derive(Debug, Args)]
pub(crate) struct Peers {
    /// Only this suite; may be given several times.
    #[arg(long, value_name = "NAME")]
    only: Vec<String>,
    /// Leave the peers running when the suites are done, until Ctrl-C.
    #[arg(long)]
    keep: bool,
    /// Fail where a suite can't run, for want of a tool or a network, instead of leaving it out.
    #[arg(long)]
    require: bool,
}

/// Every suite, in the order in which they run.
fn suites() -> Vec<Box<dyn Suite>> {
    vec![
        Box::new(autorest::Autorest),
        Box::new(autorest::RoundTrips),
        Box::new(synapse::Synapse),
        Box::new(clients::Nio),
        Box::new(clients::JsSdk),
        Box::new(schemathesis::Schemathesis),
    ]
}

impl Peers {
    pub(crate) fn run(&self) -> Result<(), Failure> {
        let suites = self.wanted()?;
        group::stop_all_on_signals()?;
        let mut table = Table::default();
        let mut sessions = Vec::new();
        for suite in &suites {
            let mut session = Session::new(suite.name(), suite.folder())?;
            table.push(run(suite.as_ref(), &mut session));
            // Dropped, a session stops its peers.
            sessions.extend(self.keep.then_some(session));
        }
        print!("{table}");
        if self.keep {
            keep(&sessions);
        }
        table.verdict(self.require)
    }

    fn wanted(&self) -> Result<Vec<Box<dyn Suite>>, Failure> {
        let mut suites = suites();
        let names: Vec<&str> = suites.iter().map(|suite| suite.name()).collect();
        if let Some(unknown) = self.only.iter().find(|name| !names.contains(&name.as_str())) {
            return Err(format!("there is no suite `{unknown}`, but {}", names.join(", ")));
        }
        suites.retain(|suite| self.only.is_empty() || self.only.iter().any(|name| name == suite.name()));
        Ok(suites)
    }
}

/// Runs one suite.
fn run(suite: &dyn Suite, session: &mut Session) -> Row {
    println!("==> {}", suite.name());
    let start = Instant::now();
    let mut outcome = suite.run(session);
    let leaks = outcome.as_mut().ok().filter(|_| suite.is_logged()).map(|score| search(session, score));
    match &outcome {
        Ok(score) => score.faults.iter().for_each(|fault| println!("    {fault}")),
        Err(Stop::LeftOut(why)) => println!("    left out: {why}"),
        Err(Stop::Failed(why)) => println!("    failed: {why}\n    logs: {}", session.folder().display()),
    }
    Row { suite: suite.name(), outcome, leaks, elapsed: start.elapsed() }
}

/// Looks for secrets in what was logged: how many there are. That they are is a fault.
fn search(session: &Session, score: &mut Score) -> usize {
    match Search::of(session) {
        Ok(search) => {
            println!("    {search}");
            score.faults.extend(search.faults());
            search.leaks.len()
        }
        Err(why) => {
            score.faults.push(why);
            0
        }
    }
}

/// Waits for Ctrl-C, which ends the process and the peers.
fn keep(sessions: &[Session]) {
    sessions.iter().flat_map(Session::peers).for_each(|peer| println!("running: {peer}"));
    println!("Ctrl-C stops them");
    loop {
        std::thread::park();
    }
}
