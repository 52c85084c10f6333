//! What is known about an operation before it is called.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Subject, answer, kinds};
use crate::api::{FixedPair, Location, Operation, Parameter, Status};
use crate::emit::security;
use crate::render::{Blank, Code, Item};
use crate::surface::{Arm, BodyForm, Payload, readable};

/// `impl Operation for Request`.
pub(super) fn item(subject: &Subject<'_>) -> Item {
    let (scope, operation) = (subject.scope, subject.operation);
    let emission = scope.emission();
    let (trait_, metadata, payload) =
        (scope.runtime("Operation"), scope.runtime("Metadata"), scope.runtime("Payload"));
    let name = subject.names.method.plain();
    let operation_id = match &operation.operation_id {
        Some(id) => quote!(Some(#id)),
        None => quote!(None),
    };
    let document = &emission.api[operation.document];
    let (module, base_path) = (emission.names.module_path(operation.document), &document.base_path);
    let method = method(operation.method);
    let path = &operation.path.text;
    let fixed_query = operation.path.query.iter().map(fixed_pair);
    let security = security::requirements(scope, &operation.security);
    let body = match subject.surface.request.body {
        BodyForm::None => quote!(None),
        BodyForm::Flattened(_) | BodyForm::Json { .. } => quote!(Json),
        BodyForm::Form(_) => quote!(Form),
        BodyForm::Multipart(_) => quote!(Multipart),
        BodyForm::Text { .. } => quote!(Text),
        BodyForm::Raw => quote!(Raw),
        BodyForm::Several { .. } => {
            let kinds = kinds::metadata(subject);
            quote!(Several(&[#(#kinds),*]))
        }
    };
    let accept = accept(subject);
    let streams_request = subject.surface.request.body == BodyForm::Raw || kinds::takes_bytes(subject);
    let streams = streams_response(subject);
    let item = quote! {
        impl #trait_ for Request {
            const METADATA: &'static #metadata = &#metadata {
                name: #name,
                operation_id: #operation_id,
                document: #module,
                method: #method,
                base_path: #base_path,
                path: #path,
                fixed_query: &[#(#fixed_query),*],
                security: #security,
                request_body: #payload::#body,
                accept: #accept,
                streams_request: #streams_request,
                streams_response: #streams,
            };
            type Response = Response;
            type Error = Error;
        }
    };
    Code::alike(item, blanks(name, operation)).into()
}

/// What is an operation's own. A field has a line of its own, which is broken only where its value can be.
fn blanks(name: &str, operation: &Operation) -> impl Iterator<Item = Blank> {
    let id = operation.operation_id.iter().map(|id| match Blank::text(id) {
        id if id.width() <= ID_FITS => id.alone(),
        id => id,
    });
    let others = [name, &operation.path.text].map(|text| Blank::text(text).alone());
    others.into_iter().chain(id)
}

/// How long a text is at most that `operation_id: Some(…),` is on one line with: the printer's lines have 89
/// characters.
const ID_FITS: usize = 56;

fn fixed_pair(pair: &FixedPair) -> TokenStream {
    let name = &pair.name;
    match &pair.value {
        Some(value) => quote!((#name, Some(#value))),
        None => quote!((#name, None)),
    }
}

fn method(method: crate::api::Method) -> TokenStream {
    let name = proc_macro2::Ident::new(&method.key().to_uppercase(), proc_macro2::Span::call_site());
    quote!(http::Method::#name)
}

/// Which statuses have a body that is handed over as a stream.
fn streams_response(subject: &Subject<'_>) -> TokenStream {
    let arms = subject.surface.response.arms();
    let (streams, others): (Vec<&Arm>, Vec<&Arm>) =
        arms.iter().partition(|arm| arm.payload == Payload::Stream);
    let name = match (streams.as_slice(), others.as_slice()) {
        ([], _) => "never",
        (_, []) => "on_success",
        _ => return only(&streams, &others),
    };
    let name = subject.scope.runtime(name);
    quote!(#name)
}

/// The statuses of `streams`, without those of `others` that a range among them has.
fn only(streams: &[&Arm], others: &[&Arm]) -> TokenStream {
    let patterns = streams.iter().map(|arm| match arm.status {
        Status::Default => quote!(100..=399),
        status => answer::pattern(status),
    });
    let width = |arm: &&&Arm| answer::narrowest_first(arm.status);
    let widest = streams.iter().map(|arm| answer::narrowest_first(arm.status)).max();
    let narrower = others.iter().filter(|arm| Some(width(arm)) < widest);
    let narrower: Vec<_> = narrower.map(|arm| answer::pattern(arm.status)).collect();
    let except = (!narrower.is_empty()).then(|| quote!(&&!matches!(status, #(#narrower)|*)));
    quote!(|status| matches!(status, #(#patterns)|*) #except)
}

/// The media types of all outcomes that a client reads, each once, in document order. None where a parameter
/// says it.
fn accept(subject: &Subject<'_>) -> String {
    let says_it = |parameter: &Parameter| {
        parameter.location == Location::Header && parameter.name.eq_ignore_ascii_case("accept")
    };
    if subject.operation.parameters.iter().any(says_it) {
        return String::new();
    }
    let contents = subject.operation.outcomes.iter().flat_map(|outcome| readable(&outcome.contents));
    let mut types: Vec<&str> = Vec::new();
    for content in contents {
        let is_header_text = content.media_type.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ');
        if is_header_text && !types.contains(&content.media_type.as_str()) {
            types.push(&content.media_type);
        }
    }
    types.join(", ")
}
