//! An API as compact text.

use std::fmt::Write;

use crate::api::{Api, Content, Operation, Parent, PathSegment, Role, Shape, Style, TypeId};

/// All definitions and their inline parts.
pub(super) fn types(api: &Api) -> String {
    let mut text = String::new();
    for id in api.type_ids().filter(|id| api[*id].parent.is_none()) {
        let _ = writeln!(text, "{}: {}", name(api, id), body(api, id));
    }
    text
}

/// All operations.
pub(super) fn operations(api: &Api) -> String {
    api.operations.iter().map(|operation| self::operation(api, operation)).collect()
}

fn operation(api: &Api, operation: &Operation) -> String {
    let segments: Vec<String> = operation.path.segments.iter().map(|pieces| segment(pieces)).collect();
    let method = operation.method.key().to_uppercase();
    let query = operation.path.to_string().split_off(operation.path.text.len());
    let mut text = format!("{method} {}{query}\n", segments.join(" / "));
    for parameter in &operation.parameters {
        let required = if parameter.required { "" } else { "?" };
        let style =
            if parameter.style == Style::Csv { String::new() } else { format!(" {:?}", parameter.style) };
        let _ = write!(
            text,
            "  {:?} {}{required}: {}{style}",
            parameter.location,
            parameter.name,
            ty(api, parameter.ty)
        );
        if let Some(example) = &parameter.example {
            let _ = write!(text, ", such as {example}");
        }
        text += "\n";
    }
    if let Some(body) = &operation.body {
        let required = if body.required { "" } else { "?" };
        let _ = writeln!(text, "  body{required}: {}", contents(api, &body.contents));
    }
    for outcome in &operation.outcomes {
        let _ = writeln!(text, "  {:?}: {}", outcome.status, contents(api, &outcome.contents));
        for header in &outcome.headers {
            let _ = writeln!(text, "    {}: {}", header.name, ty(api, header.ty));
        }
    }
    for requirement in &operation.security {
        let schemes: Vec<&str> = requirement.schemes.iter().map(|(id, _)| &*api[*id].name).collect();
        let _ = writeln!(text, "  security: {}", schemes.join(" + "));
    }
    text
}

fn segment(pieces: &[PathSegment]) -> String {
    let piece = |piece: &PathSegment| match piece {
        PathSegment::Literal(text) => text.clone(),
        PathSegment::Parameter(name) => format!("{{{name}}}"),
    };
    pieces.iter().map(piece).collect::<Vec<_>>().join("")
}

fn contents(api: &Api, contents: &[Content]) -> String {
    let content = |content: &Content| {
        let examples: String =
            content.examples.iter().map(|example| format!(", such as {}", example.value)).collect();
        let ty = content.ty.map(|id| format!(" {}", ty(api, id))).unwrap_or_default();
        format!("{} {:?}{ty}{examples}", content.media_type, content.encoding)
    };
    match contents {
        [] => "anything".to_owned(),
        contents => contents.iter().map(content).collect::<Vec<_>>().join(" | "),
    }
}

fn name(api: &Api, id: TypeId) -> String {
    match &api[id].parent {
        None => api[id].pointer.last().unwrap_or_default().into_owned(),
        Some(Parent::Operation(..) | Parent::Operations(_)) => "(inline)".to_owned(),
        Some(Parent::Type(parent, role)) => {
            let role = match role {
                Role::Property(name) => name.clone(),
                Role::Variant(index) => index.to_string(),
                role => format!("{role:?}"),
            };
            format!("{}.{role}", name(api, *parent))
        }
    }
}

/// A definition by its name, an inline type as what it is, unless it is a part of itself.
fn ty(api: &Api, id: TypeId) -> String {
    match api[id].parent {
        Some(_) if !holds_itself(api, id) => body(api, id),
        _ => name(api, id),
    }
}

/// Whether writing out inline types would never end.
fn holds_itself(api: &Api, id: TypeId) -> bool {
    let mut seen = Vec::new();
    let mut next = api[id].shape.references();
    while let Some(held) = next.pop() {
        if api[held].parent.is_some() && !seen.contains(&held) {
            seen.push(held);
            next.extend(api[held].shape.references());
        }
    }
    seen.contains(&id)
}

fn body(api: &Api, id: TypeId) -> String {
    let this = &api[id];
    let mut text = match &this.shape {
        Shape::Any => "any".to_owned(),
        Shape::Boolean => "boolean".to_owned(),
        Shape::Bytes => "bytes".to_owned(),
        Shape::Integer(format) => format!("integer {format:?}"),
        Shape::Number(format) => format!("number {format:?}"),
        Shape::String(format) => format!("string {format:?}"),
        Shape::Enumeration(values) => {
            let values: Vec<String> = values.iter().map(|value| value.value.to_string()).collect();
            values.join(" | ")
        }
        Shape::Array(items) => format!("[{}]", ty(api, *items)),
        Shape::Map(values) => format!("{{*: {}}}", ty(api, *values)),
        Shape::Alias(target) => format!("= {}", ty(api, *target)),
        Shape::Object(object) => {
            let mut members: Vec<String> = Vec::new();
            for property in &object.properties {
                let required = if property.required { "" } else { "?" };
                let null = if property.nullable { " or null" } else { "" };
                let default =
                    property.default.as_ref().map(|value| format!(" = {value}")).unwrap_or_default();
                members.push(format!("{}{required}: {}{null}{default}", property.name, ty(api, property.ty)));
            }
            members.extend(object.additional.map(|ty| format!("*: {}", self::ty(api, ty))));
            members.extend(object.closed.then(|| "closed".to_owned()));
            format!("{{{}}}", members.join(", "))
        }
        Shape::Union(union) => {
            let variants: Vec<String> = union
                .variants
                .iter()
                .enumerate()
                .map(|(index, variant)| {
                    let tag = variant.tag.as_ref().map(|tag| format!("{tag:?} ")).unwrap_or_default();
                    let fallback = if union.fallback == Some(index) { "else " } else { "" };
                    format!("{fallback}{tag}{}", ty(api, variant.ty))
                })
                .collect();
            format!("{}({})", union.discriminator.as_deref().unwrap_or("one of "), variants.join(" | "))
        }
    };
    let limits =
        format!("{:?}", this.constraints).replace("Some(", "").replace("Number(", "").replace(')', "");
    let set: Vec<&str> = limits
        .trim_start_matches("Constraints { ")
        .trim_end_matches(" }")
        .split(", ")
        .filter(|limit| !limit.ends_with("None") && !limit.ends_with("false"))
        .collect();
    if !set.is_empty() {
        let _ = write!(text, " <{}>", set.join(", "));
    }
    if this.nullable {
        text += " nullable";
    }
    if this.secret {
        text += " secret";
    }
    text
}
