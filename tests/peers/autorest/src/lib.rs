//! Calls of the autorest test server with the client that is generated from its documents.
//!
//! `cargo xtask peers --only autorest` starts the server, generates the client, runs the tests here
//! against it and asks the server which of its scenarios it has seen. To work on the tests, leave
//! the server running with `--keep`, then, with the URL that it prints:
//!
//! ```text
//! AUTOREST_URL=http://127.0.0.1:PORT cargo test --manifest-path tests/peers/autorest/Cargo.toml --target-dir target array
//! curl $AUTOREST_URL/report        # and /report/optional, /report/azure, /report/dpg
//! ```
//!
//! A document has a file of its name in `tests/scenarios/`, which imports the module of that
//! document and has a test for each group of operations. What a test sends is what the server wants
//! to see (`dist/legacy/routes/` and `dist/test-routes/` of the package below
//! `target/peers/autorest/npm/`); what it asserts is what the document says that comes back. What the
//! client gets wrong is mended in the generator or its runtime, never in a test. A scenario that
//! can't be had is a line in `missing.tsv`, with its reason.

use std::sync::LazyLock;

use autorest_client::runtime::{CallError, ClientCore, Operation, Outgoing, ReqwestTransport};
use tokio::runtime::Runtime;

/// The server, as `cargo xtask peers` says it.
pub static URL: LazyLock<String> = LazyLock::new(|| {
    std::env::var("AUTOREST_URL")
        .expect("`cargo xtask peers --only autorest` starts a server and says its URL")
});

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("threads can be started"));

/// One for all tests: they share its connections.
static CLIENT: LazyLock<ClientCore> = LazyLock::new(|| {
    let transport = ReqwestTransport::new().expect("TLS can be set up");
    ClientCore::new(&URL, transport).expect("the URL is one")
});

/// What an operation answers.
pub type Outcome<O> = Result<<O as Operation>::Response, CallError<<O as Operation>::Error>>;

/// Calls an operation.
pub fn call<O: Outgoing>(request: O) -> Outcome<O> {
    RUNTIME.block_on(CLIENT.call(request))
}

/// Calls an operation that succeeds.
#[track_caller]
pub fn ok<O: Outgoing>(request: O) -> O::Response
where
    O::Error: std::fmt::Debug,
{
    call(request).unwrap_or_else(|error| panic!("{}: {error:?}", O::METADATA.name))
}

/// Calls an operation that is answered with one of its errors.
#[track_caller]
pub fn error<O: Outgoing>(request: O) -> O::Error
where
    O::Response: std::fmt::Debug,
    O::Error: std::fmt::Debug,
{
    match call(request) {
        Err(CallError::Answer(error)) => error,
        other => panic!("{}: {other:?}", O::METADATA.name),
    }
}
