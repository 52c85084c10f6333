//! What the documents of a crate share while they are lowered.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::api::{Api, Parent, Shape, Type, TypeId};
use crate::diagnostic::Diagnostic;
use crate::source::Pointer;

/// The API so far, and what is known about its types beside.
#[derive(Debug, Default)]
pub(super) struct Store {
    pub(super) api: Api,
    /// The types that several places name, by where they are written.
    pub(super) shared: HashMap<Pointer, TypeId>,
    /// The types of definitions, which others may name.
    pub(super) definitions: HashSet<TypeId>,
    /// The types that could not be had, and why.
    pub(super) faults: BTreeMap<TypeId, Diagnostic>,
}

impl Store {
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

    /// Marks a type as one that can't be had; the first reason stays.
    pub(super) fn fault(&mut self, id: TypeId, why: Diagnostic) {
        self.faults.entry(id).or_insert(why);
    }

    /// A property may be null where its type may. Types that are met before they are read don't
    /// say so at that time, hence once at the end.
    pub(super) fn inherit_nullability(&mut self) {
        let nullable: Vec<bool> = self.api.type_ids().map(|id| self.api.is_nullable(id)).collect();
        for ty in &mut self.api.types {
            if let Shape::Object(object) = &mut ty.shape {
                for property in &mut object.properties {
                    property.nullable |= nullable[property.ty.index()];
                }
            }
        }
    }
}
