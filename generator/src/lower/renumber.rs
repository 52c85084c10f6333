//! New ids for types, wherever one is named.

use crate::api::{Operation, Parent, Type, TypeId};

/// Gives the types that a type names their new ids.
pub(super) fn in_type(ty: &mut Type, new: impl Fn(TypeId) -> TypeId) {
    for held in ty.shape.references_mut() {
        *held = new(*held);
    }
    if let Some(Parent::Type(parent, _)) = &mut ty.parent {
        *parent = new(*parent);
    }
}

/// Gives the types that an operation names their new ids.
pub(super) fn in_operation(operation: &mut Operation, new: impl Fn(TypeId) -> TypeId) {
    for named in operation.references_mut() {
        *named = new(*named);
    }
}
