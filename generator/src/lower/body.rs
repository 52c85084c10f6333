//! Bodies: which media types, and how values become bytes in each.

use std::cell::LazyCell;

use indexmap::IndexMap;
use openapiv3::{MediaType, ReferenceOr, RequestBody, Schema};

use super::media_kind::{self, MediaKind};
use super::schema::{self, Slot};
use super::{Scope, Skip, docs};
use crate::api::{Body, Content, Encoding, OperationId, Parent, Role, Shape, TypeId};
use crate::diagnostic::MISSING_TARGET;
use crate::source::below;
use crate::upgrade::{extensions, follow};

/// A media type of a body, with the type of its schema, also where what is sent are bytes.
struct Described {
    content: Content,
    schema: Option<TypeId>,
}

impl<'a> Scope<'a, '_> {
    /// The body of a request.
    pub(super) fn request_body(
        &mut self,
        id: OperationId,
        written: Option<&'a ReferenceOr<RequestBody>>,
        at: &str,
    ) -> Result<Option<Body>, Skip> {
        let Some(written) = written else { return Ok(None) };
        let at = below(at, ["requestBody"]);
        let components = self.given.openapi.components.as_ref();
        let found = follow(written, &at, "requestBodies", |key| components?.request_bodies.get(key));
        let Some((body, at)) = found else {
            let why = "the request body is a reference that leads nowhere";
            return Err(Box::new(self.finding(&MISSING_TARGET, &at, why)));
        };
        let described = self.described(&body.content, &at, Parent::Operation(id, Role::RequestBody));
        let contents: Vec<_> = described
            .iter()
            .filter(|one| !self.is_another_syntax(one, &described))
            .map(|one| one.content.clone())
            .collect();
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

    /// The media types of a body, JSON first.
    pub(super) fn contents(
        &mut self,
        written: &'a IndexMap<String, MediaType>,
        at: &str,
        parent: Parent,
    ) -> Vec<Content> {
        self.described(written, at, parent).into_iter().map(|one| one.content).collect()
    }

    /// The same, each with the type of its schema. One schema under several media types is one type.
    fn described(
        &mut self,
        written: &'a IndexMap<String, MediaType>,
        at: &str,
        parent: Parent,
    ) -> Vec<Described> {
        let mut known: Vec<(&'a ReferenceOr<Schema>, bool, TypeId)> = Vec::new();
        let mut contents: Vec<Described> = Vec::new();
        for (media_type, media) in written {
            let at = LazyCell::new(|| below(at, ["content", media_type]));
            let kind = MediaKind::of(media_type);
            let Some(schema) = media.schema.as_ref().filter(|schema| !self.is_binary(Slot::from(*schema)))
            else {
                let (media_type, encoding) = (media_type.clone(), Encoding::Raw);
                let content = Content { media_type, encoding, ty: None, examples: Vec::new() };
                contents.push(Described { content, schema: None });
                continue;
            };
            let multipart = kind == MediaKind::Multipart;
            let same = known.iter().find(|(other, of, _)| *of == multipart && *other == schema);
            let ty = match same {
                Some((_, _, ty)) => *ty,
                None => {
                    self.binary_is_bytes = multipart;
                    let ty = self.type_of(schema, &below(&at, ["schema"]), parent.clone());
                    self.binary_is_bytes = false;
                    known.push((schema, multipart, ty));
                    ty
                }
            };
            let target = self.settle(ty);
            let encoding = kind.encoding(&self.store.api[target].shape);
            let typed = encoding != Encoding::Raw;
            let examples = if typed { self.examples(media, &at, encoding, ty) } else { Vec::new() };
            let (schema, ty) = (Some(ty), typed.then_some(ty));
            let content = Content { media_type: media_type.clone(), encoding, ty, examples };
            contents.push(Described { content, schema });
        }
        contents.sort_by_key(|one| one.content.encoding != Encoding::Json);
        contents
    }

    /// Whether bytes are but a syntax that nothing here reads (XML, YAML) of a value that the body may be
    /// in one that is read. A picture is none of a structure, and what has no shape may be anything.
    fn is_another_syntax(&self, one: &Described, all: &[Described]) -> bool {
        let Some(schema) = one.schema.filter(|_| one.content.encoding == Encoding::Raw) else { return false };
        all.iter().any(|other| other.content.ty == Some(schema))
            && !media_kind::is_medium(&one.content.media_type)
            && self.store.api.resolved(schema).shape != Shape::Any
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
