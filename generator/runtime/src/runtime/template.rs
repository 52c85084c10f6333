//! Path templates: `/rooms/{roomId}/join`.

/// A piece of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece<'t> {
    /// Text that stands as it is, without slashes.
    Literal(&'t str),
    /// The name of a parameter.
    Parameter(&'t str),
}

/// The pieces of one segment: a run of literals and parameters.
pub(crate) fn pieces(mut segment: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    while let Some((literal, name, rest)) = next_parameter(segment) {
        if !literal.is_empty() {
            pieces.push(Piece::Literal(literal));
        }
        pieces.push(Piece::Parameter(name));
        segment = rest;
    }
    if !segment.is_empty() {
        pieces.push(Piece::Literal(segment));
    }
    pieces
}

fn next_parameter(segment: &str) -> Option<(&str, &str, &str)> {
    let (literal, rest) = segment.split_once('{')?;
    let (name, rest) = rest.split_once('}')?;
    Some((literal, name, rest))
}
