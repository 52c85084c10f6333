//! A path template, taken apart (Swagger 2.0, Path Templating; RFC 6570 has more, which no
//! version of the specification allows).

use crate::api::{PathSegment, PathTemplate};

/// Takes a template apart, or says what is wrong with it.
pub(super) fn template(text: &str) -> Result<PathTemplate, String> {
    if let Some(found) = text.chars().find(|char| matches!(char, '?' | '#')) {
        return Err(format!("the path `{text}` has a `{found}` in it, which ends the path of a URL"));
    }
    let mut segments = Vec::new();
    for segment in text.strip_prefix('/').unwrap_or(text).split('/') {
        segments.push(pieces(segment).ok_or_else(|| {
            format!("the path `{text}` has a brace without its counterpart, or nothing between two")
        })?);
    }
    let template = PathTemplate { text: text.to_owned(), segments };
    let names: Vec<&str> = template.parameters().collect();
    match names.iter().enumerate().find(|(at, name)| names[..*at].contains(name)) {
        Some((_, twice)) => Err(format!("the path `{text}` has the placeholder `{{{twice}}}` twice")),
        None => Ok(template),
    }
}

/// The literals and placeholders between two slashes.
fn pieces(segment: &str) -> Option<Vec<PathSegment>> {
    let mut pieces = Vec::new();
    let mut rest = segment;
    while !rest.is_empty() {
        let (literal, after) = match rest.split_once('{') {
            Some((literal, after)) => (literal, Some(after)),
            None => (rest, None),
        };
        if literal.contains('}') {
            return None;
        }
        if !literal.is_empty() {
            pieces.push(PathSegment::Literal(literal.to_owned()));
        }
        let Some(after) = after else { break };
        let (name, remaining) = after.split_once('}')?;
        if name.is_empty() || name.contains('{') {
            return None;
        }
        pieces.push(PathSegment::Parameter(name.to_owned()));
        rest = remaining;
    }
    Some(pieces)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_segment_may_hold_literals_and_placeholders() {
        use PathSegment::{Literal, Parameter};
        let literal = |text: &str| Literal(text.into());
        let parameter = |name: &str| Parameter(name.into());

        let segments = |text| template(text).map(|template| template.segments);
        assert_eq!(
            segments("/archive/{sha}.{type}/"),
            Ok(vec![
                vec![literal("archive")],
                vec![parameter("sha"), literal("."), parameter("type")],
                vec![]
            ])
        );
        assert_eq!(segments("/"), Ok(vec![vec![]]));
    }

    #[test]
    fn what_no_url_can_be_built_from_is_refused() {
        for text in ["/a{b", "/a}b", "/{}", "/{a{b}}", "/a?b=c", "/a#b", "/{a}/{a}"] {
            assert!(template(text).is_err(), "{text}");
        }
    }
}
