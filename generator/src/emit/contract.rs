//! Tests of the crate, from the document's own examples.
