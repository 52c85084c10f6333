//! How a body of several kinds is written and read.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Telling, all, contents, media_types, telling};
use crate::emit::constraints;
use crate::emit::operation::form::Form;
use crate::emit::operation::{Subject, definite, typed};
use crate::names::KindNames;
use crate::surface::{BodyKind, KindPayload, RequestField};

/// The match that ends a request with the body that it has.
pub(in crate::emit::operation) fn write(subject: &Subject<'_>) -> TokenStream {
    let Some(field) = subject.names.fields.get(&RequestField::Body) else { return quote!(request.empty()) };
    let is_required = subject.operation.body.as_ref().is_none_or(|body| body.required);
    let arms = all(subject).map(|(kind, names)| {
        let variant = &names.variant;
        let contents: Vec<_> = contents(subject, kind).cloned().collect();
        let (pattern, end) = match kind.payload {
            KindPayload::Json(_) => (quote!((body)), typed::end("json", &contents, &quote!(&body))),
            KindPayload::Text(_) => (quote!((body)), typed::end("text", &contents, &quote!(&body))),
            KindPayload::Raw => {
                let default = definite(contents.iter().map(|content| content.media_type.as_str()));
                let told = match telling(subject, kind) {
                    Telling::Nothing => quote!(None),
                    Telling::Optional => quote!(content_type.as_deref()),
                    Telling::Required => quote!(Some(&content_type)),
                };
                let pattern = match telling(subject, kind) {
                    Telling::Nothing => quote!((body)),
                    _ => quote!({ content_type, body }),
                };
                (pattern, quote!(raw(#told, #default, body)))
            }
            payload => {
                let form = Form::of_kind(subject, payload, &names.fields);
                let end = form.map(|form| form.write(subject, &quote!(body)));
                (quote!((body)), end.unwrap_or_else(|| quote!(empty())))
            }
        };
        match is_required {
            true => quote!(RequestBody::#variant #pattern => request.#end,),
            false => quote!(Some(RequestBody::#variant #pattern) => request.#end,),
        }
    });
    let none = (!is_required).then(|| quote!(None => request.empty(),));
    quote!(match self.#field { #(#arms)* #none })
}

/// What reads the body by its media type.
pub(in crate::emit::operation) fn read(subject: &Subject<'_>, is_required: bool) -> TokenStream {
    let Some(field) = subject.names.fields.get(&RequestField::Body) else { return TokenStream::new() };
    let asked = &subject.names.locals.asked;
    let last = subject.surface.request.kinds.len().saturating_sub(1);
    let arms = all(subject).enumerate().map(|(index, (kind, names))| {
        let number = proc_macro2::Literal::usize_unsuffixed(index);
        let pattern = if index == last { quote!(_) } else { quote!(#number) };
        let value = read_kind(subject, index, kind, names);
        quote!(#pattern => #value)
    });
    let choice = quote!(match #asked.kind(Self::METADATA)? { #(#arms)* });
    if is_required {
        return quote!(let #field = #choice;);
    }
    quote! {
        let #field = if #asked.is_without_body() {
            #asked.empty()?;
            None
        } else {
            Some(#choice)
        };
    }
}

fn read_kind(subject: &Subject<'_>, index: usize, kind: &BodyKind, names: &KindNames) -> TokenStream {
    let (asked, variant) = (&subject.names.locals.asked, &names.variant);
    let constrained = constraints::call_of_kind(subject.scope, subject.id, index);
    match kind.payload {
        KindPayload::Json(_) => quote!(RequestBody::#variant(#asked #constrained.json()?),),
        KindPayload::Text(_) => quote!(RequestBody::#variant(#asked #constrained.text()?),),
        KindPayload::Raw => {
            let ranges = media_types(subject, kind);
            let (pattern, value) = match telling(subject, kind) {
                Telling::Nothing => (quote!(_), quote!((body))),
                Telling::Optional => (quote!(content_type), quote!({ content_type, body })),
                Telling::Required => {
                    (quote!(content_type), quote!({ content_type: content_type.unwrap_or_default(), body }))
                }
            };
            quote! {{
                let (#pattern, body) = #asked.raw(&[#(#ranges),*])?;
                RequestBody::#variant #value
            }}
        }
        payload => {
            let Some(form) = Form::of_kind(subject, payload, &names.fields) else { return quote!({}) };
            let (reads, values) = form.read(subject, asked);
            let name = &names.form;
            let again = form.asks_again().then(|| quote!(mut));
            let start = (form.asks_again() || constrained.is_some())
                .then(|| quote!(let #again #asked = #asked #constrained;));
            quote! {{
                #start
                #reads
                RequestBody::#variant(#name { #(#values),* })
            }}
        }
    }
}
