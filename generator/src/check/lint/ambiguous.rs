//! Paths of which neither is more specific than the other.

use std::collections::BTreeMap;

use crate::api::{Api, Operation, PathSegment};
use crate::diagnostic::{AMBIGUOUS_PATHS, Diagnostic, Place, Sink};

/// Reports each operation whose path meets an earlier one of the same document and method.
pub(super) fn check(api: &Api, sink: &Sink) {
    for document in &api.documents {
        let mut alike: BTreeMap<_, Vec<&Operation>> = BTreeMap::new();
        for operation in document.operations.iter().map(|id| &api[*id]) {
            let segments = &operation.path.segments;
            let literals = segments.iter().filter(|segment| literal(segment).is_some()).count();
            // A segment that is partly a placeholder meets others in ways that are nobody's concern. What is
            // all one or all the other is nowhere less, or nowhere more specific than another path.
            if !segments.iter().all(|segment| segment.len() == 1) || [0, segments.len()].contains(&literals) {
                continue;
            }
            let others = alike.entry((operation.method, segments.len())).or_default();
            if let Some(other) = others.iter().find(|other| meet(other, operation)) {
                let (one, two) = (&other.path.text, &operation.path.text);
                let message = format!("some requests match both `{two}` and `{one}`");
                let finding =
                    Diagnostic::new(&AMBIGUOUS_PATHS, Place::Key(operation.pointer.clone()), message)
                        .also(Place::Key(other.pointer.clone()), "the other one");
                sink.report(finding);
            }
            others.push(operation);
        }
    }
}

/// Whether some request matches both, and each is more specific somewhere.
fn meet(one: &Operation, other: &Operation) -> bool {
    let (mut here, mut there) = (false, false);
    for (one, other) in one.path.segments.iter().zip(&other.path.segments) {
        match (literal(one), literal(other)) {
            (Some(one), Some(other)) if one != other => return false,
            (Some(_), None) => here = true,
            (None, Some(_)) => there = true,
            _ => {}
        }
    }
    here && there
}

fn literal(segment: &[PathSegment]) -> Option<&str> {
    match segment {
        [PathSegment::Literal(text)] => Some(text),
        _ => None,
    }
}
