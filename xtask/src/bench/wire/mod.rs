//! A generated server and a generated client, against the same written by hand.

mod case;
mod counted;
mod package;

use std::path::PathBuf;

use super::before::able;
use super::figures::Figures;
use super::row::{Budget, Row};
use super::turns::rounds;
use super::unit::Unit;
use super::{Group, Session};
use crate::Failure;
use case::{BODIES, CONNECTIONS, Case, Exchanges};

/// The group.
pub(super) struct Wire;

const NAME: &str = "wire";

/// At least how many times the requests of what is written by hand.
const SERVER: f64 = 1.0;
const CLIENT: f64 = 0.97;

impl Group for Wire {
    fn name(&self) -> &'static str {
        NAME
    }

    fn run(&self, bench: &Session) -> Result<Vec<Row>, Failure> {
        let folder = bench.folder.join(NAME);
        // Both are built in one place, so the one that developers go on with comes last.
        let before = bench.programs.before.as_ref();
        let before =
            before.and_then(|generator| able(package::build(&folder, generator, "before", false), NAME));
        let ours = package::build(&folder, &bench.programs.ours, "ours", true)?;
        let programs = Programs { ours, before };
        let alike = |bytes| CONNECTIONS.map(|connections| Case { connections, routes: 1, bytes });
        let mut cases: Vec<Case> = BODIES.into_iter().flat_map(alike).collect();
        let clients: Vec<_> = cases.iter().map(|case| clients(bench, &programs, case)).collect();
        let clients = clients.into_iter().collect::<Result<Vec<_>, Failure>>()?.concat();
        cases.extend(alike(BODIES[0]).map(|case| Case { routes: package::OTHERS + 1, ..case }));
        let servers = cases.iter().map(|case| servers(bench, &programs, case));
        let servers = servers.collect::<Result<Vec<_>, Failure>>()?.concat();
        let counted = if bench.instructions { counted::rows(bench, &programs, &cases)? } else { Vec::new() };
        Ok([servers, clients, counted].concat())
    }
}

/// The programs that measure.
struct Programs {
    ours: PathBuf,
    before: Option<PathBuf>,
}

impl Programs {
    /// Measures each of some contestants in turns, the first of them of the other revision too.
    fn measure<const N: usize>(
        &self,
        bench: &Session,
        case: &Case,
        contestants: [&str; N],
    ) -> Result<([Measured; N], Option<Measured>), Failure> {
        let ours = contestants.iter().map(|contestant| (&self.ours, *contestant));
        let before = self.before.iter().zip(contestants);
        let all: Vec<(&PathBuf, &str)> = ours.chain(before.take(1)).collect();
        let runs = rounds(all.len(), bench.runs, |at| case.measure(all[at].0, all[at].1))?;
        let mut measured = runs.into_iter().map(Measured);
        let ours = std::array::from_fn(|_| measured.next().unwrap_or_default());
        Ok((ours, measured.next()))
    }
}

/// What the turns of one contestant came to.
#[derive(Debug, Default)]
struct Measured(Vec<Exchanges>);

impl Measured {
    fn figures(&self, of: fn(&Exchanges) -> f64) -> Figures {
        Figures::of(self.0.iter().map(of).collect())
    }
}

/// A server's rows of one case.
fn servers(bench: &Session, programs: &Programs, case: &Case) -> Result<Vec<Row>, Failure> {
    let contestants = ["server-ours", "server-mounted", "server-axum", "server-hyper"];
    let ([ours, mounted, axum, hyper], before) = programs.measure(bench, case, contestants)?;
    let least = Some(Budget::AtLeast(SERVER));
    let most = Some(Budget::Times(1.0 / SERVER));
    Ok(vec![
        rate(case, "server, requests", &ours).floor("axum", axum.figures(Exchanges::rate)).budget(least),
        cost(case, "server, processor a request", &ours)
            .floor("axum", axum.figures(Exchanges::cost))
            .before(before.map(|before| before.figures(Exchanges::cost)))
            .budget(most),
        cost(case, "server, processor a request", &ours).floor("hyper", hyper.figures(Exchanges::cost)),
        cost(case, "server in axum, processor a request", &mounted)
            .floor("axum", axum.figures(Exchanges::cost)),
    ])
}

/// A client's rows of one case.
fn clients(bench: &Session, programs: &Programs, case: &Case) -> Result<Vec<Row>, Failure> {
    let contestants = ["client-ours", "client-reqwest", "client-lean", "client-hyper"];
    let ([ours, reqwest, lean, hyper], before) = programs.measure(bench, case, contestants)?;
    let least = Some(Budget::AtLeast(CLIENT));
    let most = Some(Budget::Times(1.0 / CLIENT));
    Ok(vec![
        rate(case, "client, requests", &ours)
            .floor("reqwest", reqwest.figures(Exchanges::rate))
            .budget(least),
        cost(case, "client, processor a request", &ours)
            .floor("reqwest", reqwest.figures(Exchanges::cost))
            .before(before.map(|before| before.figures(Exchanges::cost)))
            .budget(most),
        rate(case, "client over hyper, requests", &lean)
            .floor("hyper-util", hyper.figures(Exchanges::rate))
            .budget(least),
        cost(case, "client over hyper, processor a request", &lean)
            .floor("hyper-util", hyper.figures(Exchanges::cost))
            .budget(most),
    ])
}

fn rate(case: &Case, what: &'static str, ours: &Measured) -> Row {
    Row::new(NAME, &case.name(), what, Unit::Rate, ours.figures(Exchanges::rate))
}

fn cost(case: &Case, what: &'static str, ours: &Measured) -> Row {
    Row::new(NAME, &case.name(), what, Unit::Seconds, ours.figures(Exchanges::cost))
}
