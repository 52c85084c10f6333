//! Media types of bodies, and examples.

use indexmap::IndexMap;
use openapiv3 as oas;
use openapiv3::{Encoding, MediaType, QueryStyle, ReferenceOr};
use serde_json::Value;

use super::{Converter, nouns};
use crate::source::{Node, below};
use crate::swagger::Fields;

impl Converter<'_, '_> {
    /// The member `content` of the part at `at`.
    pub(super) fn content(
        &mut self,
        fields: &Fields<'_, '_>,
        shared: bool,
        at: &str,
    ) -> IndexMap<String, MediaType> {
        let media_types = fields.map("content").into_iter();
        let media_types = media_types.filter_map(|(name, node)| {
            let at = below(at, ["content", name]);
            Some((name.to_owned(), self.media_type(node, shared, &at)?))
        });
        media_types.collect()
    }

    /// The member `example` of the part at `at`.
    pub(super) fn example(&mut self, fields: &Fields<'_, '_>, at: &str) -> Option<Value> {
        let example = fields.data("example")?;
        self.record(below(at, ["example"]), &fields.pointer().child("example"));
        Some(example)
    }

    /// The member `examples` of the part at `at`.
    pub(super) fn examples(
        &mut self,
        fields: &Fields<'_, '_>,
        at: &str,
    ) -> IndexMap<String, ReferenceOr<oas::Example>> {
        let examples = fields.map("examples").into_iter();
        let examples = examples.filter_map(|(name, node)| {
            let at = below(at, ["examples", name]);
            Some((name.to_owned(), ReferenceOr::Item(self.named_example(node, &at)?)))
        });
        examples.collect()
    }

    fn media_type(&mut self, node: Node<'_>, shared: bool, at: &str) -> Option<MediaType> {
        let reader = self.reader;
        let fields = Fields::open(node, &nouns::MEDIA_TYPE, &reader)?;
        self.record(at, &fields.pointer());
        let encodings = fields.map("encoding").into_iter();
        Some(MediaType {
            schema: self.schema(&fields, shared, &below(at, ["schema"])),
            example: self.example(&fields, at),
            examples: self.examples(&fields, at),
            encoding: encodings
                .filter_map(|(name, node)| Some((name.to_owned(), self.encoding(node)?)))
                .collect(),
            extensions: fields.extensions(),
        })
    }

    fn named_example(&mut self, node: Node<'_>, at: &str) -> Option<oas::Example> {
        let reader = self.reader;
        let fields = Fields::open(node, &nouns::EXAMPLE, &reader)?;
        self.record(at, &fields.pointer());
        self.record(below(at, ["value"]), &fields.pointer().child("value"));
        Some(oas::Example {
            summary: fields.text("summary"),
            description: fields.text("description"),
            value: fields.data("value"),
            external_value: fields.text("externalValue"),
            extensions: fields.extensions(),
        })
    }

    fn encoding(&self, node: Node<'_>) -> Option<Encoding> {
        let fields = Fields::open(node, &nouns::ENCODING, &self.reader)?;
        let style = fields.member("style");
        let style = style.map(|style| match style.as_str() {
            Some("spaceDelimited") => QueryStyle::SpaceDelimited,
            Some("pipeDelimited") => QueryStyle::PipeDelimited,
            Some("deepObject") => QueryStyle::DeepObject,
            _ => QueryStyle::Form,
        });
        let explode = fields.optional_flag("explode");
        Some(Encoding {
            content_type: fields.text("contentType"),
            headers: IndexMap::new(),
            // Only `form` is exploded where nothing is said (OpenAPI 3.0, "Encoding Object").
            explode: explode.unwrap_or(matches!(style, None | Some(QueryStyle::Form))),
            style,
            allow_reserved: fields.flag("allowReserved"),
            extensions: fields.extensions(),
        })
    }
}
