//! What an operation asks of its request.

use proc_macro2::TokenStream;
use quote::quote;

use super::import_runtime;
use super::keywords::Keywords;
use crate::analyze::{default_of_field, default_of_parameter};
use crate::api::{Encoding, Location, Object, Operation, OperationId, Shape, TypeId};
use crate::emit::scope::Scope;
use crate::names::{Case, Ident};
use crate::render::Item;
use crate::source::escape;
use crate::surface::{BodyForm, KindPayload};

/// What is asked of a part of a request.
#[derive(Default)]
struct Asked {
    arguments: Vec<TokenStream>,
    body: Vec<TokenStream>,
}

impl Asked {
    fn is_empty(&self) -> bool {
        self.arguments.is_empty() && self.body.is_empty()
    }

    /// The table under a name; nothing where types say all.
    fn table(&self, scope: &Scope<'_>, name: &TokenStream) -> Option<Item> {
        if self.is_empty() {
            return None;
        }
        import_runtime(scope);
        let (arguments, body) = (&self.arguments, &self.body);
        let item = quote! {
            #[cfg(feature = "server")]
            const #name: &runtime::RequestConstraints = &runtime::RequestConstraints {
                arguments: &[#(#arguments),*],
                body: &[#(#body),*],
            };
        };
        Some(item.into())
    }

    fn call(&self, name: &TokenStream) -> Option<TokenStream> {
        (!self.is_empty()).then(|| quote!(.constrained(#name)))
    }
}

/// The tables of the operation: one, and one for each kind of bodies where there are several.
pub(in crate::emit) fn tables(scope: &Scope<'_>, id: OperationId) -> Vec<Item> {
    let kinds = 0..scope.emission().surfaces[id].request.kinds.len();
    let own = of_operation(scope, id).table(scope, &quote!(CONSTRAINTS));
    let of_kinds =
        kinds.filter_map(|kind| of_kind(scope, id, kind).table(scope, &name_of_kind(scope, id, kind)));
    own.into_iter().chain(of_kinds).collect()
}

/// The call that holds a request to the table.
pub(in crate::emit) fn call(scope: &Scope<'_>, id: OperationId) -> Option<TokenStream> {
    of_operation(scope, id).call(&quote!(CONSTRAINTS))
}

/// The call that holds a body to the table of its kind.
pub(in crate::emit) fn call_of_kind(scope: &Scope<'_>, id: OperationId, kind: usize) -> Option<TokenStream> {
    of_kind(scope, id, kind).call(&name_of_kind(scope, id, kind))
}

/// `JSON_CONSTRAINTS`.
fn name_of_kind(scope: &Scope<'_>, id: OperationId, kind: usize) -> TokenStream {
    let names = scope.emission().names.operation(id).kinds.get(kind);
    let variant = names.map_or("", |names| names.variant.plain());
    let name = Ident::new(&format!("{variant}_constraints"), Case::Constant);
    quote!(#name)
}

fn of_operation(scope: &Scope<'_>, id: OperationId) -> Asked {
    let (api, operation) = (scope.emission().api, &scope.emission().api[id]);
    let mut asked = match scope.emission().surfaces[id].request.body {
        // Its members are those of the request, which has no table.
        BodyForm::Flattened(ty) if scope.emission().facts.is_constrained(ty) => {
            Asked { body: Keywords::new(scope).inside(ty), ..Asked::default() }
        }
        BodyForm::Json { ty, .. } => of_body(scope, KindPayload::Json(ty)),
        BodyForm::Form(ty) => of_body(scope, KindPayload::Form(ty)),
        BodyForm::Multipart(ty) => of_body(scope, KindPayload::Multipart(ty)),
        BodyForm::Text { .. } => of_body(scope, KindPayload::Text(text(operation))),
        _ => Asked::default(),
    };
    let parameters = operation.parameters.iter().filter_map(|parameter| {
        let default = default_of_parameter(api, parameter);
        argument(scope, location(parameter.location), &parameter.name, default, parameter.ty)
    });
    asked.arguments = parameters.chain(std::mem::take(&mut asked.arguments)).collect();
    asked
}

fn of_kind(scope: &Scope<'_>, id: OperationId, kind: usize) -> Asked {
    let kind = scope.emission().surfaces[id].request.kinds.get(kind);
    kind.map(|kind| of_body(scope, kind.payload)).unwrap_or_default()
}

/// What is asked of JSON, of the fields of a form, or of plain text.
fn of_body(scope: &Scope<'_>, payload: KindPayload) -> Asked {
    let api = scope.emission().api;
    let mut asked = Asked::default();
    match payload {
        KindPayload::Json(ty) => asked.body = Keywords::new(scope).of(ty),
        KindPayload::Text(Some(ty)) => {
            asked.arguments.extend(argument(scope, quote!(Body), "", None, ty));
        }
        _ => {}
    }
    if let Some(Shape::Object(Object { properties, .. })) = payload.form().map(|ty| &api[ty].shape) {
        let texts = properties.iter().filter(|property| !scope.has_files(property.ty));
        asked.arguments.extend(texts.filter_map(|property| {
            let pointer = format!("/{}", escape(&property.name));
            argument(scope, quote!(Body), &pointer, default_of_field(api, property), property.ty)
        }));
    }
    asked
}

fn argument(
    scope: &Scope<'_>,
    location: TokenStream,
    name: &str,
    default: Option<Vec<String>>,
    ty: TypeId,
) -> Option<TokenStream> {
    let keywords = Keywords::new(scope).of_argument(ty);
    if keywords.is_empty() && default.is_none() {
        return None;
    }
    let default = match default {
        Some(texts) => quote!(Some(&[#(#texts),*])),
        None => quote!(None),
    };
    Some(quote! {
        runtime::ArgumentConstraints {
            location: runtime::Location::#location,
            name: #name,
            default: #default,
            keywords: &[#(#keywords),*],
        }
    })
}

/// The type of a body of plain text.
fn text(operation: &Operation) -> Option<TypeId> {
    let mut contents = operation.body.iter().flat_map(|body| &body.contents);
    contents.find(|content| content.encoding == Encoding::Text)?.ty
}

fn location(location: Location) -> TokenStream {
    match location {
        Location::Path => quote!(Path),
        Location::Query => quote!(Query),
        Location::Header => quote!(Header),
        Location::Cookie => quote!(Cookie),
    }
}
