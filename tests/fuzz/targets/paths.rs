//! Path templates.
#![no_main]

libfuzzer_sys::fuzz_target!(|path: &str| fuzzed::paths::check(path));
