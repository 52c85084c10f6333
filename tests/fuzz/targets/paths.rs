//! Path templates.
#![no_main]

libfuzzer_sys::fuzz_target!(|path: &str| cratewright_fuzz::paths::check(path));
