//! Patterns that are no regular expressions are not enforced.

use crate::api::Api;
use crate::diagnostic::{Diagnostic, NOT_ENFORCED, Place, Sink};

/// Reports each pattern that no engine understands.
pub(super) fn check(api: &Api, sink: &Sink) {
    for ty in api.types.iter() {
        if let Some(pattern) = &ty.constraints.pattern
            && pattern.meaning().is_none()
        {
            let message = format!("the pattern `{pattern}` is not enforced");
            sink.report(
                Diagnostic::new(&NOT_ENFORCED, Place::Value(ty.pointer.child("pattern")), message)
                    .label("it is no regular expression as ECMA-262 has them, or too large a one")
                    .help("patterns are not those of Perl or .NET: there is no `\\A`, `\\Z` or `(?x)`"),
            );
        }
    }
}
