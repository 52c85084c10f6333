//! Which operations of a document are generated, and selections that have lost what they select.

use openapiv3::{OpenAPI, ReferenceOr};

use crate::api::Method;
use crate::config::{Candidate, Config, Selection, Selector};
use crate::diagnostic::{Diagnostic, SELECTED_NOTHING, Sink};
use crate::model::Model;
use crate::source::Sources;
use crate::upgrade::operation_of;

/// Takes out the operations that are not selected. Gives the selectors that name none at all.
pub(crate) fn select<'c>(openapi: &mut OpenAPI, selection: &'c Selection) -> Vec<&'c Selector> {
    let mut idle: Vec<&Selector> = selection.selectors().collect();
    for (path, item) in &mut openapi.paths.paths {
        let ReferenceOr::Item(item) = item else { continue };
        for (_, method) in Method::ALL {
            let operation = operation_of(item, method);
            let Some(written) = operation else { continue };
            let id = written.operation_id.as_deref();
            let candidate = Candidate { method, path, id, tags: &written.tags };
            idle.retain(|selector| !selector.matches(candidate));
            if !selection.selects(candidate) {
                *operation = None;
            }
        }
    }
    idle
}

/// Reports every selector that names no operation of any document that it is written for: like a
/// pinned name or an overlay, it is misspelt, or the document has changed around it.
pub(crate) fn check(models: &[Model<'_>], config: &Config, sources: &Sources<'_>, sink: &Sink) {
    let serves = |model: &Model<'_>, selector: &Selector| {
        model.document.operations.selectors().any(|one| one == selector) && !model.idle.contains(&selector)
    };
    let mut known: Vec<&Selector> = Vec::new();
    for model in models {
        for selector in &model.idle {
            if known.contains(selector) || models.iter().any(|other| serves(other, selector)) {
                continue;
            }
            known.push(selector);
            let message = format!("`{selector}` selects no operation");
            let place = config.place(sources, |written| written.selector(selector));
            sink.report(Diagnostic::new(&SELECTED_NOTHING, place, message));
        }
    }
}
