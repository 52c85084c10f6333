//! Pieces of rustdoc that several items share.

use serde_json::Value;

use super::docs::{Paragraphs, code, line};
use super::scope::Scope;
use super::{Emission, bounds};
use crate::api::{Docs, Operation, OperationId, Outcome, Parent, Property, Role, Status, Type};
use crate::names::Ident;

/// `` `POST /login` ``, as it is within a document.
pub(super) fn method_and_path(operation: &Operation) -> String {
    below("", operation)
}

/// `` `POST /_matrix/client/api/v1/login` ``
pub(super) fn place(emission: &Emission<'_>, operation: &Operation) -> String {
    below(&emission.api[operation.document].base_path, operation)
}

fn below(base: &str, operation: &Operation) -> String {
    code(&format!("{} {base}{}", operation.method.key().to_uppercase(), operation.path))
}

/// `` `POST /_matrix/client/api/v1/login`: logs a user in. ``
pub(super) fn heading(emission: &Emission<'_>, operation: &Operation) -> String {
    let place = place(emission, operation);
    match summary(operation) {
        Some(summary) => format!("{place}: {summary}"),
        None => format!("{place}."),
    }
}

/// The summary of an operation, as a sentence.
pub(super) fn summary(operation: &Operation) -> Option<String> {
    let summary = line(operation.docs.summary.as_deref()?);
    match summary.chars().last() {
        None => None,
        Some('.' | '!' | '?') => Some(summary),
        Some(_) => Some(format!("{summary}.")),
    }
}

/// `` `403`: the password is wrong. ``
pub(super) fn outcome(outcome: &Outcome) -> Vec<String> {
    let status = match outcome.status {
        Status::Code(status) => format!("`{status}`"),
        Status::Range(digit) => format!("`{digit}XX`"),
        Status::Default => "Any other status".to_owned(),
    };
    let kept = if outcome.contents.is_empty() { " The document gives no schema." } else { "" };
    match outcome.docs.description.as_deref().map(str::trim).filter(|words| !words.is_empty()) {
        Some(words) => super::docs::lines(&format!("{status}: {words}")),
        None => vec![format!("{status}.{kept}")],
    }
}

/// What a type is that the document says nothing about.
pub(super) fn undescribed(ty: &Type) -> String {
    match &ty.parent {
        None => format!("The definition {}.", code(&ty.definition)),
        Some(Parent::Operation(_, role) | Parent::Operations(role) | Parent::Type(_, role)) => match role {
            Role::RequestBody => "The body of the request.".to_owned(),
            Role::ResponseBody(_) => "The body of the response.".to_owned(),
            Role::Parameter(name) => format!("The values of the parameter {}.", code(name)),
            Role::Property(name) => format!("The values of the member {}.", code(name)),
            Role::Items => "The elements of a list.".to_owned(),
            Role::Additional => "The values of a map.".to_owned(),
            Role::Variant(_) => "One of the alternatives.".to_owned(),
        },
    }
}

/// What stands in for a value that is absent.
pub(super) fn default(value: Option<&Value>) -> Option<String> {
    value.map(|value| format!("By default {}.", bounds::spelled(value)))
}

/// The docs of a property: its own words, or those of its type where it has none; then what
/// values must satisfy.
pub(super) fn property(scope: &Scope<'_>, property: &Property, field: &Ident) -> Paragraphs {
    let ty = &scope.emission().api[property.ty];
    let own = !is_empty(&property.docs);
    let words = match own {
        true => text(&property.docs, &property.name),
        false if ty.parent.is_some() => text(&ty.docs, &property.name),
        false => Paragraphs::default(),
    };
    let undescribed = words.is_empty();
    let named = scope.emission().names.ty(property.ty).is_some();
    let bounds = if named { Vec::new() } else { bounds::of(scope.emission().api, property.ty) };
    // A field that nothing is said of says its name, unless that is the same on the wire.
    words
        .add(
            (undescribed && field.plain() != property.name)
                .then(|| format!("The member {}.", code(&property.name))),
        )
        .add(bounds)
        .add(default(property.default.as_ref()))
        .add(direction(property))
        .add(external(&property.docs))
        .add(deprecation(&property.docs))
}

/// The title, unless it says nothing that the name and the description don't, and the description.
pub(super) fn text(docs: &Docs, name: &str) -> Paragraphs {
    let plain = |text: &str| -> String {
        text.chars().filter(|char| char.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let repeated = |title: &str| match &docs.description {
        None => false,
        Some(words) => plain(title) == plain(name) || plain(words).contains(&plain(title)),
    };
    let title = docs.summary.as_deref().filter(|title| !repeated(title));
    Paragraphs::default().words(title).words(docs.description.as_deref())
}

fn is_empty(docs: &Docs) -> bool {
    docs.summary.is_none() && docs.description.is_none()
}

/// Who sends a property, where that is one side only.
fn direction(property: &Property) -> Option<String> {
    match (property.read_only, property.write_only) {
        (true, _) => Some("Read-only: a client does not send it.".to_owned()),
        (false, true) => Some("Write-only: a server does not send it.".to_owned()),
        (false, false) => None,
    }
}

/// Where the document leads for more.
pub(super) fn external(docs: &Docs) -> Vec<String> {
    docs.external
        .iter()
        .flat_map(|(words, url)| {
            super::docs::lines(&format!("{}: {url}", words.as_deref().unwrap_or("See also")))
        })
        .collect()
}

/// The groups that an operation is in.
pub(super) fn tags(operation: &Operation) -> Vec<String> {
    let tags: Vec<String> = operation.tags.iter().map(|tag| code(tag)).collect();
    if tags.is_empty() { Vec::new() } else { super::docs::wrapped(&format!("Tags: {}.", tags.join(", "))) }
}

/// That the server trait has another operation for the same requests.
pub(super) fn hidden(emission: &Emission<'_>, id: OperationId) -> Vec<String> {
    let first = emission.facts.hidden_by(id).map(|first| emission.names.operation(first));
    let words = first.map(|first| {
        let first = code(first.client_method.plain());
        format!("Not in the server's trait: a request can't be told from one of {first}.")
    });
    words.map(|words| super::docs::wrapped(&words)).unwrap_or_default()
}

/// That a thing should not be used any more.
pub(super) fn deprecation(docs: &Docs) -> Option<String> {
    docs.deprecated.then(|| "Deprecated.".to_owned())
}
