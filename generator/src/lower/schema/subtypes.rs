//! Who inherits from whom: Swagger 2.0 says it only in the subtypes, by `allOf`.

use std::collections::{HashMap, HashSet, VecDeque};

use openapiv3::{Discriminator, OpenAPI, ReferenceOr};

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

impl<'a> Scope<'a, '_> {
    /// Whether a definition is the base of a hierarchy: values of its type may be of a subtype.
    pub(super) fn is_base(&self, reference: &str) -> bool {
        let found = extensions::schema_key(reference).and_then(|key| self.definition(&key));
        found.is_some_and(|(key, schema)| {
            self.given.subtypes.contains_key(key)
                && schema.as_item().is_some_and(|schema| self.discriminator(&Keywords::of(schema)).is_some())
        })
    }

    /// What tells the types of a hierarchy apart: as the schema says, or the nearest one that it inherits
    /// from (Swagger 2.0, Composition and Inheritance).
    pub(super) fn discriminator(&self, keywords: &Keywords<'a>) -> Option<&'a Discriminator> {
        let mut seen = HashSet::new();
        let relevant = |of: &Keywords<'a>| (of.data, of.all_of, of.alternatives.is_empty());
        let mut next = VecDeque::from([relevant(keywords)]);
        while let Some((data, all_of, has_no_alternatives)) = next.pop_front() {
            match &data.discriminator {
                Some(discriminator) if has_no_alternatives => return Some(discriminator),
                _ => {}
            }
            for member in all_of {
                if let ReferenceOr::Reference { reference } = member
                    && let Some(base) = extensions::schema_key(reference)
                    && let Some((key, ReferenceOr::Item(schema))) = self.definition(&base)
                    && seen.insert(key)
                {
                    next.push_back(relevant(&Keywords::of(schema)));
                }
            }
        }
        None
    }

    /// All that inherit from a definition, near and far, in document order.
    pub(super) fn descendants(&self, key: &str) -> Vec<&'a str> {
        let mut found: HashSet<&'a str> = HashSet::new();
        let mut next = vec![key];
        while let Some(base) = next.pop() {
            for subtype in self.given.subtypes.get(base).into_iter().flatten() {
                if *subtype != key && found.insert(subtype) {
                    next.push(subtype);
                }
            }
        }
        let schemas = self.given.openapi.components.as_ref().map(|components| &components.schemas);
        let mut found: Vec<&'a str> = found.into_iter().collect();
        found.sort_by_key(|key| schemas.and_then(|schemas| schemas.get_index_of(*key)));
        found
    }
}
