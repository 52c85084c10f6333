//! `oneOf`, `anyOf`, and the hierarchies that a `discriminator` makes of `allOf`.

use openapiv3::{Discriminator, ReferenceOr, Schema};

use super::keywords::{Keywords, Kind, Slot};
use super::merge::{Alternatives, Merge};
use crate::api::{Parent, Role, Shape, TypeId, Union, Variant};
use crate::diagnostic::{NOT_ENFORCED, UNSUPPORTED_SCHEMA};
use crate::lower::{Scope, docs};
use crate::source::below;
use crate::upgrade::extensions;

/// How many alternatives all the `allOf` of a document may make of those of others.
pub(in crate::lower) const MOST_EXTENSIONS: usize = 10_000;

impl<'a> Scope<'a, '_> {
    /// The union of a base and all that inherit from it (Swagger 2.0, Composition and
    /// Inheritance): a value of the base's type may be of any subtype. So may one of a subtype that others
    /// inherit from.
    pub(super) fn hierarchy(
        &mut self,
        id: TypeId,
        keywords: &Keywords<'a>,
        at: &str,
        key: &'a str,
    ) -> Option<Shape> {
        let descendants = self.descendants(key);
        if descendants.is_empty() || !keywords.alternatives.is_empty() {
            return None;
        }
        let discriminator = self.discriminator(keywords)?;
        let mut variants = Vec::new();
        for subtype in &descendants {
            let ty = self.named(&extensions::schema_reference(subtype), at);
            variants.push(Variant { tag: Some(self.tag(subtype, discriminator)), ty });
        }
        let base = self.base(id, keywords.data, at, variants.len());
        let shape = match keywords.all_of.is_empty() {
            true => self.simple(base, keywords, at),
            false => self.composed(base, keywords, at),
        };
        self.store.api[base].shape = shape;
        let fallback = Some(variants.len());
        variants.push(Variant { tag: Some(self.tag(key, discriminator)), ty: base });
        Some(Shape::Union(Union {
            discriminator: Some(discriminator.property_name.clone()),
            variants,
            fallback,
        }))
    }

    /// The type of the members that all variants of a hierarchy have.
    fn base(&mut self, id: TypeId, data: &openapiv3::SchemaData, at: &str, index: usize) -> TypeId {
        let parent = Parent::Type(id, Role::Variant(index));
        let base = self.store.allocate(self.origin(at), Some(parent));
        self.store.api[base].docs = docs::of_schema(data);
        base
    }

    /// The value of the discriminator that tells a definition: as the mapping says (OpenAPI 3),
    /// as the definition says, or the name that it has in the document.
    fn tag(&self, key: &str, discriminator: &Discriminator) -> String {
        let mapped = discriminator.mapping.iter().find(|(_, target)| {
            target.as_str() == key || extensions::schema_key(target).is_some_and(|target| target == key)
        });
        if let Some((tag, _)) = mapped {
            return tag.clone();
        }
        let said = self.definition(key).and_then(|(_, schema)| {
            schema.as_item()?.schema_data.extensions.get("x-ms-discriminator-value")?.as_str()
        });
        if let Some(tag) = said {
            return tag.to_owned();
        }
        let written = self.origin(&extensions::schema_place(key));
        written.last().map_or_else(|| key.to_owned(), |name| name.into_owned())
    }

    /// The shape of what was gathered, with alternatives among it.
    pub(super) fn union(&mut self, mut merge: Merge<'a>, id: TypeId, at: &str) -> Shape {
        let alternatives = std::mem::take(&mut merge.alternatives);
        let [alternatives] = <[Alternatives<'a>; 1]>::try_from(alternatives).unwrap_or_else(|several| {
            let why = "more than one `oneOf` or `anyOf` must be satisfied together";
            self.store.fault(id, self.finding(&UNSUPPORTED_SCHEMA, at, why));
            several.into_iter().next().map_or([Alternatives::Defined(id)], |first| [first])
        });
        match alternatives {
            Alternatives::Defined(target) if merge.has_members() => self.extended(merge, id, target, at),
            Alternatives::Defined(target) if target == id => Shape::Any,
            Alternatives::Defined(target) => Shape::Alias(target),
            Alternatives::Written { schemas, at: list, .. } if are_only_limits(schemas) => {
                let message = "which of the alternatives of `required` holds is not checked";
                self.sink.report(self.finding(&NOT_ENFORCED, &list, message));
                self.merged(merge, id, at)
            }
            Alternatives::Written { schemas, at: list, discriminator } => {
                self.written(merge, id, at, schemas, &list, discriminator)
            }
        }
    }

    /// A `oneOf` or `anyOf` that is written in the schema.
    fn written(
        &mut self,
        merge: Merge<'a>,
        id: TypeId,
        at: &str,
        schemas: &'a [ReferenceOr<Schema>],
        list: &str,
        discriminator: Option<&'a Discriminator>,
    ) -> Shape {
        let mut union = Union {
            discriminator: discriminator.map(|said| said.property_name.clone()),
            variants: Vec::new(),
            fallback: None,
        };
        let is_extended = merge.has_members() && discriminator.is_none();
        for (index, schema) in schemas.iter().enumerate() {
            let at = below(list, [&index.to_string()]);
            let slot = Slot::from(schema);
            let parent = Parent::Type(id, Role::Variant(index));
            let ty = match is_extended {
                true => {
                    let ty = self.store.allocate(self.origin(&at), Some(parent));
                    let mut merge = merge.clone();
                    self.gather_slot(&mut merge, ty, slot, &at);
                    let shape = self.merged(merge, ty, &at);
                    self.store.api[ty].shape = shape;
                    ty
                }
                false => self.type_of(slot, &at, parent),
            };
            let tag = match (discriminator, slot) {
                (Some(discriminator), Slot::Reference(reference)) => {
                    extensions::schema_key(reference).map(|key| self.tag(&key, discriminator))
                }
                _ => None,
            };
            union.variants.push(Variant { tag, ty });
        }
        if merge.has_members() && !is_extended {
            union.fallback = Some(union.variants.len());
            let base = self
                .store
                .allocate(self.origin(at), Some(Parent::Type(id, Role::Variant(union.variants.len()))));
            let shape = self.object_of(merge, base, at);
            self.store.api[base].shape = shape;
            union.variants.push(Variant { tag: None, ty: base });
        }
        match union.variants.as_slice() {
            [only] if only.ty != id => Shape::Alias(only.ty),
            _ => self.alike(id, &union, at).unwrap_or(Shape::Union(union)),
        }
    }

    /// The scalar that all alternatives are, where they differ in their limits only, which are the
    /// limits of none then.
    fn alike(&self, id: TypeId, union: &Union, at: &str) -> Option<Shape> {
        let first = &self.store.api[union.variants.first()?.ty];
        let is_alike = |variant: &Variant| {
            let ty = &self.store.api[variant.ty];
            let is_inline = matches!(&ty.parent, Some(Parent::Type(owner, _)) if *owner == id);
            is_inline && ty.shape == first.shape && !ty.nullable && !ty.secret
        };
        let is_one = first.shape.is_scalar() && union.variants.iter().all(is_alike);
        if !is_one || matches!(first.shape, Shape::Enumeration(_)) {
            return None;
        }
        let message = "the alternatives are all of one type; which of their limits hold is not checked";
        self.sink.report(self.finding(&NOT_ENFORCED, at, message));
        Some(first.shape.clone())
    }

    /// A union that is defined elsewhere, with members added to each of its variants.
    fn extended(&mut self, merge: Merge<'a>, id: TypeId, target: TypeId, at: &str) -> Shape {
        let Shape::Union(mut union) = self.store.api[target].shape.clone() else { return Shape::Any };
        self.extensions += union.variants.len();
        if self.extending.contains(&target) || self.extensions > MOST_EXTENSIONS {
            let why = "the `allOf` multiplies alternatives that are alternatives of each other";
            self.store.fault(id, self.finding(&UNSUPPORTED_SCHEMA, at, why));
            return Shape::Any;
        }
        self.extending.push(target);
        for (index, variant) in union.variants.iter_mut().enumerate() {
            variant.ty = self.extended_variant(merge.clone(), variant.ty, id, index, at);
        }
        self.extending.pop();
        Shape::Union(union)
    }

    fn extended_variant(
        &mut self,
        mut merge: Merge<'a>,
        variant: TypeId,
        owner: TypeId,
        index: usize,
        at: &str,
    ) -> TypeId {
        let ty = self.store.allocate(self.origin(at), Some(Parent::Type(owner, Role::Variant(index))));
        let variant = self.settle(variant);
        if self.is_done(variant) {
            self.absorb(&mut merge, variant);
        } else {
            let why = "the `allOf` comes back to the schema that it is part of";
            self.store.fault(ty, self.finding(&UNSUPPORTED_SCHEMA, at, why));
        }
        let shape = self.merged(merge, ty, at);
        self.store.api[ty].shape = shape;
        ty
    }
}

/// Whether the alternatives say only which members are required, which no type can express.
fn are_only_limits(schemas: &[ReferenceOr<Schema>]) -> bool {
    schemas.iter().all(|schema| match Slot::from(schema) {
        Slot::Reference(_) => false,
        Slot::Inline(schema) => {
            let keywords = Keywords::of(schema);
            matches!(keywords.kind, Kind::Missing | Kind::Object)
                && !keywords.required.is_empty()
                && keywords.properties.is_none_or(|properties| properties.is_empty())
                && keywords.additional.is_none()
                && keywords.items.is_none()
                && keywords.all_of.is_empty()
                && keywords.alternatives.is_empty()
                && keywords.enumeration.is_empty()
        }
    })
}
