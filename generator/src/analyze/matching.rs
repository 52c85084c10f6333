//! Texts that match a regular expression, made from the expression itself.

use regex_syntax::hir::{Class, Hir, HirKind};

/// Characters that samples are made of where there is a choice.
const PREFERRED: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
/// How long a text may become.
const LONGEST: usize = 4096;

/// Texts of which some probably match: assertions such as `^` and `\b` are not looked at. What may
/// be repeated is, more often from text to text, up to `length` times. `nth` tells one row of texts
/// from another.
pub(super) fn matching(regex: &str, length: usize, nth: usize) -> impl Iterator<Item = String> {
    let expression = regex_syntax::parse(regex).ok();
    let extra = [1, 0].into_iter().chain(2..=length.clamp(2, LONGEST) as u32);
    expression.into_iter().flat_map(move |expression| {
        extra.clone().filter_map(move |extra| {
            let mut text = String::new();
            write(&expression, extra, nth, &mut text).map(|()| text)
        })
    })
}

/// Writes a text for a part of an expression; nothing where there is none, or none that is short.
fn write(part: &Hir, extra: u32, nth: usize, text: &mut String) -> Option<()> {
    if text.len() > LONGEST {
        return None;
    }
    match part.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => text.push_str(std::str::from_utf8(&literal.0).ok()?),
        HirKind::Class(class) => text.push(character(class, nth)?),
        HirKind::Capture(capture) => write(&capture.sub, extra, nth, text)?,
        HirKind::Concat(parts) => parts.iter().try_for_each(|part| write(part, extra, nth, text))?,
        HirKind::Alternation(parts) => write(parts.get(nth % parts.len().max(1))?, extra, nth, text)?,
        HirKind::Repetition(repetition) => {
            let count = repetition.min.saturating_add(extra);
            let count = repetition.max.map_or(count, |most| count.min(most));
            (0..count).try_for_each(|_| write(&repetition.sub, extra, nth, text))?;
        }
    }
    Some(())
}

/// A character of a class: the `nth` of those that are preferred, or else the first that can be seen.
fn character(class: &Class, nth: usize) -> Option<char> {
    let ranges: Vec<(char, char)> = match class {
        Class::Unicode(class) => class.ranges().iter().map(|range| (range.start(), range.end())).collect(),
        Class::Bytes(class) => {
            class.ranges().iter().map(|range| (range.start().into(), range.end().into())).collect()
        }
    };
    let has = |char: &char| ranges.iter().any(|(first, last)| (first..=last).contains(&char));
    let preferred: Vec<char> = PREFERRED.chars().filter(has).collect();
    let seen = || ranges.iter().flat_map(|(first, last)| *first..=*last).find(|char| !char.is_control());
    preferred.get(nth % preferred.len().max(1)).copied().or_else(seen)
}

#[cfg(test)]
mod tests {
    use super::matching;

    #[test]
    fn texts_are_made_of_what_the_expression_names() {
        let first = |regex| matching(regex, 0, 0).next();
        assert_eq!(first("^[a-f0-9]{4}-v[1-3]$").as_deref(), Some("aaaa-v1"));
        assert_eq!(first("^(GET|PUT) /[^/]+").as_deref(), Some("GET /aa"));
        assert_eq!(first("^[^a-zA-Z0-9]$").as_deref(), Some(" "));
        assert_eq!(first("(?=a)"), None);
    }

    #[test]
    fn there_are_longer_ones_and_others() {
        assert!(matching("^[a-z]+$", 8, 0).any(|text| text.len() == 8));
        assert_eq!(matching("^[a-z]$", 0, 2).next().as_deref(), Some("c"));
        assert_eq!(matching("^(x|y)$", 0, 1).next().as_deref(), Some("y"));
    }

    #[test]
    fn an_expression_of_endless_texts_comes_to_an_end() {
        assert_eq!(matching("((a{999}){999}){999}", 0, 0).next(), None);
    }
}
