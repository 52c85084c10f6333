//! Headers of responses.

use openapiv3 as oas;
use openapiv3::{HeaderStyle, ParameterSchemaOrContent};

use super::extensions::COLLECTION_FORMAT;
use super::parameter::{example, is_array};
use super::upgrader::Upgrader;
use crate::source::below;
use crate::swagger::Header;

impl Upgrader<'_, '_> {
    /// The header that is to stand at `at`.
    pub(super) fn header(&mut self, header: &Header, at: &str) -> oas::Header {
        self.schemas.record(at, &header.pointer);
        let mut extensions = header.extensions.clone();
        if is_array(&header.schema) {
            let format = header.schema.collection_format.unwrap_or_default();
            extensions.insert(COLLECTION_FORMAT.to_owned(), format.as_str().into());
        }
        oas::Header {
            description: header.description.clone(),
            style: HeaderStyle::Simple,
            required: false,
            deprecated: None,
            example: example(&header.schema, &header.extensions),
            format: ParameterSchemaOrContent::Schema(
                self.schemas.schema(&header.schema, &below(at, ["schema"])),
            ),
            examples: Default::default(),
            extensions,
        }
    }
}
