//! The tests that need more than one crate. They are in `tests/`, `examples/` shows the generated crate in
//! use, and `fuzz/` is what `cargo xtask fuzz` runs.

pub mod emitted;
