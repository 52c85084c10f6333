//! What an operation asks of its request.

use proc_macro2::TokenStream;
use quote::quote;

use super::import_runtime;
use super::keywords::Keywords;
use crate::analyze::{default_of_field, default_of_parameter};
use crate::api::{Encoding, Location, Object, Operation, OperationId, Shape, TypeId};
use crate::emit::scope::Scope;
use crate::render::Item;
use crate::source::escape;
use crate::surface::BodyForm;

/// The table of the operation; nothing where types say all.
pub(in crate::emit) fn table(scope: &Scope<'_>, id: OperationId) -> Option<Item> {
    let (arguments, body) = (arguments(scope, id), body(scope, id));
    if arguments.is_empty() && body.is_empty() {
        return None;
    }
    import_runtime(scope);
    let item = quote! {
        #[cfg(feature = "server")]
        const CONSTRAINTS: &runtime::RequestConstraints = &runtime::RequestConstraints {
            arguments: &[#(#arguments),*],
            body: &[#(#body),*],
        };
    };
    Some(item.into())
}

/// The call that holds a request to the table.
pub(in crate::emit) fn call(scope: &Scope<'_>, id: OperationId) -> Option<TokenStream> {
    let is_empty = arguments(scope, id).is_empty() && body(scope, id).is_empty();
    (!is_empty).then(|| quote!(.constrained(CONSTRAINTS)))
}

fn body(scope: &Scope<'_>, id: OperationId) -> Vec<TokenStream> {
    let mut keywords = Keywords::new(scope);
    match scope.emission().surfaces[id].request.body {
        // Its members are those of the request, which has no table.
        BodyForm::Flattened(ty) if scope.emission().facts.is_constrained(ty) => keywords.inside(ty),
        BodyForm::Json { ty, .. } => keywords.of(ty),
        _ => Vec::new(),
    }
}

/// What is asked of the parameters, of the fields of a form, and of a body of plain text.
fn arguments(scope: &Scope<'_>, id: OperationId) -> Vec<TokenStream> {
    let api = scope.emission().api;
    let (operation, form) = (&api[id], scope.emission().surfaces[id].request.body);
    let mut arguments: Vec<_> = operation
        .parameters
        .iter()
        .filter_map(|parameter| {
            let default = default_of_parameter(api, parameter);
            argument(scope, location(parameter.location), &parameter.name, default, parameter.ty)
        })
        .collect();
    if let BodyForm::Form(ty) | BodyForm::Multipart(ty) = form
        && let Shape::Object(Object { properties, .. }) = &api[ty].shape
    {
        arguments.extend(properties.iter().filter(|property| !scope.has_files(property.ty)).filter_map(
            |property| {
                let pointer = format!("/{}", escape(&property.name));
                let default = default_of_field(api, property);
                argument(scope, quote!(Body), &pointer, default, property.ty)
            },
        ));
    }
    if let (BodyForm::Text { .. }, Some(ty)) = (form, text(operation)) {
        arguments.extend(argument(scope, quote!(Body), "", None, ty));
    }
    arguments
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
