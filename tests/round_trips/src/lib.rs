//! What one side of a generated crate reads, the other writes, for values that nobody thought of:
//! `decode(encode(x)) == x`, of requests and of responses, for every operation of its documents.
//!
//! The values come from the documents, the bytes from an encoder of this package (`wire`). What is
//! read from them and written again must say the same, and stay as it is the second time. A failure
//! is shrunk to a small message. Every run tries the same messages.

#[doc(hidden)]
pub mod needed;
mod row;
mod same;
mod trip;
mod values;
mod wire;

use std::collections::BTreeMap;
use std::path::Path;

use cratewright::api::{Api, OperationId};
use cratewright::diagnostic::Sink;
use cratewright::disk::Project;
use cratewright::names::Names;
use cratewright::surface::Surfaces;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

pub use row::Row;
pub use trip::{CASES, Direction, Trip};

/// The operations of a crate, as its documents describe them and as it has them.
#[derive(Debug)]
pub struct RoundTrips {
    api: Api,
    /// What the documents describe, by the paths of the modules.
    described: BTreeMap<String, OperationId>,
    rows: Vec<Row>,
}

impl RoundTrips {
    /// Of the crate that a configuration file describes and that has these operations.
    ///
    /// # Panics
    ///
    /// The documents can't be read, or have errors: no crate is made from them either.
    pub fn of(config: &Path, rows: Vec<Row>) -> Self {
        let project = Project::open(config);
        let Ok(Project { config, source, .. }) = project else { panic!("{} is wrong", config.display()) };
        let (sources, sink) = (config.sources(&source), Sink::new());
        let api = cratewright::describe(&sources, &config, &sink);
        assert!(!sink.has_errors(), "the documents have errors");
        let names = Names::decide(&api, &Surfaces::of(&api));
        let described = api.operation_ids().map(|id| (names.operation_path(&api, id), id)).collect();
        Self { api, described, rows }
    }

    /// The modules that only the documents have, or only the rows. They should be none.
    pub fn missing(&self) -> Vec<&str> {
        let has_row = |module: &str| self.rows.iter().any(|row| row.module == module);
        let described = self.described.keys().map(String::as_str).filter(|module| !has_row(module));
        let rows = self.rows.iter().map(|row| row.module.as_str());
        described.chain(rows.filter(|module| !self.described.contains_key(*module))).collect()
    }

    /// Tries every operation in one direction.
    pub fn run(&self, direction: Direction) -> Vec<Trip> {
        let tried = self.rows.par_iter().filter_map(|row| {
            let operation = &self.api[*self.described.get(&row.module)?];
            Some(Trip::of(row, &self.api, operation, direction))
        });
        tried.collect()
    }
}
