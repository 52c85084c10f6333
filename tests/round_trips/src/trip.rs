//! The messages of one operation and one direction.

use std::fmt;

use bytes::Bytes;
use cratewright::api::{Api, Operation};
use http::{Request, Response};
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestRunner};

use crate::{Row, same, wire};

/// Messages of each operation and direction.
pub const CASES: u32 = 256;

/// From which side a message comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From the client.
    Requests,
    /// From the server.
    Responses,
}

/// What became of the messages of an operation in one direction.
#[derive(Debug)]
pub struct Trip {
    /// The path of the operation's module.
    pub module: String,
    /// From which side they come.
    pub direction: Direction,
    /// What is wrong with the smallest message that has not come back.
    pub outcome: Result<(), String>,
}

impl Trip {
    /// Sends the messages to and fro.
    pub(crate) fn of(row: &Row, api: &Api, operation: &Operation, direction: Direction) -> Self {
        let outcome = same_place(row, api, operation).and_then(|()| match direction {
            Direction::Requests => requests(row, api, operation),
            Direction::Responses => responses(row, api, operation),
        });
        Self { module: row.module.clone(), direction, outcome }
    }
}

/// The crate is made from these documents, and not from older ones.
fn same_place(row: &Row, api: &Api, operation: &Operation) -> Result<(), String> {
    let base = &api[operation.document].base_path;
    let place = format!("{} {base}{}", operation.method.key().to_uppercase(), operation.path.text);
    if row.place == place { Ok(()) } else { Err(format!("{place} is {} in the crate", row.place)) }
}

fn requests(row: &Row, api: &Api, operation: &Operation) -> Result<(), String> {
    let again = |request: Request<Bytes>| {
        let once = (row.request_again)(request.clone())?;
        same::requests(&request, &once, operation)?;
        let twice = (row.request_again)(once.clone())?;
        same::unchanged(once.body(), twice.body())
    };
    let run = runner().run(&wire::requests(api, operation), |request| again(request).map_err(failed));
    run.map_err(|failure| failure.to_string())
}

fn responses(row: &Row, api: &Api, operation: &Operation) -> Result<(), String> {
    let again = |response: Response<Bytes>| {
        let once = (row.response_again)(response.clone())?;
        same::responses(&response, &once)?;
        let twice = (row.response_again)(once.clone())?;
        same::unchanged(once.body(), twice.body())
    };
    let run = runner().run(&wire::responses(api, operation), |response| again(response).map_err(failed));
    run.map_err(|failure| failure.to_string())
}

fn failed(reason: String) -> TestCaseError {
    TestCaseError::fail(reason)
}

fn runner() -> TestRunner {
    TestRunner::new(Config {
        cases: CASES,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(4),
        max_shrink_iters: 2_000,
        ..Config::default()
    })
}

/// One line: `ok`, or `missed` and why.
impl fmt::Display for Trip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let direction = match self.direction {
            Direction::Requests => "requests",
            Direction::Responses => "responses",
        };
        match &self.outcome {
            Ok(()) => write!(f, "ok {CASES} {direction} of {}", self.module),
            Err(why) => {
                let why = why.split_whitespace().collect::<Vec<_>>().join(" ");
                write!(f, "missed {CASES} {direction} of {}: {why}", self.module)
            }
        }
    }
}
