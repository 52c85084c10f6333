//! Documents of the right structure with wild contents, up to the emitted crate.
#![no_main]

use fuzzed::crates::{self, Swagger};

libfuzzer_sys::fuzz_target!(|document: Swagger| crates::check(&document));
