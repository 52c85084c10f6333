//! Pieces of rustdoc that several items share.

use serde_json::Value;

use super::Emission;
use super::docs::{Paragraphs, code, line};
use super::scope::Scope;
use crate::api::{Constraints, Docs, Operation, Outcome, Parent, Property, Role, Status, Type};
use crate::names::Ident;

/// `` `POST /login` ``, as it is within a document.
pub(super) fn method_and_path(operation: &Operation) -> String {
    code(&format!("{} {}", operation.method.key().to_uppercase(), operation.path.text))
}

/// `` `POST /_matrix/client/api/v1/login`: logs a user in. ``
pub(super) fn heading(emission: &Emission<'_>, operation: &Operation) -> String {
    let base = &emission.api[operation.document].base_path;
    let place = code(&format!("{} {base}{}", operation.method.key().to_uppercase(), operation.path.text));
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
        Some(Parent::Operation(_, role) | Parent::Type(_, role)) => match role {
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
    let value = value?;
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    Some(format!("By default {}.", code(&text)))
}

/// The docs of a property: its own words, or those of its type where it has none; then what
/// values must satisfy.
pub(super) fn property(scope: &Scope<'_>, property: &Property, field: &Ident) -> Paragraphs {
    let ty = &scope.emission().api[property.ty];
    let own = property.docs.description.as_deref().or(property.docs.summary.as_deref());
    let inline = ty.parent.is_some();
    let words = own.or_else(|| ty.docs.description.as_deref().filter(|_| inline));
    let named = scope.emission().names.ty(property.ty).is_some();
    let bounds = if named { Vec::new() } else { constraints(&ty.constraints) };
    Paragraphs::default()
        .words(words)
        // A field that nothing is said of says its name, unless that is the same on the wire.
        .add(
            (words.is_none() && field.plain() != property.name)
                .then(|| format!("The member {}.", code(&property.name))),
        )
        .add(bounds)
        .add(deprecation(&property.docs))
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

/// That a thing should not be used any more.
pub(super) fn deprecation(docs: &Docs) -> Option<String> {
    docs.deprecated.then(|| "Deprecated.".to_owned())
}

/// What values must satisfy, in one line.
pub(super) fn constraints(constraints: &Constraints) -> Vec<String> {
    let bound = |words: &str, limit: &Option<u64>| limit.as_ref().map(|limit| format!("{words} {limit}"));
    let number = |words: &str, limit: &Option<serde_json::Number>, exclusive: bool| {
        let or_equal = if exclusive { "" } else { " or equal to" };
        limit.as_ref().map(|limit| format!("{words}{or_equal} {limit}"))
    };
    let all = [
        number("greater than", &constraints.minimum, constraints.exclusive_minimum),
        number("less than", &constraints.maximum, constraints.exclusive_maximum),
        constraints.multiple_of.as_ref().map(|factor| format!("a multiple of {factor}")),
        bound("length at least", &constraints.min_length),
        bound("length at most", &constraints.max_length),
        constraints.pattern.as_ref().map(|pattern| format!("matching {}", code(pattern))),
        bound("items at least", &constraints.min_items),
        bound("items at most", &constraints.max_items),
        constraints.unique_items.then(|| "items differ from each other".to_owned()),
        bound("members at least", &constraints.min_properties),
        bound("members at most", &constraints.max_properties),
    ];
    let all: Vec<_> = all.into_iter().flatten().collect();
    if all.is_empty() { Vec::new() } else { super::docs::wrapped(&format!("Must be: {}.", all.join("; "))) }
}
