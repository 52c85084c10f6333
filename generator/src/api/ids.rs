//! Index newtypes, so that an operation can't be looked up among the types.

use std::convert::identity;
use std::ops::{Index, IndexMut};
use std::sync::Arc;

use super::{Api, Document, Operation, Scheme, Type};

/// Each id, the list that it is an index of, what is there, and how to get at that to change it.
macro_rules! ids {
    ($($(#[$doc:meta])* $id:ident => $field:ident: $item:ident, $by:path;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $id(pub u32);

        impl $id {
            /// The position in its list.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }

        impl Index<$id> for Api {
            type Output = $item;

            fn index(&self, id: $id) -> &$item {
                &self.$field[id.index()]
            }
        }

        impl IndexMut<$id> for Api {
            fn index_mut(&mut self, id: $id) -> &mut $item {
                $by(&mut self.$field[id.index()])
            }
        }
    )*};
}

ids! {
    /// A document of the [`Api`].
    DocumentId => documents: Document, identity;
    /// An operation of the [`Api`].
    OperationId => operations: Operation, identity;
    /// A type of the [`Api`].
    TypeId => types: Type, Arc::make_mut;
    /// A security scheme of the [`Api`].
    SchemeId => schemes: Scheme, identity;
}

impl Api {
    /// The ids of all types, in order.
    pub fn type_ids(&self) -> impl Iterator<Item = TypeId> + use<> {
        (0..self.types.len() as u32).map(TypeId)
    }

    /// All types, to be changed.
    pub fn types_mut(&mut self) -> impl Iterator<Item = &mut Type> {
        self.types.iter_mut().map(Arc::make_mut)
    }

    /// The ids of all operations, in order.
    pub fn operation_ids(&self) -> impl Iterator<Item = OperationId> + use<> {
        (0..self.operations.len() as u32).map(OperationId)
    }

    /// The ids of all documents, in order.
    pub fn document_ids(&self) -> impl Iterator<Item = DocumentId> + use<> {
        (0..self.documents.len() as u32).map(DocumentId)
    }
}
