//! What the documents of a crate share while they are lowered.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::notes::{Notes, Shared};
use crate::api::{Api, Parent, Scheme, SchemeId, Shape, Type, TypeId, Union, Variant};
use crate::diagnostic::{Diagnostic, Place, UNSUPPORTED_SCHEMA};
use crate::source::Pointer;

/// How many definitions may be nothing but a reference to the next.
pub(super) const LONGEST_CHAIN: usize = 256;

/// The API so far, and what is known about its types beside.
#[derive(Debug, Default)]
pub(super) struct Store {
    pub(super) api: Api,
    /// What is known about the types beside, by those who go on from this store too.
    pub(super) settled: Arc<Notes>,
    /// What came to that since.
    pub(super) notes: Notes,
    /// The security schemes that the documents define, asked for or not.
    pub(super) offered: Vec<Scheme>,
    /// The security schemes that a document asks for and does not define.
    pub(super) undefined: BTreeSet<SchemeId>,
}

impl Store {
    /// Puts all that is known where others can go on from it.
    pub(super) fn flatten(&mut self) {
        self.api.types.flatten();
        Arc::make_mut(&mut self.settled).absorb(std::mem::take(&mut self.notes));
    }

    /// Notes where the type is written that several places name.
    pub(super) fn share(&mut self, pointer: Pointer, id: TypeId, as_bytes: bool) {
        self.notes.shared.insert(pointer, Shared { id, as_bytes });
    }

    /// The type that is written there, if several places name it.
    pub(super) fn shared(&self, pointer: &Pointer) -> Option<Shared> {
        let shared = self.notes.shared.get(pointer).or_else(|| self.settled.shared.get(pointer));
        shared.copied()
    }

    /// Whether a type is that of a definition, which others may name.
    pub(super) fn is_definition(&self, id: TypeId) -> bool {
        self.notes.definitions.contains(&id) || self.settled.definitions.contains(&id)
    }

    /// Why a type can't be had.
    pub(super) fn fault_of(&self, id: TypeId) -> Option<&Diagnostic> {
        self.notes.faults.get(&id).or_else(|| self.settled.faults.get(&id))
    }

    /// A new type, that is anything until its shape is known.
    pub(super) fn allocate(&mut self, pointer: Pointer, parent: Option<Parent>) -> TypeId {
        let id = TypeId(self.api.types.len() as u32);
        self.api.types.push(Type {
            pointer,
            parent,
            definition: String::new(),
            preferred_name: None,
            docs: Default::default(),
            shape: Shape::Any,
            nullable: false,
            constraints: Default::default(),
            default: None,
            example: None,
            secret: false,
        });
        id
    }

    /// The id of a scheme; equal ones of several documents are one.
    pub(super) fn scheme(&mut self, scheme: Scheme) -> SchemeId {
        let same = |(index, known): (usize, &Scheme)| {
            let id = SchemeId(index as u32);
            let is_same = known.name == scheme.name && known.kind == scheme.kind;
            (is_same && !self.undefined.contains(&id)).then_some(id)
        };
        self.api.schemes.iter().enumerate().find_map(same).unwrap_or_else(|| {
            self.api.schemes.push(scheme);
            SchemeId(self.api.schemes.len() as u32 - 1)
        })
    }

    /// The id of a scheme that nobody has defined so far; there is one of each name.
    pub(super) fn placeholder(&mut self, scheme: Scheme) -> SchemeId {
        let known = self.undefined.iter().find(|id| self.api[**id].name == scheme.name);
        known.copied().unwrap_or_else(|| {
            let id = SchemeId(self.api.schemes.len() as u32);
            self.api.schemes.push(scheme);
            self.undefined.insert(id);
            id
        })
    }

    /// Marks a type as one that can't be had; the first reason stays.
    pub(super) fn fault(&mut self, id: TypeId, why: Diagnostic) {
        if !self.settled.faults.contains_key(&id) {
            self.notes.faults.entry(id).or_insert(why);
        }
    }

    /// Marks definitions that are nothing but the start of an endless row of references, so that
    /// following one is cheap for everybody after.
    pub(super) fn refuse_long_chains(&mut self) {
        for id in self.api.type_ids() {
            let chain = std::iter::successors(Some(id), |at| match self.api[*at].shape {
                Shape::Alias(next) => Some(next),
                _ => None,
            });
            if chain.take(LONGEST_CHAIN + 1).count() > LONGEST_CHAIN {
                let place = Place::Value(self.api[id].pointer.clone());
                let why = format!("more than {LONGEST_CHAIN} references follow each other");
                self.fault(id, Diagnostic::new(&UNSUPPORTED_SCHEMA, place, why));
                self.api[id].shape = Shape::Any;
            }
        }
    }

    /// A variant of a hierarchy that is a hierarchy itself is its base there: those that inherit from it are
    /// variants of their own. Bases are known once all types are read.
    pub(super) fn flatten_hierarchies(&mut self) {
        let base = |variant: &Variant, union: &Union| match &self.api.resolved(variant.ty).shape {
            Shape::Union(inner) if inner.discriminator == union.discriminator => {
                inner.variants.get(inner.fallback?).filter(|base| base.tag == variant.tag).map(|base| base.ty)
            }
            _ => None,
        };
        let bases: Vec<Vec<Option<TypeId>>> = self
            .api
            .types
            .iter()
            .map(|ty| match &ty.shape {
                Shape::Union(union) if union.fallback.is_some() => {
                    union.variants.iter().map(|variant| base(variant, union)).collect()
                }
                _ => Vec::new(),
            })
            .collect();
        for (ty, bases) in self.api.types.flatten().iter_mut().zip(bases) {
            let Shape::Union(union) = &mut ty.shape else { continue };
            for (variant, base) in union.variants.iter_mut().zip(bases) {
                variant.ty = base.unwrap_or(variant.ty);
            }
        }
    }

    /// A property may be null where its type may. Types that are met before they are read don't
    /// say so at that time, hence once at the end.
    pub(super) fn inherit_nullability(&mut self) {
        let nullable: Vec<bool> = self.api.type_ids().map(|id| self.api.is_nullable(id)).collect();
        for ty in self.api.types.flatten() {
            if let Shape::Object(object) = &mut ty.shape {
                for property in &mut object.properties {
                    property.nullable |= nullable[property.ty.index()];
                }
            }
        }
    }
}
