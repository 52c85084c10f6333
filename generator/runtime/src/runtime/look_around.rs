//! Regular expressions with look-around or back-references (part `look_around`), which need an engine that
//! tries one way after the other.

use fancy_regex::{Regex, RegexBuilder};

use super::pattern::Compiled;

/// How many steps a match may take: some expressions take exponentially many on a text made for that.
const STEPS: usize = 100_000;

/// Whether a text has a match of a regular expression in it, as far as that is found in a bounded time.
pub fn matches_with_look_around(regex: &'static str, text: &str) -> bool {
    static COMPILED: Compiled<Regex> = Compiled::new();
    let compile = |regex: &str| RegexBuilder::new(regex).backtrack_limit(STEPS).build().ok();
    COMPILED.matches(regex, compile, |regex| regex.is_match(text).unwrap_or(false))
}
