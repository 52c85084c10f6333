//! The one function that makes Rust identifiers.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| fuzzed::identifiers::check(text));
