//! What one side reads, the other writes, for every operation of the Matrix documents and for values
//! that nobody thought of: `decode(encode(x)) == x`, of requests and of responses.
//!
//! The values come from the documents, the bytes from an encoder of these tests (`wire.rs`). What is
//! read from them and written again must say the same, and stay as it is the second time. A failure
//! is shrunk to a small message, which is what the test prints. Every run tries the same messages.

mod operations;
mod same;
mod values;
mod wire;

use std::collections::BTreeSet;
use std::path::Path;

use bytes::Bytes;
use cratewright::Model;
use cratewright::api::{Api, Operation};
use cratewright::diagnostic::Sink;
use cratewright::disk::Project;
use cratewright::lower::Lowering;
use http::{Request, Response};
use operations::Row;
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestRunner};
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

/// Messages of each operation and direction.
const CASES: u32 = 256;

#[test]
fn requests() {
    every_operation(|row, api, operation| {
        let again = |request: Request<Bytes>| {
            let once = (row.request_again)(request.clone())?;
            same::requests(&request, &once, operation)?;
            same::unchanged(once.body(), (row.request_again)(once.clone())?.body())
        };
        runner()
            .run(&wire::requests(api, operation), |request| again(request).map_err(TestCaseError::fail))
            .map_err(|failure| failure.to_string())
    });
}

#[test]
fn responses() {
    every_operation(|row, api, operation| {
        let again = |response: Response<Bytes>| {
            let once = (row.response_again)(response.clone())?;
            same::responses(&response, &once)?;
            same::unchanged(once.body(), (row.response_again)(once.clone())?.body())
        };
        let Some(responses) = wire::responses(api, operation) else { return Ok(()) };
        runner()
            .run(&responses, |response| again(response).map_err(TestCaseError::fail))
            .map_err(|failure| failure.to_string())
    });
}

#[test]
fn no_operation_is_missing() {
    let api = api();
    let described: BTreeSet<_> = api.operations.iter().map(|operation| place(&api, operation)).collect();
    let tried: BTreeSet<_> = operations::rows().iter().map(place_of_row).collect();
    assert_eq!(described, tried);
}

/// Runs a check on each operation, and tells of all that fail at once.
fn every_operation(check: impl Fn(&Row, &Api, &Operation) -> Result<(), String> + Sync) {
    let api = api();
    let rows = operations::rows();
    let failures: Vec<String> = rows
        .par_iter()
        .filter_map(|row| {
            let place_of_row = place_of_row(row);
            let operation = api.operations.iter().find(|operation| place(&api, operation) == place_of_row);
            let operation = operation.expect("`no_operation_is_missing` says which");
            check(row, &api, operation).err().map(|failure| format!("{place_of_row}: {failure}"))
        })
        .collect();
    assert!(failures.is_empty(), "{} operations:\n{}", failures.len(), failures.join("\n\n"));
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

fn place(api: &Api, operation: &Operation) -> String {
    let base = &api[operation.document].base_path;
    format!("{} {base}{}", operation.method.key().to_uppercase(), operation.path.written)
}

fn place_of_row(row: &Row) -> String {
    format!("{} {}{}", row.metadata.method, row.metadata.base_path, row.metadata.path)
}

/// What the documents of `cratewright.toml` describe.
fn api() -> Api {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../cratewright.toml");
    let Project { config, source, .. } =
        Project::open(&file).unwrap_or_else(|_| panic!("`cargo xtask codegen` says what is wrong"));
    let (sources, sink) = (config.sources(&source), Sink::new());
    let mut lowering = Lowering::new(&sink);
    for document in &config.documents {
        Model::read(document, &sources, &config, &sink).expect("a document").lower(&mut lowering);
    }
    let mut api = lowering.finish();
    cratewright::check::check(&mut api, &sink);
    assert!(!sink.has_errors(), "`cargo xtask codegen` says what is wrong");
    api
}
