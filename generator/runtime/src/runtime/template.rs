//! Path templates: `/rooms/{roomId}/join`.

/// A piece of a template.
#[cfg(feature = "server")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece<'t> {
    /// Text that stands as it is, without slashes.
    Literal(&'t str),
    /// The name of a parameter.
    Parameter(&'t str),
}

/// The pieces of one segment: a run of literals and parameters.
#[cfg(feature = "server")]
pub(crate) fn pieces(mut segment: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    while let Some((literal, name, rest)) = first_parameter(segment) {
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

/// What is before the first parameter of a template, its name, and what is behind it.
pub(crate) fn first_parameter(template: &str) -> Option<(&str, &str, &str)> {
    // Templates are short, so that searching them byte by byte is faster than by `split_once`.
    let start = template.bytes().position(|byte| byte == b'{')?;
    let length = template.bytes().skip(start).position(|byte| byte == b'}')?;
    let (literal, name) = (template.get(..start)?, template.get(start + 1..start + length)?);
    Some((literal, name, template.get(start + length + 1..)?))
}
