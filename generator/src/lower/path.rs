//! The key of a path item, taken apart: a path template (Swagger 2.0, Path Templating; RFC 6570 has
//! more, which no version of the specification allows), and the query that some documents tell
//! operations apart by.

use super::Scope;
use super::query::{self, Query};
use crate::api::{Location, Parameter, PathSegment, PathTemplate, Shape};

/// A path, and the parameters that its query has.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Path {
    pub(super) template: PathTemplate,
    /// `?key={API_KEY}`: the names of the pair and of the placeholder.
    pub(super) placeholders: Vec<(String, String)>,
}

/// Takes a path apart, or says what is wrong with it.
pub(super) fn read(written: &str) -> Result<Path, String> {
    let (path, query) = cut(written);
    let Query { fixed, placeholders } = query::read(query).ok_or_else(|| {
        format!("the query of the path `{written}` has a placeholder that is no whole value")
    })?;
    let mut segments = Vec::new();
    for segment in path.strip_prefix('/').unwrap_or(path).split('/') {
        segments.push(pieces(segment).ok_or_else(|| {
            format!("the path `{written}` has a brace without its counterpart, or nothing between two")
        })?);
    }
    let template =
        PathTemplate { written: written.to_owned(), text: path.to_owned(), segments, query: fixed };
    let in_query = placeholders.iter().map(|(_, placeholder)| placeholder.as_str());
    let names: Vec<&str> = template.parameters().chain(in_query).collect();
    if let Some(name) = names.iter().find(|name| name.contains(['?', '#'])) {
        return Err(format!("the path `{written}` has `{{{name}}}` in it, which is no name of a parameter"));
    }
    match names.iter().enumerate().find(|(at, name)| names[..*at].contains(name)) {
        Some((_, twice)) => Err(format!("the path `{written}` has the placeholder `{{{twice}}}` twice")),
        None => Ok(Path { template, placeholders }),
    }
}

impl Scope<'_, '_> {
    /// Takes out of the path the parameters that can only be empty, which nobody needs to be asked. Any other
    /// argument of a path must not be empty: `/users/{id}` without an ID would be another path.
    pub(super) fn without_empty(&self, path: &mut PathTemplate, parameters: &mut Vec<Parameter>) {
        parameters.retain(|parameter| {
            let is_empty = parameter.location == Location::Path && self.is_only_empty(parameter);
            if is_empty {
                path.take_out(&parameter.name);
            }
            !is_empty
        });
    }

    fn is_only_empty(&self, parameter: &Parameter) -> bool {
        match &self.store.api.resolved(parameter.ty).shape {
            Shape::Enumeration(values) => {
                !values.is_empty() && values.iter().all(|known| known.value.as_str() == Some(""))
            }
            _ => false,
        }
    }
}

/// The path and the query of a reference (RFC 3986 section 4.2), outside of braces; the fragment is
/// not for servers.
fn cut(written: &str) -> (&str, &str) {
    let mut is_inside = false;
    let end = written.find(|char| {
        is_inside = char == '{' || is_inside && char != '}';
        !is_inside && matches!(char, '?' | '#')
    });
    let (path, rest) = end.map_or((written, ""), |end| written.split_at(end));
    let query = rest.strip_prefix('?').unwrap_or_default();
    (path, query.split('#').next().unwrap_or_default())
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

        let segments = |text| read(text).map(|path| path.template.segments);
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
    fn a_path_ends_where_its_query_or_its_fragment_begins() {
        assert_eq!(cut("/a/{b}?c=d?e#f?g"), ("/a/{b}", "c=d?e"));
        assert_eq!(cut("/a#f?g"), ("/a", ""));
        assert_eq!(cut("/a?"), ("/a", ""));
        assert_eq!(cut("/a{?b,c}"), ("/a{?b,c}", ""));
    }

    #[test]
    fn what_no_url_can_be_built_from_is_refused() {
        for text in
            ["/a{b", "/a}b", "/{}", "/{a{b}}", "/{a}/{a}", "/{a}?b={a}", "/a{?b}", "/a?b=-{c}", "/a?{b}"]
        {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
