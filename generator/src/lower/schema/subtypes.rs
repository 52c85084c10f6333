//! Who inherits from whom: Swagger 2.0 says it only in the subtypes, by `allOf`.

use std::collections::{HashMap, HashSet};

use openapiv3::{OpenAPI, ReferenceOr};

use super::keywords::Keywords;
use crate::lower::Scope;
use crate::upgrade::extensions;

/// For each definition, the definitions that name it in an `allOf`, in document order.
pub(in crate::lower) fn subtypes(openapi: &OpenAPI) -> HashMap<&str, Vec<&str>> {
    let mut subtypes: HashMap<&str, Vec<&str>> = HashMap::new();
    let Some(components) = &openapi.components else { return subtypes };
    for (key, schema) in &components.schemas {
        let ReferenceOr::Item(schema) = schema else { continue };
        if schema.schema_data.extensions.contains_key(extensions::ANNOTATED_REFERENCE) {
            continue;
        }
        for member in Keywords::of(schema).all_of {
            if let ReferenceOr::Reference { reference } = member
                && let Some(base) = extensions::schema_key(reference)
                && let Some((base, _)) = components.schemas.get_key_value(&*base)
            {
                subtypes.entry(base).or_default().push(key);
            }
        }
    }
    subtypes
}

impl<'a> Scope<'a> {
    /// Whether a definition is the base of a hierarchy: values of its type may be of a subtype.
    pub(super) fn is_base(&self, reference: &str) -> bool {
        let found = extensions::schema_key(reference).and_then(|key| self.definition(&key));
        found.is_some_and(|(key, schema)| {
            self.subtypes.contains_key(key)
                && schema.as_item().is_some_and(|schema| schema.schema_data.discriminator.is_some())
        })
    }

    /// All that inherit from a definition, near and far, in document order.
    pub(super) fn descendants(&self, key: &str) -> Vec<&'a str> {
        let mut found: HashSet<&'a str> = HashSet::new();
        let mut next = vec![key];
        while let Some(base) = next.pop() {
            for subtype in self.subtypes.get(base).into_iter().flatten() {
                if *subtype != key && found.insert(subtype) {
                    next.push(subtype);
                }
            }
        }
        let schemas = self.openapi.components.as_ref().map(|components| &components.schemas);
        let mut found: Vec<&'a str> = found.into_iter().collect();
        found.sort_by_key(|key| schemas.and_then(|schemas| schemas.get_index_of(*key)));
        found
    }
}
