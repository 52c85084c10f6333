//! The names of types: shared definitions first, then what is inline in them, then what is
//! inline in each operation.

use std::collections::HashMap;

use super::scope::Scope;
use super::{Case, Ident, NamespaceId, kinds, members, reserved, statuses};
use crate::api::{Api, OperationId, Parent, Role, ScalarKind, Shape, TypeId};
use crate::surface::{BodyForm, BodyKind, KindPayload, Surfaces};

/// The names of one printed type.
#[derive(Debug, Clone)]
pub struct TypeName {
    /// Where it is printed.
    pub home: Home,
    /// What it is called there.
    pub name: Ident,
    /// Its fields, values or alternatives, in the order of the model.
    pub members: Vec<Ident>,
}

/// Where a type is printed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Home {
    /// `types::…` of a namespace, in the file of that module.
    Shared(NamespaceId, Ident),
    /// The module of an operation.
    Operation(OperationId),
}

/// Names all types for which an item is printed, each in its namespace.
pub(super) fn decide(api: &Api, surfaces: &Surfaces, namespaces: &[NamespaceId]) -> Vec<Option<TypeName>> {
    let mut naming = Naming {
        api,
        names: vec![None; api.types.len()],
        namespaces,
        shared: HashMap::new(),
        modules: HashMap::new(),
        operations: HashMap::new(),
    };
    for id in api.type_ids().filter(|id| api[*id].parent.is_none()) {
        naming.shared_type(id);
    }
    for id in api.operation_ids() {
        naming.flattened(id, surfaces);
    }
    for id in api.type_ids() {
        naming.inline(id);
    }
    naming.names
}

struct Naming<'a> {
    api: &'a Api,
    names: Vec<Option<TypeName>>,
    namespaces: &'a [NamespaceId],
    shared: HashMap<NamespaceId, Scope>,
    modules: HashMap<NamespaceId, Scope>,
    operations: HashMap<OperationId, Scope>,
}

impl Naming<'_> {
    fn shared_type(&mut self, id: TypeId) {
        let ty = &self.api[id];
        let proposal = Ident::new(&ty.definition, Case::Camel);
        let title = ty
            .docs
            .summary
            .as_deref()
            .filter(|title| is_name(title))
            .map(|title| Ident::new(title, Case::Camel));
        // `Option` in a document is `OptionType`: the prelude's must go on meaning what it does.
        let proposals = ty.preferred_name.as_deref().map(|name| Ident::new(name, Case::Camel)).into_iter();
        let namespace = self.namespaces[id.index()];
        let name = self
            .shared(namespace)
            .take(proposals.chain([proposal.clone()]).chain(title).chain([proposal.with_suffix("Type")]));
        let reserved = || Scope::reserving(reserved::FILES.iter().copied());
        let module = self.modules.entry(namespace).or_insert_with(reserved).take([
            Ident::new(name.plain(), Case::Snake),
            Ident::new(name.plain(), Case::Snake).with_suffix("_type"),
        ]);
        self.give(id, Home::Shared(namespace, module), name);
    }

    /// The names of the shared types of a namespace.
    fn shared(&mut self, namespace: NamespaceId) -> &mut Scope {
        let reserved = || Scope::reserving(reserved::TYPES.iter().copied());
        self.shared.entry(namespace).or_insert_with(reserved)
    }

    /// The inline bodies that become the request and the response themselves.
    fn flattened(&mut self, operation: OperationId, surfaces: &Surfaces) {
        let surface = &surfaces[operation];
        let request = surface.flattened_request().map(|ty| (ty, "Request"));
        let response = surface.flattened_response().map(|ty| (ty, "Response"));
        // A form may be a shared definition, which has a name of its own.
        let inline = |(ty, _): &(TypeId, &str)| self.api[*ty].parent.is_some();
        for (ty, name) in request.into_iter().chain(response).filter(inline).collect::<Vec<_>>() {
            self.give(ty, Home::Operation(operation), Ident::new(name, Case::Camel));
        }
        // Beside parameters, the members of the body are in a struct of their own on the wire.
        if matches!(surface.request.body, BodyForm::Flattened(_)) {
            self.scope(operation).take([Ident::new("RequestBody", Case::Camel)]);
        }
        if !surface.request.kinds.is_empty() {
            self.kinds(operation, &surface.request.kinds);
        }
    }

    /// The enum of the kinds of bodies, the structs of forms, and what the bodies are where that is inline.
    fn kinds(&mut self, operation: OperationId, kinds: &[BodyKind]) {
        let forms = kinds.iter().filter_map(kinds::form).chain([Ident::new(kinds::ENUM, Case::Camel)]);
        forms.for_each(|name| drop(self.scope(operation).take([name])));
        for kind in kinds {
            let (ty, word) = match kind.payload {
                KindPayload::Json(ty) => (ty, Ident::new("JsonBody", Case::Camel)),
                payload => match (payload.form(), kinds::form(kind)) {
                    (Some(ty), Some(name)) => (ty, name),
                    _ => continue,
                },
            };
            let is_inline = self.api[ty].parent.is_some() && is_printed(&self.api[ty].shape);
            if !is_inline || self.names[ty.index()].is_some() {
                continue;
            }
            let name = match kind.payload.form() {
                Some(_) => word,
                None => {
                    let ty = &self.api[ty];
                    let title = ty.docs.summary.clone().filter(|title| is_name(title));
                    let given = [ty.preferred_name.clone(), title].into_iter().flatten();
                    let given: Vec<_> = given.map(|name| Ident::new(&name, Case::Camel)).collect();
                    self.scope(operation).take(given.into_iter().chain([word]))
                }
            };
            self.give(ty, Home::Operation(operation), name);
        }
    }

    /// The names of the types in the module of an operation.
    fn scope(&mut self, operation: OperationId) -> &mut Scope {
        let reserved = || Scope::reserving(reserved::TYPES.iter().chain(reserved::IN_OPERATION).copied());
        self.operations.entry(operation).or_insert_with(reserved)
    }

    fn inline(&mut self, id: TypeId) {
        if self.names[id.index()].is_some() || !is_printed(&self.api[id].shape) {
            return;
        }
        let home = self.home(id);
        let proposals = self.proposals(id, &home);
        let name = match &home {
            Home::Shared(namespace, _) => self.shared(*namespace).take(proposals),
            Home::Operation(operation) => self.scope(*operation).take(proposals),
        };
        self.give(id, home, name);
    }

    fn give(&mut self, id: TypeId, home: Home, name: Ident) {
        let members = members::of(self.api, &self.api[id]);
        self.names[id.index()] = Some(TypeName { home, name, members });
    }

    /// Where the outermost thing that an inline type is a part of is printed.
    fn home(&self, id: TypeId) -> Home {
        match &self.api[id].parent {
            Some(Parent::Operation(operation, _)) => Home::Operation(*operation),
            Some(Parent::Type(parent, _)) => match &self.names[parent.index()] {
                Some(name) => name.home.clone(),
                None => self.home(*parent),
            },
            None | Some(Parent::Operations(_)) => {
                let module = Ident::new(&self.api[id].definition, Case::Snake);
                Home::Shared(self.namespaces[id.index()], module)
            }
        }
    }

    /// From the shortest to the longest: the title, the role, the role with what it is a role of.
    fn proposals(&self, id: TypeId, home: &Home) -> Vec<Ident> {
        let ty = &self.api[id];
        let title = ty.docs.summary.as_deref().filter(|title| is_name(title));
        let (role, context) = (self.role(id), self.context(id));
        let with_context = context.map(|context| format!("{context} {role}"));
        let names = match home {
            // All shared types are in one namespace, where a short name is a claim too many.
            Home::Shared(..) => {
                [ty.preferred_name.clone(), with_context, title.map(str::to_owned), Some(role)]
            }
            Home::Operation(_) => {
                [ty.preferred_name.clone(), title.map(str::to_owned), Some(role), with_context]
            }
        };
        names.into_iter().flatten().map(|name| Ident::new(&name, Case::Camel)).collect()
    }

    /// What a type is in its parent: `membership`, `rooms item`, `ok body`.
    fn role(&self, id: TypeId) -> String {
        let (role, parent) = match &self.api[id].parent {
            None => return self.api[id].definition.clone(),
            Some(Parent::Operation(_, role) | Parent::Operations(role)) => (role, None),
            Some(Parent::Type(parent, role)) => (role, Some(*parent)),
        };
        let within = |word: &str| match parent {
            Some(parent) => format!("{} {word}", self.own_word(parent)),
            None => word.to_owned(),
        };
        match role {
            Role::RequestBody => "RequestBody".to_owned(),
            Role::ResponseBody(status) => format!("{} body", statuses::variant(*status).plain()),
            Role::Parameter(name) | Role::Property(name) => name.clone(),
            Role::Items => within("item"),
            Role::Additional => within("value"),
            Role::Variant(index) if self.is_base(parent, *index) => "base".to_owned(),
            Role::Variant(index) => within(&format!("variant {}", index + 1)),
        }
    }

    /// Whether an alternative is what all others of a hierarchy inherit from.
    fn is_base(&self, parent: Option<TypeId>, index: usize) -> bool {
        match parent.map(|parent| &self.api[parent].shape) {
            Some(Shape::Union(union)) => {
                union.fallback == Some(index)
                    && union.variants.get(index).is_some_and(|one| one.tag.is_some())
            }
            _ => false,
        }
    }

    /// The name that a type has, or its role where it has none of its own.
    fn own_word(&self, id: TypeId) -> String {
        match &self.names[id.index()] {
            Some(name) => name.name.plain().to_owned(),
            None => self.role(id),
        }
    }

    /// What the parent of a type is called, for a longer name; the nearest one that has a name.
    fn context(&self, id: TypeId) -> Option<String> {
        let mut next = id;
        while let Some(Parent::Type(parent, _)) = &self.api[next].parent {
            if let Some(name) = &self.names[parent.index()] {
                return Some(name.name.plain().to_owned());
            }
            next = *parent;
        }
        None
    }
}

/// Whether a shape needs an item of its own wherever it stands. Enumerations of other scalars are
/// values of their scalar type.
fn is_printed(shape: &Shape) -> bool {
    match shape {
        Shape::Object(_) | Shape::Union(_) => true,
        Shape::Enumeration(values) => {
            matches!(ScalarKind::of(values), ScalarKind::Strings | ScalarKind::Integers)
        }
        _ => false,
    }
}

/// Whether a title is a name and not a sentence.
fn is_name(title: &str) -> bool {
    title.len() <= 40 && title.split_whitespace().count() <= 4 && !title.ends_with('.')
}
