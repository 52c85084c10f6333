//! The tests that need more than one crate. They are in `tests/`, and `examples/` shows the generated crate in use.
