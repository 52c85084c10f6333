//! What holds for any input: one function for each target of `cargo xtask fuzz`, from what the fuzzer made up to a
//! panic where something is wrong. They are a package of the workspace, so that they are built and tried with it.

pub mod crates;
pub mod docs;
pub mod documents;
pub mod identifiers;
pub mod paths;
pub mod requests;
mod schemas;
mod texts;
