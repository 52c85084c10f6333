//! Requests to the generated server, and answers to the generated client.
#![no_main]

use fuzzed::requests::{self, Message};

libfuzzer_sys::fuzz_target!(|message: Message<'_>| requests::check(message));
