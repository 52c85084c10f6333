//! Index newtypes, so that an operation can't be looked up among the types.

use std::ops::{Index, IndexMut};

use super::{Api, Document, Operation, Scheme, Type};

macro_rules! ids {
    ($($(#[$doc:meta])* $id:ident => $field:ident: $item:ident;)*) => {$(
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
                &mut self.$field[id.index()]
            }
        }
    )*};
}

ids! {
    /// A document of the [`Api`].
    DocumentId => documents: Document;
    /// An operation of the [`Api`].
    OperationId => operations: Operation;
    /// A type of the [`Api`].
    TypeId => types: Type;
    /// A security scheme of the [`Api`].
    SchemeId => schemes: Scheme;
}

impl Api {
    /// The ids of all types, in order.
    pub fn type_ids(&self) -> impl Iterator<Item = TypeId> + use<> {
        (0..self.types.len() as u32).map(TypeId)
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
