//! What the parts of the conversion share.

use openapiv3 as oas;
use openapiv3::ReferenceOr;

use crate::diagnostic::{Diagnostic, Sink};
use crate::source::{Node, Pointer, Sources};
use crate::swagger::{Dialect, Fields, Reader, Schema};
use crate::upgrade::schemas::Schemas;
use crate::upgrade::{Origins, SharedParameters};

/// A conversion that is going on.
pub(super) struct Converter<'a, 'l> {
    pub(super) reader: Reader<'a, 'l>,
    /// The schemas so far, and all findings and origins.
    pub(super) schemas: Schemas<'a, 'l>,
    /// What has been made of the parameters that a `$ref` led to.
    pub(super) shared_parameters: SharedParameters,
}

impl<'a, 'l> Converter<'a, 'l> {
    pub(super) fn new(root: &Node<'_>, sources: &'a Sources<'l>, sink: &'a Sink) -> Self {
        let reader = Reader::of(Dialect::OpenApi3, sources, sink);
        let schemas = Schemas::new(root.pointer.clone(), reader, sources, sink);
        Self { reader, schemas, shared_parameters: SharedParameters::default() }
    }

    pub(super) fn into_origins(self) -> Origins {
        self.schemas.into_origins()
    }

    /// Adds a finding.
    pub(super) fn report(&self, diagnostic: Diagnostic) {
        self.schemas.report(diagnostic);
    }

    /// Says that the part at `new` is made from `old`.
    pub(super) fn record(&mut self, new: impl AsRef<str>, old: &Pointer) {
        self.schemas.record(new, old);
    }

    /// The member `schema`, which is to stand at `at`. What is inline in a part that is `shared`
    /// becomes a component.
    pub(super) fn schema(
        &mut self,
        fields: &Fields<'_, '_>,
        shared: bool,
        at: &str,
    ) -> Option<ReferenceOr<oas::Schema>> {
        let schema = Schema::read(fields.member("schema")?, &self.reader)?;
        Some(match shared {
            true => self.schemas.shared_schema(&schema, at),
            false => self.schemas.schema(&schema, at),
        })
    }
}
