//! What one side reads, the other writes, for every operation of the Matrix documents.

mod operations;

use std::path::Path;

use round_trips::{Direction, RoundTrips};

#[test]
fn requests() {
    all_return(Direction::Requests);
}

#[test]
fn responses() {
    all_return(Direction::Responses);
}

#[test]
fn no_operation_is_missing() {
    assert_eq!(round_trips().missing(), Vec::<&str>::new());
}

fn round_trips() -> RoundTrips {
    RoundTrips::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../cratewright.toml"), operations::rows())
}

/// Tells of all that fail at once.
fn all_return(direction: Direction) {
    let trips = round_trips().run(direction);
    let failures: Vec<String> =
        trips.iter().filter(|trip| trip.outcome.is_err()).map(ToString::to_string).collect();
    assert!(failures.is_empty(), "{} operations:\n{}", failures.len(), failures.join("\n\n"));
}
