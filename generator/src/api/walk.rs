//! The edges of the type graph, listed in one place for everything that walks it.

use super::{Api, Operation, ScalarKind, Shape, Type, TypeId, Union, Variant};

impl Shape {
    /// Whether values are scalars, which have a text.
    pub fn is_scalar(&self) -> bool {
        matches!(
            self,
            Self::Boolean | Self::Integer(_) | Self::Number(_) | Self::String(_) | Self::Enumeration(_)
        )
    }

    /// The types that values of this shape hold, in document order.
    pub fn references(&self) -> Vec<TypeId> {
        match self {
            Self::Array(ty) | Self::Map(ty) | Self::Alias(ty) => vec![*ty],
            Self::Object(object) => {
                object.properties.iter().map(|property| property.ty).chain(object.additional).collect()
            }
            Self::Union(union) => union.variants.iter().map(|variant| variant.ty).collect(),
            _ => Vec::new(),
        }
    }

    /// The same, to be replaced.
    pub fn references_mut(&mut self) -> Vec<&mut TypeId> {
        match self {
            Self::Array(ty) | Self::Map(ty) | Self::Alias(ty) => vec![ty],
            Self::Object(object) => object
                .properties
                .iter_mut()
                .map(|property| &mut property.ty)
                .chain(object.additional.as_mut())
                .collect(),
            Self::Union(union) => union.variants.iter_mut().map(|variant| &mut variant.ty).collect(),
            _ => Vec::new(),
        }
    }
}

impl Operation {
    /// The types that the operation names, each as often as it names it.
    pub fn references(&self) -> Vec<TypeId> {
        let mut types: Vec<TypeId> = self.parameters.iter().map(|parameter| parameter.ty).collect();
        types.extend(self.body.iter().flat_map(|body| &body.contents).filter_map(|content| content.ty));
        for outcome in &self.outcomes {
            types.extend(outcome.contents.iter().filter_map(|content| content.ty));
            types.extend(outcome.headers.iter().map(|header| header.ty));
        }
        types
    }

    /// The same, to be replaced.
    pub fn references_mut(&mut self) -> Vec<&mut TypeId> {
        let mut types: Vec<&mut TypeId> =
            self.parameters.iter_mut().map(|parameter| &mut parameter.ty).collect();
        let contents = self.body.iter_mut().flat_map(|body| &mut body.contents);
        types.extend(contents.filter_map(|content| content.ty.as_mut()));
        for outcome in &mut self.outcomes {
            types.extend(outcome.contents.iter_mut().filter_map(|content| content.ty.as_mut()));
            types.extend(outcome.headers.iter_mut().map(|header| &mut header.ty));
        }
        types
    }
}

impl Api {
    /// The type that a chain of aliases ends in. A chain that never ends, which `lower` refuses,
    /// ends where it would come round.
    pub fn resolve(&self, id: TypeId) -> TypeId {
        let mut at = id;
        for _ in 0..self.types.len() {
            match self[at].shape {
                Shape::Alias(next) => at = next,
                _ => break,
            }
        }
        at
    }

    /// The type itself, behind all aliases.
    pub fn resolved(&self, id: TypeId) -> &Type {
        &self[self.resolve(id)]
    }

    /// Whether all alternatives of a union are scalars, each of one kind.
    pub fn is_of_scalars(&self, union: &Union) -> bool {
        let is_scalar = |variant: &Variant| match &self.resolved(variant.ty).shape {
            Shape::Enumeration(values) => ScalarKind::of(values) != ScalarKind::Mixed,
            shape => shape.is_scalar(),
        };
        let is_nullable = |variant: &Variant| self.is_nullable(variant.ty);
        union.discriminator.is_none()
            && union.variants.iter().all(is_scalar)
            && !union.variants.iter().any(is_nullable)
    }

    /// Whether `null` is a value, by the type or by one that it is an alias of.
    pub fn is_nullable(&self, id: TypeId) -> bool {
        let mut at = id;
        for _ in 0..self.types.len() {
            match self[at].shape {
                _ if self[at].nullable => return true,
                Shape::Alias(next) => at = next,
                _ => break,
            }
        }
        false
    }
}
