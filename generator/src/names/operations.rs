//! The names of operations and of everything that is in the module of one.

use std::iter::{once, once_with};

use indexmap::IndexMap;
use rayon::iter::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};

use super::documents::DocumentNames;
use super::kinds::{self, KindNames};
use super::schemes::SchemeNames;
use super::scope::Scope;
use super::{Case, Ident, Namespace, NamespaceId, members, reserved, statuses};
use crate::api::{Api, Operation, OperationId, PathSegment, Shape};
use crate::surface::{Arm, BodyForm, OperationSurface, Payload, RequestField, Surfaces};

/// The names of one operation.
#[derive(Debug, Clone)]
pub struct OperationNames {
    /// Its module, and its method in the server trait: `post_login`.
    pub method: Ident,
    /// Its method in the client, where the operations of all documents meet.
    pub client_method: Ident,
    /// The fields of its request.
    pub fields: IndexMap<RequestField, Ident>,
    /// The variables beside those fields where a request is read.
    pub locals: LocalNames,
    /// The kinds of bodies that its request may have, where there are several.
    pub kinds: Vec<KindNames>,
    /// The arms of its response where there are several, and its failures, in order.
    pub successes: Vec<ArmNames>,
    /// The same for failures.
    pub failures: Vec<ArmNames>,
}

/// The variables of a function that has one for each field of a request, too.
#[derive(Debug, Clone)]
pub struct LocalNames {
    /// What reads the request: `asked`.
    pub asked: Ident,
    /// The members of the body that are beside parameters: `body`.
    pub body: Ident,
}

/// The names of one arm.
#[derive(Debug, Clone)]
pub struct ArmNames {
    /// `Forbidden`.
    pub variant: Ident,
    /// The fields of the headers of the outcome, in order.
    pub headers: Vec<Ident>,
}

/// The method of an operation, and its method in the client.
pub(super) type Methods = (Ident, Ident);

/// Names all methods: unique in the document for the server, in the namespace for the client.
pub(super) fn methods(
    api: &Api,
    namespaces: &[Namespace],
    documents: &[DocumentNames],
    schemes: &[SchemeNames],
) -> Vec<Methods> {
    let client = |namespace: &Namespace| client(namespace.id, namespaces, schemes);
    let mut clients: Vec<_> = namespaces.iter().map(client).collect();
    let reserved = reserved::FILES.iter().chain(&["routes", "security", "server"]).copied();
    let mut scopes: Vec<_> = documents.iter().map(|_| Scope::reserving(reserved.clone())).collect();
    let proposals: Vec<Ident> = api.operations.par_iter().map(proposal).collect();
    let name = |(operation, proposal): (&Operation, Ident)| {
        let document = operation.document.index();
        // Few operations need a second proposal, and it is long.
        let second = once_with(|| Ident::new(&described(operation), Case::Snake));
        let method = scopes[document].take(once(proposal).chain(second));
        let module = &documents[document].module;
        let longer = once_with(|| Ident::new(&format!("{}_{}", module.plain(), method.plain()), Case::Snake));
        let client = &mut clients[documents[document].namespace.index()];
        let client_method = client.take(once(method.clone()).chain(longer));
        (method, client_method)
    };
    api.operations.iter().zip(proposals).map(name).collect()
}

/// The names that the client of a namespace has methods of: one for each security scheme too, and that
/// of the root one for each other namespace.
fn client(id: NamespaceId, all: &[Namespace], schemes: &[SchemeNames]) -> Scope {
    let setters: Vec<Ident> = schemes.iter().map(SchemeNames::setter).collect();
    let inner = all.iter().filter(|_| id == NamespaceId::ROOT).filter_map(|inner| inner.module.as_ref());
    let taken = setters.iter().chain(inner).map(Ident::plain);
    Scope::reserving(reserved::CLIENT_METHODS.iter().copied().chain(taken))
}

/// Names everything in the modules of the operations, which know nothing of each other.
pub(super) fn decide(api: &Api, surfaces: &Surfaces, methods: Vec<Methods>) -> Vec<OperationNames> {
    let name = |(id, (method, client_method)): (OperationId, Methods)| {
        let (operation, surface) = (&api[id], &surfaces[id]);
        let successes = arms(operation, surface.response.arms());
        let failures = arms(operation, &surface.failures);
        let kinds = kinds::decide(api, operation, surface);
        let (fields, locals) = fields(api, operation, surface, &kinds);
        OperationNames { method, client_method, fields, locals, kinds, successes, failures }
    };
    let all: Vec<_> = api.operation_ids().zip(methods).collect();
    all.into_par_iter().map(name).collect()
}

/// `x-rust-name`, then `operationId`, then method and path.
fn proposal(operation: &Operation) -> Ident {
    let given = operation.preferred_name.as_ref().or(operation.operation_id.as_ref());
    match given.filter(|name| name.contains(char::is_alphanumeric)) {
        Some(name) => Ident::new(name, Case::Snake),
        None => Ident::new(&described(operation), Case::Snake),
    }
}

/// Method and path: `GET /rooms/{roomId}/join` is `get_rooms_by_room_id_join`, `GET /rooms?sort=age`
/// is `get_rooms_sort_age`. Parameters are part of it so that the name stays when `/rooms` comes or
/// goes.
fn described(operation: &Operation) -> String {
    let mut words = vec![operation.method.key().to_owned()];
    let mut after_parameter = false;
    for piece in operation.path.segments.iter().flatten() {
        words.push(match piece {
            PathSegment::Literal(text) => text.clone(),
            PathSegment::Parameter(name) if after_parameter => format!("and_{name}"),
            PathSegment::Parameter(name) => format!("by_{name}"),
        });
        after_parameter = matches!(piece, PathSegment::Parameter(_));
    }
    for pair in &operation.path.query {
        words.extend([pair.name.clone()].into_iter().chain(pair.value.clone()));
    }
    words.extend(operation.path.fragment().map(str::to_owned));
    words.join("_")
}

fn fields(
    api: &Api,
    operation: &Operation,
    surface: &OperationSurface,
    kinds: &[KindNames],
) -> (IndexMap<RequestField, Ident>, LocalNames) {
    let mut scope = Scope::default();
    let properties = match surface.request.body {
        BodyForm::Flattened(ty) | BodyForm::Form(ty) | BodyForm::Multipart(ty) => match &api[ty].shape {
            Shape::Object(object) => object.properties.as_slice(),
            _ => &[],
        },
        _ => &[],
    };
    let propose = |field: &RequestField| match field {
        RequestField::Parameter(index) => {
            let parameter = &operation.parameters[*index];
            Ident::new(parameter.preferred_name.as_deref().unwrap_or(&parameter.name), Case::Snake)
        }
        RequestField::Property(index) => members::field(&properties[*index]),
        RequestField::Additional => members::additional(),
        RequestField::Body => Ident::new("body", Case::Snake),
        RequestField::ContentType => Ident::new("content_type", Case::Snake),
    };
    let mut name = |field: &RequestField| {
        let proposal = propose(field);
        let longer = match field {
            RequestField::Parameter(index) => {
                let place = format!("{:?}", operation.parameters[*index].location);
                Some(proposal.with_suffix(&format!("_in_{}", place.to_lowercase())))
            }
            _ => None,
        };
        (*field, scope.take([proposal].into_iter().chain(longer)))
    };
    let fields = surface.request.fields.iter().map(&mut name).collect();
    // Each is a variable for a while, too.
    kinds.iter().flat_map(|kind| &kind.fields).for_each(|field| drop(scope.take([field.clone()])));
    let mut local = |name| scope.take([Ident::new(name, Case::Snake)]);
    (fields, LocalNames { asked: local("asked"), body: local("body") })
}

fn arms(operation: &Operation, arms: &[Arm]) -> Vec<ArmNames> {
    let mut variants = Scope::reserving(["Undocumented"]);
    let name = |arm: &Arm| {
        // What the outcome has anyway, and what reads it.
        let mut fields = Scope::reserving(["status", "body", "answer"]);
        if arm.payload == Payload::Stream {
            fields.take([Ident::new("content_type", Case::Snake)]);
        }
        let headers = &operation.outcomes[arm.outcome].headers;
        let headers =
            headers.iter().map(|header| fields.take([Ident::new(&header.name, Case::Snake)])).collect();
        ArmNames { variant: variants.take([statuses::variant(arm.status)]), headers }
    };
    arms.iter().map(name).collect()
}
