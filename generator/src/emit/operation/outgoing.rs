//! The client's direction: a request is written, an answer is read.

use proc_macro2::TokenStream;
use quote::quote;

use super::form::Form;
use super::{Subject, answer, kinds, request, typed};
use crate::api::{Location, Style};
use crate::emit::scope::Side;
use crate::names::ArmNames;
use crate::render::{Block, Item};
use crate::surface::{Arm, BodyForm, Payload, RequestField, ResponseSurface};

/// `impl Outgoing for Request`.
pub(super) fn item(subject: &Subject<'_>) -> Item {
    let on_client = |name| subject.scope.runtime_on(name, Side::Client);
    let (outgoing, answer) = (on_client("Outgoing"), on_client("Answer"));
    let (encode_error, decode_error) =
        (subject.scope.runtime_on("EncodeError", Side::Wire), on_client("DecodeError"));
    let body = subject.scope.runtime_on("Body", Side::Wire);
    let (encode, read) = (encode(subject), read(subject));
    let encode = quote!(fn encode(self) -> Result<http::Request<#body>, #encode_error> { #encode });
    let read = quote!(fn read(answer: #answer) -> Result<Result<Response, Error>, #decode_error> { #read });
    let head = quote!(#[cfg(feature = "client")] impl #outgoing for Request);
    Block::of_functions(head, vec![encode.into(), read.into()]).into()
}

fn encode(subject: &Subject<'_>) -> TokenStream {
    let builder = subject.scope.runtime_on("RequestBuilder", Side::Client);
    let parameters = subject.names.fields.iter().filter_map(|(field, name)| match field {
        RequestField::Parameter(index) => {
            Some(parameter(subject, *index, &quote!(&self.#name), Side::Client))
        }
        _ => None,
    });
    let parameters: Vec<_> = parameters.collect();
    if matches!(subject.surface.request.body, BodyForm::Several { .. }) {
        let write = kinds::write(subject);
        return quote! {
            let mut request = #builder::new(Self::METADATA);
            #(request.#parameters;)*
            #write
        };
    }
    let end = end(subject);
    if parameters.is_empty() {
        return quote!(#builder::new(Self::METADATA).#end);
    }
    let body = matches!(subject.surface.request.body, BodyForm::Flattened(_)).then(|| {
        let members = request::body_members(subject);
        quote!(let body = RequestBody { #(#members: self.#members),* };)
    });
    quote! {
        let mut request = #builder::new(Self::METADATA);
        #(request.#parameters;)*
        #body
        request.#end
    }
}

/// The call that adds a parameter, or that reads it where there is no value to add.
pub(super) fn parameter(subject: &Subject<'_>, index: usize, value: &TokenStream, side: Side) -> TokenStream {
    let parameter = &subject.operation.parameters[index];
    let list = subject.scope.is_list(parameter.ty).then_some(parameter.style);
    let method = match parameter.location {
        Location::Path => "path",
        Location::Query => "query",
        Location::Header => "header",
        Location::Cookie => "cookie",
    };
    let method = method_of(method, parameter.required, side);
    call(subject, &method, &parameter.name, list, value, side)
}

/// A server reads what may be absent with a method of its own.
pub(super) fn method_of(method: &str, is_required: bool, side: Side) -> String {
    match side {
        Side::Server if !is_required => format!("optional_{method}"),
        _ => method.to_owned(),
    }
}

/// `query("name", value)`, or `query_list("name", Separator::Pipe, value)`.
pub(super) fn call(
    subject: &Subject<'_>,
    method: &str,
    wire: &str,
    list: Option<Style>,
    value: &TokenStream,
    side: Side,
) -> TokenStream {
    let ident = |name: String| proc_macro2::Ident::new(&name, proc_macro2::Span::call_site());
    let comma = (!value.is_empty()).then(|| quote!(,));
    match list {
        Some(style) => {
            let (method, by) = (ident(format!("{method}_list")), separator(subject, style, side));
            quote!(#method(#wire, #by #comma #value))
        }
        _ => {
            let method = ident(method.to_owned());
            quote!(#method(#wire #comma #value))
        }
    }
}

fn separator(subject: &Subject<'_>, style: Style, side: Side) -> TokenStream {
    let separator = subject.scope.runtime_on("Separator", side);
    let name = match style {
        Style::Csv | Style::DeepObject => quote!(Comma),
        Style::Ssv => quote!(Space),
        Style::Tsv => quote!(Tab),
        Style::Pipes => quote!(Pipe),
        Style::Multi => quote!(Multi),
    };
    quote!(#separator::#name)
}

/// The call that adds the body.
fn end(subject: &Subject<'_>) -> TokenStream {
    let field = |wanted: RequestField| subject.names.fields.get(&wanted);
    let body = field(RequestField::Body);
    let contents = subject.operation.body.as_ref().map_or(&[][..], |body| &body.contents);
    let typed = |method, value| typed::end(method, contents, &value);
    match subject.surface.request.body {
        BodyForm::Flattened(_) if subject.operation.parameters.is_empty() => typed("json", quote!(&self)),
        BodyForm::Flattened(_) => typed("json", quote!(&body)),
        BodyForm::Json { required: true, .. } => typed("json", quote!(&self.#body)),
        BodyForm::Json { required: false, .. } => typed("optional_json", quote!(&self.#body)),
        BodyForm::Text { required: true } => typed("text", quote!(&self.#body)),
        BodyForm::Text { required: false } => typed("optional_text", quote!(&self.#body)),
        BodyForm::Raw => {
            let content_type = match field(RequestField::ContentType) {
                Some(name) => quote!(self.#name.as_deref()),
                None => quote!(None),
            };
            let default = request::raw_media_type(subject);
            quote!(raw(#content_type, #default, self.#body))
        }
        BodyForm::Form(_) | BodyForm::Multipart(_) => {
            let form = Form::of_request(subject);
            form.map_or_else(|| quote!(empty()), |form| form.write(subject, &quote!(self)))
        }
        BodyForm::None | BodyForm::Several { .. } => quote!(empty()),
    }
}

fn read(subject: &Subject<'_>) -> TokenStream {
    let successes = match &subject.surface.response {
        ResponseSurface::One(arm) => one(subject, arm),
        ResponseSurface::Several(arms) => arms
            .iter()
            .zip(&subject.names.successes)
            .map(|(arm, names)| success(subject, arm, names))
            .collect(),
        ResponseSurface::Unlisted => vec![(
            0,
            quote! {
                100..=399 => Ok(Ok(Response { status: answer.status_code(), body: answer.raw() })),
            },
        )],
    };
    let failures = subject.surface.failures.iter().zip(&subject.names.failures);
    let failures = failures.map(|(arm, names)| failure(subject, arm, names));
    let mut arms: Vec<_> = successes.into_iter().chain(failures).collect();
    arms.sort_by_key(|(width, _)| *width);
    let rest = (!subject.surface.failures.iter().any(|arm| answer::narrowest_first(arm.status) == 2))
        .then(|| quote!(_ => answer.err_undocumented(Error::Undocumented),));
    let arms = arms.iter().map(|(_, arm)| arm);
    quote!(match answer.status() { #(#arms)* #rest })
}

type MatchArm = (u8, TokenStream);

/// The one success, which is a struct.
fn one(subject: &Subject<'_>, arm: &Arm) -> Vec<MatchArm> {
    let pattern = match arm.status {
        // `default` alone: every status below 400.
        crate::api::Status::Default => quote!(100..=399),
        status => answer::pattern(status),
    };
    let width = answer::narrowest_first(arm.status).min(1);
    let names = subject.names.successes.first();
    let value = match (arm.payload, names) {
        (Payload::Flattened(_), _) | (_, None) => quote!(answer.json().map(Ok),),
        (_, Some(names)) => build(subject, arm, names, &quote!(Response), true),
    };
    vec![(width, quote!(#pattern => #value))]
}

fn success(subject: &Subject<'_>, arm: &Arm, names: &ArmNames) -> MatchArm {
    let (pattern, variant) = (answer::pattern(arm.status), &names.variant);
    let value = build(subject, arm, names, &quote!(Response::#variant), false);
    (answer::narrowest_first(arm.status), quote!(#pattern => #value))
}

/// The value of a successful arm: its headers, then its body.
fn build(
    subject: &Subject<'_>,
    arm: &Arm,
    names: &ArmNames,
    path: &TokenStream,
    is_struct: bool,
) -> TokenStream {
    let (lets, fields) = head(subject, arm, names);
    if fields.is_empty()
        && let Some(call) = at_once(subject, arm, path, is_struct)
    {
        return quote!(answer.#call,);
    }
    let (more, body) = match arm.payload {
        Payload::Empty | Payload::Flattened(_) => (None, None),
        Payload::Json(_) => (None, Some(quote!(answer.json()?))),
        Payload::Text => (None, Some(quote!(answer.text()?))),
        Payload::Kept => (None, Some(quote!(answer.raw()))),
        Payload::Stream => (Some(quote!(let (content_type, body) = answer.stream();)), Some(quote!(body))),
    };
    let content_type = (arm.payload == Payload::Stream).then(|| quote!(content_type));
    let alone = fields.is_empty() && content_type.is_none();
    let value = match body {
        None if alone && is_struct => quote!(#path {}),
        None if alone => quote!(#path),
        body => {
            let body =
                body.map(|body| if body.to_string() == "body" { quote!(body) } else { quote!(body: #body) });
            let all = fields.into_iter().chain(content_type).chain(body);
            quote!(#path { #(#all),* })
        }
    };
    if lets.is_empty() && more.is_none() {
        return quote!(Ok(Ok(#value)),);
    }
    quote!({ #lets #more Ok(Ok(#value)) })
}

/// The call that makes a success of nothing but a body.
fn at_once(subject: &Subject<'_>, arm: &Arm, path: &TokenStream, is_struct: bool) -> Option<TokenStream> {
    let (call, takes_into) = match arm.payload {
        Payload::Json(ty) => (quote!(ok_json), subject.scope.takes_into(ty)),
        Payload::Text => (quote!(ok_text), true),
        Payload::Kept => (quote!(ok_raw), false),
        Payload::Empty | Payload::Flattened(_) | Payload::Stream => return None,
    };
    let make = match (is_struct, takes_into) {
        (false, _) => quote!(#path),
        (true, false) => quote!(#path::new),
        // `new` takes more than the type that is read, which is unknown then.
        (true, true) => quote!(|body| #path { body }),
    };
    Some(quote!(#call(#make)))
}

/// The status and the headers of an arm: what reads them, and the fields they fill.
fn head(subject: &Subject<'_>, arm: &Arm, names: &ArmNames) -> (TokenStream, Vec<TokenStream>) {
    let headers = answer::headers(subject, arm);
    let reads = headers.iter().zip(&names.headers).map(|(header, name)| {
        let list = subject.scope.is_list(header.ty).then_some(header.style);
        let read = call(subject, "header", &header.name, list, &TokenStream::new(), Side::Client);
        quote!(let #name = answer.#read?;)
    });
    let status = arm.keeps_status().then(|| quote!(let status = answer.status_code();));
    let fields = arm.keeps_status().then(|| quote!(status)).into_iter();
    let fields = fields.chain(names.headers.iter().map(|name| quote!(#name))).collect();
    (quote!(#status #(#reads)*), fields)
}

/// A failure. A body that is not what the document says is kept whole.
fn failure(subject: &Subject<'_>, arm: &Arm, names: &ArmNames) -> MatchArm {
    let (pattern, variant) = (answer::pattern(arm.status), &names.variant);
    let (lets, fields) = head(subject, arm, names);
    let value = match arm.payload {
        Payload::Json(_) | Payload::Flattened(_) if fields.is_empty() => {
            quote!(answer.err_json(Error::#variant, Error::Undocumented),)
        }
        Payload::Text if fields.is_empty() => {
            quote!(answer.err_text(Error::#variant, Error::Undocumented),)
        }
        Payload::Kept | Payload::Stream if fields.is_empty() => quote!(answer.err_raw(Error::#variant),),
        Payload::Empty if fields.is_empty() => quote!(Ok(Err(Error::#variant)),),
        Payload::Json(_) | Payload::Flattened(_) | Payload::Text => {
            let read = if arm.payload == Payload::Text { quote!(text_or) } else { quote!(json_or) };
            quote!({
                #lets
                let known = |body| Error::#variant { #(#fields,)* body };
                Ok(Err(answer.#read(known, Error::Undocumented)))
            })
        }
        Payload::Empty => quote!({ #lets Ok(Err(Error::#variant { #(#fields),* })) }),
        Payload::Kept | Payload::Stream => {
            quote!({ #lets Ok(Err(Error::#variant { #(#fields,)* body: answer.raw() })) })
        }
    };
    (answer::narrowest_first(arm.status), quote!(#pattern => #value))
}
