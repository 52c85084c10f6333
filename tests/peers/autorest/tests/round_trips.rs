//! What one side reads, the other writes, for every operation of all documents: a line for each, and for
//! each direction. The list of the operations is written when the crate is.

use std::path::Path;
use std::process::ExitCode;

use round_trips::{Direction, RoundTrips};

fn main() -> ExitCode {
    let rows = include!("../../../../target/peers/autorest/operations.rs");
    let round_trips = RoundTrips::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("cratewright.toml"), rows);
    assert_eq!(round_trips.missing(), Vec::<&str>::new());
    let mut trips = round_trips.run(Direction::Requests);
    trips.extend(round_trips.run(Direction::Responses));
    trips.iter().for_each(|trip| println!("{trip}"));
    ExitCode::from(u8::from(trips.iter().any(|trip| trip.outcome.is_err())))
}
