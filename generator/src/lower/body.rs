//! Bodies: which media types, and how values become bytes in each.

use indexmap::IndexMap;
use openapiv3::{MediaType, ReferenceOr, RequestBody, Schema};

use super::schema::{self, Slot};
use super::{Scope, Skip, docs, scope};
use crate::api::{Body, Content, Encoding, OperationId, Parent, Role, Shape, TypeId};
use crate::diagnostic::MISSING_TARGET;
use crate::source::escape;
use crate::upgrade::extensions;

impl<'a> Scope<'a> {
    /// The body of a request.
    pub(super) fn request_body(
        &mut self,
        id: OperationId,
        written: Option<&'a ReferenceOr<RequestBody>>,
        at: &str,
    ) -> Result<Option<Body>, Skip> {
        let Some(written) = written else { return Ok(None) };
        let at = format!("{at}/requestBody");
        let components = self.openapi.components.as_ref();
        let found = scope::follow(written, &at, "requestBodies", |key| components?.request_bodies.get(key));
        let Some((body, at)) = found else {
            let why = "the request body is a reference that leads nowhere";
            return Err(Box::new(self.finding(&MISSING_TARGET, &at, why)));
        };
        let contents = self.contents(&body.content, &at, Parent::Operation(id, Role::RequestBody));
        if contents.is_empty() {
            return Ok(None);
        }
        Ok(Some(Body {
            pointer: self.origin(&at),
            name: body
                .extensions
                .get(extensions::BODY_NAME)
                .and_then(|name| name.as_str())
                .map(str::to_owned),
            required: body.required,
            docs: docs::of_description(body.description.as_ref(), false),
            contents,
        }))
    }

    /// The media types of a body, JSON first. One schema under several media types is one type.
    pub(super) fn contents(
        &mut self,
        written: &'a IndexMap<String, MediaType>,
        at: &str,
        parent: Parent,
    ) -> Vec<Content> {
        let mut known: Vec<(&'a ReferenceOr<Schema>, bool, TypeId)> = Vec::new();
        let mut contents: Vec<Content> = Vec::new();
        for (media_type, media) in written {
            let at = format!("{at}/content/{}", escape(media_type));
            let kind = MediaKind::of(media_type);
            let Some(schema) = media.schema.as_ref().filter(|schema| !self.is_binary(Slot::from(*schema)))
            else {
                let media_type = media_type.clone();
                contents.push(Content {
                    media_type,
                    encoding: Encoding::Raw,
                    ty: None,
                    examples: Vec::new(),
                });
                continue;
            };
            let multipart = kind == MediaKind::Multipart;
            let same = known.iter().find(|(other, of, _)| *of == multipart && *other == schema);
            let ty = match same {
                Some((_, _, ty)) => *ty,
                None => {
                    self.binary_is_bytes = multipart;
                    let ty = self.type_of(schema, &format!("{at}/schema"), parent.clone());
                    self.binary_is_bytes = false;
                    known.push((schema, multipart, ty));
                    ty
                }
            };
            let target = self.settle(ty);
            let encoding = kind.encoding(&self.store.api[target].shape);
            let typed = encoding != Encoding::Raw;
            let examples = if typed { self.examples(media, &at, encoding, ty) } else { Vec::new() };
            let ty = typed.then_some(ty);
            contents.push(Content { media_type: media_type.clone(), encoding, ty, examples });
        }
        contents.sort_by_key(|content| content.encoding != Encoding::Json);
        contents
    }

    /// Whether a schema is bytes: Swagger 2.0 `type: file`, OpenAPI 3 `format: binary`.
    fn is_binary(&self, slot: Slot<'a>) -> bool {
        let mut slot = slot;
        for _ in 0..32 {
            slot = match slot {
                Slot::Inline(schema) if schema::is_binary(schema) => return true,
                Slot::Inline(schema) => match self.only_reference(schema) {
                    Some(reference) => Slot::Reference(reference),
                    None => return false,
                },
                Slot::Reference(reference) => {
                    let key = extensions::schema_key(reference);
                    match key.and_then(|key| self.definition(&key)) {
                        Some((_, schema)) => Slot::from(schema),
                        None => return false,
                    }
                }
            }
        }
        false
    }
}

/// What a media type says about how to read it (RFC 6838, RFC 6839 for the suffixes).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum MediaKind {
    Json,
    Form,
    Multipart,
    Text,
    /// `*/*` and `application/*` say nothing.
    Wildcard,
    Other,
}

impl MediaKind {
    fn of(media_type: &str) -> Self {
        let lower = media_type.to_ascii_lowercase();
        let (essence, parameters) = lower.split_once(';').unwrap_or((&lower, ""));
        match essence.trim() {
            // Kubernetes: one value after the other, for as long as the watch goes on.
            _ if parameters.contains("stream=") => Self::Other,
            "application/json-seq" | "application/stream+json" | "text/event-stream" => Self::Other,
            "application/json" | "text/json" | "application/x-json" | "text/x-json" | "json" => Self::Json,
            json if json.ends_with("+json") => Self::Json,
            "application/x-www-form-urlencoded" => Self::Form,
            "multipart/form-data" => Self::Multipart,
            "*/*" | "application/*" | "*" => Self::Wildcard,
            text if text.starts_with("text/") => Self::Text,
            _ => Self::Other,
        }
    }

    /// How values of a shape become bytes. What has no structure of its own in a media type is
    /// kept as it comes.
    fn encoding(self, shape: &Shape) -> Encoding {
        let is_object = matches!(shape, Shape::Object(_) | Shape::Map(_));
        let is_scalar = matches!(
            shape,
            Shape::Boolean | Shape::Integer(_) | Shape::Number(_) | Shape::String(_) | Shape::Enumeration(_)
        );
        match self {
            Self::Json => Encoding::Json,
            Self::Form if is_object => Encoding::Form,
            Self::Multipart if is_object => Encoding::Multipart,
            Self::Text if is_scalar => Encoding::Text,
            // A structure must have some syntax, and nobody means any other.
            Self::Wildcard if !is_scalar && *shape != Shape::Any => Encoding::Json,
            _ => Encoding::Raw,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::StringFormat;

    #[test]
    fn a_wildcard_is_json_for_structures_and_bytes_for_the_rest() {
        let encoding = |media_type, shape: &Shape| MediaKind::of(media_type).encoding(shape);
        let text = Shape::String(StringFormat::Plain);
        let list = Shape::Array(TypeId(0));

        assert_eq!(encoding("*/*", &list), Encoding::Json);
        assert_eq!(encoding("*/*", &text), Encoding::Raw);
        assert_eq!(encoding("application/merge-patch+json; charset=utf-8", &list), Encoding::Json);
        assert_eq!(encoding("application/json;stream=watch", &list), Encoding::Raw);
        assert_eq!(encoding("text/plain", &text), Encoding::Text);
        assert_eq!(encoding("text/plain", &list), Encoding::Raw);
        assert_eq!(encoding("application/xml", &list), Encoding::Raw);
    }
}
