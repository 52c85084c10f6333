//! Discriminators, whose mapping refers to schemas without `$ref`.

use openapiv3 as oas;

use super::super::extensions::schema_reference;
use super::Schemas;
use crate::diagnostic::{self as codes, Diagnostic, Place, Sink};
use crate::source::Pointer;
use crate::swagger::{Discriminator, Reference};

impl Schemas<'_, '_> {
    /// The discriminator of the schema at `schema`, its mapping in terms of components.
    pub(super) fn discriminator(
        &mut self,
        discriminator: &Discriminator,
        schema: &Pointer,
    ) -> oas::Discriminator {
        let mapping = schema.child("discriminator").child("mapping");
        let mapping = discriminator.mapping.iter().filter_map(|(value, target)| {
            let key = self.mapped(target, mapping.child(value))?;
            Some((value.clone(), schema_reference(&key)))
        });
        oas::Discriminator {
            property_name: discriminator.property.clone(),
            mapping: mapping.collect(),
            extensions: Default::default(),
        }
    }

    /// The key of the component that is mapped to: by its name, or as by a `$ref`. Bundlers tend to
    /// leave the names of files behind that are no more, and nothing depends on them.
    fn mapped(&mut self, target: &str, pointer: Pointer) -> Option<String> {
        let is_name = !target.contains(['#', '/', '.']);
        if is_name {
            return Some(target.to_owned());
        }
        let reference = Reference { pointer: pointer.clone(), text: target.to_owned() };
        let key = self.keys.of_reference(&reference, self.sources, &Sink::new());
        if key.is_none() {
            let message = format!("`{target}` leads to no schema; ignored");
            self.report(Diagnostic::new(&codes::IGNORED_MEMBER, Place::Value(pointer), message));
        }
        key
    }
}
