//! Every Rust name is decided here, and nowhere else.
//!
//! Names are proposed from the item's own pointer, its `operationId`, its `title` or an
//! `x-rust-name`, and given out in phases, document order within each: documents, shared types,
//! operations, the inline types of each operation, members. A namespace (`post_login::Request`)
//! replaces what would be a suffix elsewhere, so that few names can meet at all; where two do, the
//! later one takes its next, longer proposal. The name on the wire is never touched.

mod documents;
mod features;
mod ident;
mod kinds;
mod members;
mod namespaces;
mod operations;
mod reserved;
mod schemes;
mod scope;
mod spelling;
mod statuses;
mod types;

pub use documents::DocumentNames;
pub use features::FeatureNames;
pub(crate) use ident::is_keyword;
pub use ident::{Case, Ident};
pub use kinds::KindNames;
pub use namespaces::{Namespace, NamespaceId};
pub use operations::{ArmNames, LocalNames, OperationNames};
pub use schemes::SchemeNames;
pub use types::{Home, TypeName};

use indexmap::IndexMap;

use crate::api::{Api, DocumentId, OperationId, SchemeId, TypeId};
use crate::surface::Surfaces;

/// The Rust name of everything that gets one.
#[derive(Debug, Clone)]
pub struct Names {
    namespaces: Vec<Namespace>,
    documents: Vec<DocumentNames>,
    operations: Vec<OperationNames>,
    types: Vec<Option<TypeName>>,
    homes: IndexMap<Home, Vec<TypeId>>,
    schemes: Vec<SchemeNames>,
    features: FeatureNames,
}

impl Names {
    /// Decides all names of an API.
    pub fn decide(api: &Api, surfaces: &Surfaces) -> Self {
        let namespaces = namespaces::decide(api);
        let of_documents = namespaces::of_documents(api, &namespaces);
        let documents = documents::decide(api, &namespaces, &of_documents);
        let schemes = schemes::decide(api);
        let methods = operations::methods(api, &namespaces, &documents, &schemes);
        let (types, operations) = rayon::join(
            || types::decide(api, surfaces, &namespaces::of_types(api, &of_documents)),
            || operations::decide(api, surfaces, methods),
        );
        let homes = homes(api, &types);
        let features = features::decide(&namespaces, &documents);
        Self { namespaces, documents, operations, types, homes, schemes, features }
    }

    /// All namespaces: the root, then the others by name.
    pub fn namespaces(&self) -> &[Namespace] {
        &self.namespaces
    }

    /// A namespace.
    pub fn namespace(&self, id: NamespaceId) -> &Namespace {
        &self.namespaces[id.index()]
    }

    /// The module of a document from the root of the crate: `r0::login`.
    pub fn module_path(&self, id: DocumentId) -> String {
        let names = self.document(id);
        match &self.namespace(names.namespace).module {
            Some(namespace) => format!("{}::{}", namespace.plain(), names.module.plain()),
            None => names.module.plain().to_owned(),
        }
    }

    /// The module of an operation from the root of the crate, as the compiler reads it: `login::r#type`.
    pub fn operation_path(&self, api: &Api, id: OperationId) -> String {
        let document = self.document(api[id].document);
        let namespace = self.namespace(document.namespace).module.as_ref();
        let path = namespace.into_iter().chain([&document.module, &self.operation(id).method]);
        path.map(Ident::to_string).collect::<Vec<_>>().join("::")
    }

    /// The names of a document.
    pub fn document(&self, id: DocumentId) -> &DocumentNames {
        &self.documents[id.index()]
    }

    /// The names of the documents of a namespace, in order.
    pub fn documents(&self, namespace: NamespaceId) -> impl Iterator<Item = &DocumentNames> {
        self.documents.iter().filter(move |names| names.namespace == namespace)
    }

    /// The names of an operation.
    pub fn operation(&self, id: OperationId) -> &OperationNames {
        &self.operations[id.index()]
    }

    /// The name of a type, if an item is printed for it.
    pub fn ty(&self, id: TypeId) -> Option<&TypeName> {
        self.types[id.index()].as_ref()
    }

    /// The modules of shared definitions, each with the types in it: the definition first.
    pub fn shared(&self) -> impl Iterator<Item = (NamespaceId, &Ident, &[TypeId])> {
        self.homes.iter().filter_map(|(home, types)| match home {
            Home::Shared(namespace, module) => Some((*namespace, module, types.as_slice())),
            Home::Operation(_) => None,
        })
    }

    /// The types in the module of an operation.
    pub fn types_of(&self, id: OperationId) -> &[TypeId] {
        self.homes.get(&Home::Operation(id)).map_or(&[], Vec::as_slice)
    }

    /// What documents are called where they are features of the package.
    pub fn features(&self) -> &FeatureNames {
        &self.features
    }

    /// The names of all security schemes, in order.
    pub fn schemes(&self) -> impl Iterator<Item = &SchemeNames> {
        self.schemes.iter()
    }

    /// The names of a security scheme.
    pub fn scheme(&self, id: SchemeId) -> &SchemeNames {
        &self.schemes[id.index()]
    }
}

/// What is printed where: in each module, what is not inline in anything comes first.
fn homes(api: &Api, names: &[Option<TypeName>]) -> IndexMap<Home, Vec<TypeId>> {
    let mut homes: IndexMap<Home, Vec<TypeId>> = IndexMap::new();
    let named = api.type_ids().filter_map(|id| Some((id, names[id.index()].as_ref()?)));
    for (id, name) in named {
        homes.entry(name.home.clone()).or_default().push(id);
    }
    for types in homes.values_mut() {
        types.sort_by_key(|id| api[*id].parent.is_some());
    }
    homes.sort_by(|one, _, other, _| one.cmp(other));
    homes
}
