//! Where a text stopped being YAML.
//!
//! A parser gives up where a text makes no sense any more. A quote that is not closed, a missing
//! colon or a line that is indented wrongly may be pages above. The smallest repair after which the
//! text is well-formed, or goes on making sense for longer, tells what is wrong, and on which line.

mod brackets;
mod colons;
mod indents;
mod lines;
mod quotes;

use std::ops::Range;

use serde::Deserialize;
use serde::de::IgnoredAny;

use lines::Lines;

/// What is wrong with a line.
#[derive(Debug, PartialEq, Eq)]
pub(in super::super) struct Slip {
    pub(in super::super) bytes: Range<usize>,
    /// What is wrong, after "the file is not well-formed: ".
    pub(in super::super) words: &'static str,
    /// What to do about it, in the imperative.
    pub(in super::super) help: String,
}

/// A change of the text, and what is wrong if it helps.
struct Repair {
    replaced: Range<usize>,
    by: String,
    slip: Slip,
}

/// How many repairs are tried, and how many bytes are parsed for all of them: a large text gets fewer.
const REPAIRS: usize = 200;
const WORK: usize = 8 << 20;

/// How far up a tab is what the error is about.
const TABS: usize = 3;

/// The slip that makes a text end in an error `at` this byte, if there is one that is known.
pub(super) fn find(text: &str, at: usize) -> Option<Slip> {
    let lines = Lines::new(text, at);
    // What the parser says of a tab can't be said better.
    if lines.upwards(TABS).any(|line| line.text.trim_start_matches(' ').starts_with('\t')) {
        return None;
    }
    // The plain ones first: any line can be indented otherwise.
    let repairs = (quotes::repairs(&lines))
        .chain(brackets::repairs(&lines))
        .chain(colons::repairs(&lines))
        .chain(indents::repairs(&lines))
        .take(REPAIRS.min(WORK / text.len().max(1)));
    let mut best = None;
    // A text with a second slip is no better off unless the parser gets past the line it stopped at.
    let mut furthest = lines.end_of_next();
    for repair in repairs {
        let mut repaired = text.to_owned();
        repaired.replace_range(repair.replaced, &repair.by);
        match fault(&repaired) {
            None => return Some(repair.slip),
            Some(reached) if reached > furthest => {
                furthest = reached;
                best = Some(repair.slip);
            }
            Some(_) => {}
        }
    }
    best
}

/// The byte at which a parser gives up.
fn fault(text: &str) -> Option<usize> {
    serde_yaml::Deserializer::from_str(text)
        .find_map(|document| IgnoredAny::deserialize(document).err())
        .map(|error| error.location().map_or(0, |location| location.index()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNLIKE: &str = "this line is indented unlike those around it";

    /// The line of the slip, from 1, and what is underlined.
    fn found(text: &str) -> Option<(usize, &str, &'static str)> {
        let slip = find(text, fault(text).expect("a text with a slip"))?;
        let line = text[..slip.bytes.start].matches('\n').count() + 1;
        Some((line, &text[slip.bytes], slip.words))
    }

    #[test]
    fn a_quote_that_is_not_closed_is_found_where_it_opens() {
        let text = "a:\n  b: \"one\n  c: two\n  d: \"three\"\n  e: four\n";
        assert_eq!(found(text), Some((2, "\"one", "this quote is not closed")));
        let text = "a: [\"one, \"two\"]\nb: it's\n";
        assert_eq!(found(text), Some((1, "\"one", "this quote is not closed")));
        let text = "\"/a: \"b\"\nc: d\n";
        assert_eq!(found(text), Some((1, "\"/a", "this quote is not closed")));
    }

    #[test]
    fn a_bracket_that_is_not_closed_is_found_where_it_opens() {
        let text = "a: [one, {b: c}\nd: e\nf: [g]\n";
        assert_eq!(found(text), Some((1, "[one, {b: c}", "this bracket is not closed")));
    }

    #[test]
    fn a_missing_colon_is_found_on_its_line() {
        assert_eq!(found("a: b\nc d\ne: f\n"), Some((2, "c", "there is no colon behind the key")));
        assert_eq!(found("a: b\nc\n"), Some((2, "c", "there is no colon behind the key")));
        assert_eq!(found("- a:b\n  c: d\n"), Some((1, "a:", "there is no space behind the colon")));
    }

    #[test]
    fn a_line_that_is_indented_wrongly_is_found_above_the_one_that_does_not_fit() {
        let text = "a:\n  b:\n     c: d\n    e: f\n    g: h\ni:\n  j: k\n";
        assert_eq!(found(text), Some((3, "c: d", UNLIKE)));
        let text = "a:\n  b: c\n d: e\nf:\n  g: h\n";
        assert_eq!(found(text), Some((3, "d: e", UNLIKE)));
    }

    #[test]
    fn of_two_slips_the_first_is_found() {
        let text = "a: [b\nc: d\ne: f\ng: h\ni: j\nk: [l\nm: n\n";
        assert_eq!(found(text), Some((1, "[b", "this bracket is not closed")));
    }

    #[test]
    fn what_no_repair_mends_has_no_slip() {
        assert_eq!(found("a: b: c: d\n"), None);
    }
}
