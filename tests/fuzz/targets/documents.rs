//! Bytes of one file or several, up to the findings, rendered.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzzed::documents::check(bytes));
