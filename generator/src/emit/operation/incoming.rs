//! The server's direction: a request is read, an answer is written.

use proc_macro2::TokenStream;
use quote::quote;

use super::form::Form;
use super::outgoing::{call, parameter};
use super::{Subject, answer, kinds, request, typed};
use crate::api::Status;
use crate::emit::constraints;
use crate::emit::scope::Side;
use crate::names::{ArmNames, Ident, LocalNames};
use crate::render::{Block, Item};
use crate::surface::{Arm, BodyForm, Payload, RequestField, ResponseSurface};

/// `impl Incoming for Request`.
pub(super) fn item(subject: &Subject<'_>) -> Item {
    let on_server = |name| subject.scope.runtime_on(name, Side::Server);
    let (incoming, arguments, rejection) =
        (on_server("Incoming"), on_server("PathArguments"), on_server("Rejection"));
    let (body, encode_error) =
        (subject.scope.runtime_on("Body", Side::Wire), subject.scope.runtime_on("EncodeError", Side::Wire));
    let (decode, encode) = (decode(subject), encode(subject));
    let decode = quote! {
        fn decode(request: http::Request<#body>, path: &#arguments) -> Result<Self, #rejection> { #decode }
    };
    let encode = quote! {
        fn encode(outcome: Result<Response, Error>) -> Result<http::Response<#body>, #encode_error> { #encode }
    };
    let head = quote!(#[cfg(feature = "server")] impl #incoming for Request);
    Block::of_functions(head, vec![decode.into(), encode.into()]).into()
}

fn decode(subject: &Subject<'_>) -> TokenStream {
    let asked = subject.scope.runtime_on("Asked", Side::Server);
    let form = subject.surface.request.body;
    let parameters: Vec<_> = parameters(subject).collect();
    let constrained = constraints::call(subject.scope, subject.id);
    if parameters.is_empty() && matches!(form, BodyForm::Flattened(_)) {
        return quote!(#asked::new(request, path)#constrained.json());
    }
    let local = &subject.names.locals.asked;
    let reads = parameters.iter().map(|(index, name)| {
        let read = parameter(subject, *index, &TokenStream::new(), Side::Server);
        quote!(let #name = #local.#read;)
    });
    let values =
        parameters.iter().map(|(index, name)| value(name, subject.operation.parameters[*index].required));
    let (reads_body, body_values, asks_again) = body(subject);
    let mutable = (!parameters.is_empty() || asks_again).then(|| quote!(mut));
    quote! {
        let #mutable #local = #asked::new(request, path)#constrained;
        #(#reads)*
        #reads_body
        Ok(Self { #(#values,)* #(#body_values),* })
    }
}

/// A field of the request with what was read for it. What is optional is there already.
pub(super) fn value(name: &Ident, is_required: bool) -> TokenStream {
    if is_required { quote!(#name: #name?) } else { quote!(#name) }
}

fn parameters<'a>(subject: &'a Subject<'_>) -> impl Iterator<Item = (usize, &'a Ident)> {
    subject.names.fields.iter().filter_map(|(field, name)| match field {
        RequestField::Parameter(index) => Some((*index, name)),
        _ => None,
    })
}

/// What reads the body, the fields that it fills, and whether it asks more than once.
fn body(subject: &Subject<'_>) -> (TokenStream, Vec<TokenStream>, bool) {
    let body = subject.names.fields.get(&RequestField::Body);
    let LocalNames { asked, body: members_of_body } = &subject.names.locals;
    let value = || body.map(|name| quote!(#name)).into_iter().collect();
    match subject.surface.request.body {
        BodyForm::None => (quote!(#asked.empty()?;), Vec::new(), false),
        BodyForm::Flattened(_) => {
            let members = request::body_members(subject);
            let values = members.iter().map(|name| quote!(#name: #members_of_body.#name)).collect();
            (quote!(let #members_of_body: RequestBody = #asked.json()?;), values, false)
        }
        BodyForm::Json { required: true, .. } => (quote!(let #body = #asked.json()?;), value(), false),
        BodyForm::Json { required: false, .. } => {
            (quote!(let #body = #asked.optional_json()?;), value(), false)
        }
        BodyForm::Text { required: true } => (quote!(let #body = #asked.text()?;), value(), false),
        BodyForm::Text { required: false } => (quote!(let #body = #asked.optional_text()?;), value(), false),
        BodyForm::Raw => {
            let content_type = subject.names.fields.get(&RequestField::ContentType);
            let ranges = request::raw_media_ranges(subject);
            let values = content_type.into_iter().chain(body).map(|name| quote!(#name)).collect();
            let content_type = content_type.map_or_else(|| quote!(_), |name| quote!(#name));
            (quote!(let (#content_type, #body) = #asked.raw(&[#(#ranges),*])?;), values, false)
        }
        BodyForm::Form(_) | BodyForm::Multipart(_) => {
            let Some(form) = Form::of_request(subject) else { return Default::default() };
            let (reads, values) = form.read(subject, asked);
            (reads, values, form.asks_again())
        }
        BodyForm::Several { required } => (kinds::read(subject, required), value(), false),
    }
}

fn encode(subject: &Subject<'_>) -> TokenStream {
    let reply = subject.scope.runtime_on("Reply", Side::Server);
    let names = &subject.names.successes;
    let successes: Vec<_> = match &subject.surface.response {
        ResponseSurface::One(arm) => match (arm.payload, names.first()) {
            (Payload::Flattened(_), _) | (_, None) => {
                let start = start(arm, &reply);
                let end = typed::end("json", answer::contents(subject, arm), &quote!(&response));
                vec![quote!(Ok(response) => #start.#end,)]
            }
            (_, Some(names)) => {
                vec![write(subject, arm, names, &reply, &quote!(Response), &quote!(Ok), true)]
            }
        },
        ResponseSurface::Several(arms) => arms
            .iter()
            .zip(names)
            .map(|(arm, names)| {
                let variant = &names.variant;
                write(subject, arm, names, &reply, &quote!(Response::#variant), &quote!(Ok), false)
            })
            .collect(),
        ResponseSurface::Unlisted => {
            vec![quote!(Ok(response) => #reply::with_status(response.status).raw(response.body),)]
        }
    };
    let failures = subject.surface.failures.iter().zip(&subject.names.failures).map(|(arm, names)| {
        let variant = &names.variant;
        write(subject, arm, names, &reply, &quote!(Error::#variant), &quote!(Err), false)
    });
    quote! {
        match outcome {
            #(#successes)*
            #(#failures)*
            Err(Error::Undocumented(response)) => #reply::undocumented(response),
        }
    }
}

/// The reply that an arm starts with: its status, or the one that the handler chose.
fn start(arm: &Arm, reply: &proc_macro2::Ident) -> TokenStream {
    match arm.status {
        Status::Code(_) => {
            let code = answer::pattern(arm.status);
            quote!(#reply::new(#code))
        }
        Status::Range(_) | Status::Default => quote!(#reply::with_status(status)),
    }
}

/// One arm of the match: its pattern, its headers, its body.
fn write(
    subject: &Subject<'_>,
    arm: &Arm,
    names: &ArmNames,
    reply: &proc_macro2::Ident,
    path: &TokenStream,
    side: &TokenStream,
    is_struct: bool,
) -> TokenStream {
    let fields: Vec<_> = answer::fields(subject, arm, names).into_iter().map(|field| field.name).collect();
    let only_body = fields.len() == 1 && fields[0].plain() == "body";
    let pattern = match fields.as_slice() {
        [] if is_struct => quote!(#side(#path {})),
        [] => quote!(#side(#path)),
        _ if only_body && !is_struct => quote!(#side(#path(body))),
        fields => quote!(#side(#path { #(#fields),* })),
    };
    let start = start(arm, reply);
    let headers: Vec<_> = answer::headers(subject, arm)
        .iter()
        .zip(&names.headers)
        .map(|(header, name)| {
            let list = subject.scope.is_list(header.ty).then_some(header.style);
            call(subject, "header", &header.name, list, &quote!(&#name), Side::Server)
        })
        .collect();
    let typed = |method| typed::end(method, answer::contents(subject, arm), &quote!(&body));
    let end = match arm.payload {
        Payload::Empty => quote!(empty()),
        Payload::Json(_) | Payload::Flattened(_) => typed("json"),
        Payload::Text => typed("text"),
        Payload::Kept => quote!(raw(body)),
        Payload::Stream => {
            let default = answer::raw_media_type(subject, arm);
            quote!(stream(content_type.as_deref(), #default, body))
        }
    };
    quote!(#pattern => #start #(.#headers)* .#end,)
}
