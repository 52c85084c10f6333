//! A document on the left, what the API is on the right.

mod dump;
mod operations;
mod queries;
mod schemas;
mod security;
mod shares;

use expect_test::Expect;

use super::test_support::lower;

/// The operations of a document, and what is said about it.
fn check(yaml: &str, expected: &Expect) {
    let (api, findings) = lower(yaml);
    expected.assert_eq(&format!("{}{findings}", dump::operations(&api)));
}
