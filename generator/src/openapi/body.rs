//! Request bodies.

use openapiv3 as oas;
use openapiv3::ReferenceOr;

use super::{Converter, nouns};
use crate::source::below;
use crate::swagger::Fields;

impl Converter<'_, '_> {
    /// The request body of the operation at `at`.
    pub(super) fn request_body(
        &mut self,
        operation: &Fields<'_, '_>,
        at: &str,
    ) -> Option<ReferenceOr<oas::RequestBody>> {
        let reader = self.reader;
        let at = below(at, ["requestBody"]);
        let node = operation.member("requestBody")?;
        let shared = node.reference().is_some();
        let fields = Fields::open(node, &nouns::REQUEST_BODY, &reader)?;
        self.record(at.as_str(), &fields.pointer());
        Some(ReferenceOr::Item(oas::RequestBody {
            description: fields.text("description"),
            content: self.content(&fields, shared, &at),
            required: fields.flag("required"),
            extensions: fields.extensions(),
        }))
    }
}
