//! References between the parts of a model, which lead from `components` to `components` and nowhere else.

use std::borrow::Cow;

use openapiv3::ReferenceOr;

use crate::source::{below, unescape};

/// How many references may follow each other.
const LONGEST: usize = 32;

/// The part of that kind that `part`, which stands at `at`, is or refers to, and where that is in the
/// model. `parts` are the entries of `components` of its kind, by key.
pub(crate) fn follow<'a, 'p, T>(
    mut part: &'a ReferenceOr<T>,
    at: &'p str,
    kind: &str,
    parts: impl Fn(&str) -> Option<&'a ReferenceOr<T>>,
) -> Option<(&'a T, Cow<'p, str>)> {
    let mut at = Cow::Borrowed(at);
    for _ in 0..LONGEST {
        match part {
            ReferenceOr::Item(item) => return Some((item, at)),
            ReferenceOr::Reference { reference } => {
                let key = reference.strip_prefix("#/components/")?.strip_prefix(kind)?.strip_prefix('/')?;
                let key = unescape(key);
                at = below("", ["components", kind, &key]).into();
                part = parts(&key)?;
            }
        }
    }
    None
}
