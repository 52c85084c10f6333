//! Everything that can still be wrong with an API is reported here; after it, emitting can't fail.
//!
//! What is wrong and harmless is taken out with a warning: an example that does not fit, a
//! parameter that the path has no place for. What would make the generated code wrong is an error.

mod examples;
pub mod fits;
mod formats;
mod lint;
mod operation_ids;
mod paths;
mod patterns;

#[cfg(test)]
mod tests;

pub use fits::{Misfit, fits, fits_request};
pub use lint::lint;

use crate::api::Api;
use crate::diagnostic::Sink;
use crate::source::Sources;

/// Checks an API. Values that do not fit their types are gone afterwards.
pub fn check(api: &mut Api, sources: &Sources<'_>, sink: &Sink) {
    paths::check_keys(api, sink);
    paths::check_parameters(api, sink);
    paths::check_shadows(api, sink);
    operation_ids::check(api, sources, sink);
    patterns::check(api, sink);
    examples::check(api, sink);
}
