//! The file of one operation: what it takes, what can come of it, and both directions of the wire.

mod answer;
mod error;
mod form;
mod incoming;
mod kinds;
mod metadata;
mod outgoing;
mod request;
mod response;
mod typed;

pub(super) use request::definite;
pub(super) use typed::{json as special_json, text as special_text};

use super::docs::Paragraphs;
use super::scope::{Place, Scope};
use super::{Emission, constraints, types};
use crate::api::{Encoding, Operation, OperationId, TypeId};
use crate::names::OperationNames;
use crate::render::{Item, SourceFile};
use crate::surface::{BodyForm, OperationSurface};

/// One operation with all that was decided about it.
struct Subject<'a> {
    scope: &'a Scope<'a>,
    id: OperationId,
    operation: &'a Operation,
    surface: &'a OperationSurface,
    names: &'a OperationNames,
}

/// The file of an operation.
pub(super) fn file(emission: &Emission<'_>, id: OperationId) -> SourceFile {
    let scope = Scope::new(emission, Place::Operation(id));
    let subject = Subject {
        scope: &scope,
        id,
        operation: &emission.api[id],
        surface: &emission.surfaces[id],
        names: emission.names.operation(id),
    };
    let mut items = request::items(&subject);
    items.extend(response::items(&subject));
    items.extend(error::items(&subject));
    items.extend(inline_types(&subject, id));
    items.push(metadata::item(&subject));
    items.push(outgoing::item(&subject));
    items.extend(constraints::tables(&scope, id));
    items.push(incoming::item(&subject));
    items.insert(0, scope.imports_item());
    SourceFile { path: path(emission, id), docs: docs(&subject, id).into(), items }
}

fn path(emission: &Emission<'_>, id: OperationId) -> String {
    let folder = super::document::folder(emission, emission.api[id].document);
    format!("{folder}/{}.rs", emission.names.operation(id).method.plain())
}

fn docs(subject: &Subject<'_>, id: OperationId) -> Paragraphs {
    let emission = subject.scope.emission();
    let heading = super::words::heading(emission, subject.operation);
    Paragraphs::default()
        .add(super::docs::wrapped(&heading))
        .words(subject.operation.docs.description.as_deref())
        .add(super::words::external(&subject.operation.docs))
        .add(super::words::hidden(emission, id))
        .add(super::words::deprecation(&subject.operation.docs))
        .add(super::words::tags(subject.operation))
        .add(
            super::about::servers(&subject.operation.servers)
                .into_iter()
                .flat_map(|it| super::docs::lines(&it)),
        )
        .add([format!("Source: {}.", emission.source(&subject.operation.pointer))])
}

/// The types that are inline in the operation, but for those that are its request and response.
fn inline_types(subject: &Subject<'_>, id: OperationId) -> Vec<Item> {
    let emission = subject.scope.emission();
    let flattened = [subject.surface.flattened_request(), subject.surface.flattened_response()];
    let forms = forms(subject);
    let is_printed = |ty: &&TypeId| !flattened.contains(&Some(**ty)) && !forms.contains(*ty);
    let types = emission.names.types_of(id).iter().filter(is_printed);
    types.flat_map(|ty| types::items(subject.scope, *ty)).collect()
}

/// The types of the forms that the body may be. They are no JSON, and files have none; the members of
/// the form that was chosen are fields of the request.
fn forms(subject: &Subject<'_>) -> Vec<TypeId> {
    let contents = subject.operation.body.iter().flat_map(|body| &body.contents);
    let forms = contents.filter(|content| matches!(content.encoding, Encoding::Form | Encoding::Multipart));
    let json = match subject.surface.request.body {
        BodyForm::Json { ty, .. } => vec![ty],
        _ => kinds::json(subject).collect(),
    };
    forms.filter_map(|content| content.ty).filter(|ty| !json.contains(ty)).collect()
}
