//! Calls of the autorest test server with the client that is generated from its documents.
//!
//! `cargo xtask peers --only autorest` starts the server, generates the client, runs the tests here
//! against it and asks the server which of its scenarios it has seen. To work on the tests, leave
//! the server running with `--keep`, then, with the URL that it prints:
//!
//! ```text
//! export AUTOREST_URL=http://127.0.0.1:PORT
//! cargo test --manifest-path tests/peers/autorest/Cargo.toml --target-dir target body_array
//! curl $AUTOREST_URL/report
//! ```
//!
//! A document, or a family of documents, has a file of its name in `tests/scenarios/`, which imports the
//! module of that document and has a test for each group of operations; there is none for those that the
//! server has no routes for (resources, storage and the like). What a test sends is what the server wants
//! to see (`legacy/routes/` and `src/test-routes/` of the package below `target/peers/autorest/npm/`);
//! what it asserts is what the document promises, or that a broken answer is noticed. What the client
//! gets wrong is mended in the generator or its runtime, never in a test. A scenario that can't be
//! had is a line in `missing.tsv`, with its reason.

use std::fmt::Debug;
use std::str::FromStr;
use std::sync::LazyLock;

use autorest_client::runtime::{
    Body, BodyError, CallError, ClientCore, Operation, OperationError, Outgoing, ReqwestTransport,
    StaticCredentials, Trace,
};
use serde::de::DeserializeOwned;
use tokio::runtime::Runtime;

/// The server, as `cargo xtask peers` says it.
pub static URL: LazyLock<String> = LazyLock::new(|| {
    std::env::var("AUTOREST_URL")
        .expect("`cargo xtask peers --only autorest` starts a server and says its URL")
});

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    // Before the first call.
    peers_records::log().expect("what is logged can be written");
    Runtime::new().expect("threads can be started")
});

/// One for all tests, which share its connections.
static CLIENT: LazyLock<ClientCore> = LazyLock::new(|| {
    let transport = ReqwestTransport::new().expect("TLS can be set up");
    ClientCore::new(&URL, transport).expect("the URL is one").with_layer(Trace::new())
});

/// Waits for what is asynchronous.
pub fn block_on<F: Future>(future: F) -> F::Output {
    RUNTIME.block_on(future)
}

/// What comes of a call.
pub type Outcome<O> = Result<<O as Operation>::Response, CallError<<O as Operation>::Error>>;

/// Calls an operation.
pub fn call<O: Outgoing>(request: O) -> Outcome<O> {
    block_on(CLIENT.call(request))
}

/// Calls an operation with credentials.
pub fn call_with<O: Outgoing>(credentials: StaticCredentials, request: O) -> Outcome<O> {
    block_on(CLIENT.clone().with_credentials(credentials).call(request))
}

/// What must not be in the log.
pub fn secret(text: &str) -> &str {
    peers_records::secret(text).expect("secrets can be written");
    text
}

/// Calls an operation that succeeds.
#[track_caller]
pub fn ok<O: Outgoing<Error: Debug>>(request: O) -> O::Response {
    match call(request) {
        Ok(response) => response,
        Err(error) => panic!("{}: {error:?}", O::METADATA.name),
    }
}

/// Calls an operation that is answered with one of its errors.
#[track_caller]
pub fn error<O: Outgoing<Response: Debug, Error: Debug>>(request: O) -> O::Error {
    match call(request) {
        Err(CallError::Answer(error)) => error,
        other => panic!("{}: {other:?}", O::METADATA.name),
    }
}

/// Calls an operation that is answered with one of its errors, and tells the status.
#[track_caller]
pub fn status<O: Outgoing<Response: Debug, Error: OperationError + Debug>>(request: O) -> u16 {
    error(request).status().as_u16()
}

/// Calls an operation whose answer is not what its document says, which is noticed.
#[track_caller]
pub fn undecodable<O: Outgoing<Response: Debug, Error: Debug>>(request: O) {
    match call(request) {
        Err(CallError::Decode(_)) => {}
        other => panic!("{}: {other:?}", O::METADATA.name),
    }
}

/// A value of the client's from its JSON.
#[track_caller]
pub fn from_json<T: DeserializeOwned>(json: serde_json::Value) -> T {
    serde_json::from_value(json).expect("the JSON is of the type")
}

/// A value from its text.
#[track_caller]
pub fn parse<T: FromStr<Err: Debug>>(text: &str) -> T {
    text.parse().expect("the text is of the type")
}

/// Values from their texts.
#[track_caller]
pub fn parse_all<T: FromStr<Err: Debug>, const N: usize>(texts: [&str; N]) -> Vec<T> {
    texts.map(parse).into()
}

/// All bytes of a stream that has no more than `limit`.
pub fn collect(body: Body, limit: usize) -> Result<Vec<u8>, BodyError> {
    block_on(body.collect(limit)).map(Into::into)
}
