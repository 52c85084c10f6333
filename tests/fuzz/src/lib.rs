//! What the targets share: one function each, from what the fuzzer made up to a panic where something is
//! wrong.

pub mod crates;
pub mod docs;
pub mod documents;
pub mod identifiers;
pub mod paths;
pub mod requests;
mod schemas;
mod texts;
