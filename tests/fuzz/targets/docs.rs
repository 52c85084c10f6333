//! Descriptions on their way to rustdoc.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| fuzzed::docs::check(text));
