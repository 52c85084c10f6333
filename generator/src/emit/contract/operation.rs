//! The file of an operation: its samples, and the tests on them.

use quote::quote;

use super::request::Sample;
use super::{calls, folder, module, request, response};
use crate::api::OperationId;
use crate::emit::docs::Paragraphs;
use crate::emit::{Emission, words};
use crate::names::{Case, Ident};
use crate::render::{Blank, Code, Item, SourceFile};

/// `tests/contract/<document>/<operation>.rs`.
pub(in crate::emit) fn file(emission: &Emission<'_>, id: OperationId) -> SourceFile {
    let operation = &emission.api[id];
    let method = &emission.names.operation(id).method;
    let (sent, answers) = (request::sample(emission, id), response::Samples::of(emission, id));
    let mut items: Vec<Item> = Vec::new();
    let mut asked = false;
    let call = calls::call(emission, id, &answers).filter(|_| sent.is_some());
    let is_called = call.is_some();
    if let Some(sample) = &sent {
        asked = true;
        items.extend(on_request(&request_constant(None), &test_name("request"), sample));
        items.extend(call.map(Item::from));
    }
    for (label, sample) in request::of_other_kinds(emission, id) {
        asked = true;
        items.extend(on_request(
            &request_constant(Some(&label)),
            &test_name(&format!("request_{label}")),
            &sample,
        ));
    }
    for (label, sample) in answers.iter() {
        let (constant, test) = (response_constant(label), test_name(&format!("response_{label}")));
        let sample = sample.tokens(emission);
        items.push(quote!(pub(super) const #constant: ResponseSample<'_> = #sample;).into());
        let test = quote! {
            #[test]
            fn #test() { support::check_response::<Request>(&#constant); }
        };
        items.push(test.into());
    }
    let answered = answers.iter().next().is_some();
    let imports = imports(emission, id, asked, answered, is_called);
    let docs = Paragraphs::default().add([format!("{}.", words::place(emission, operation))]);
    let without = sent.is_none().then(|| "Not sent, for want of an example.".to_owned());
    SourceFile {
        path: format!("{}/{}.rs", folder(emission, operation.document), method.plain()),
        docs: docs.add(without).into(),
        items: imports.map(Item::from).into_iter().chain(items).collect(),
    }
}

fn on_request(constant: &Ident, test: &Ident, sample: &Sample) -> [Item; 2] {
    let test = quote! {
            #[test]
            fn #test() { support::check_request::<Request>(&#constant); }
    };
    [sample.constant(constant).into(), test.into()]
}

/// What the tests name. There may be none.
fn imports(
    emission: &Emission<'_>,
    id: OperationId,
    asked: bool,
    answered: bool,
    is_called: bool,
) -> Option<Code> {
    let document = emission.api[id].document;
    let samples = match (asked, answered) {
        (true, true) => quote!(RequestSample, ResponseSample),
        (true, false) => quote!(RequestSample),
        (false, true) => quote!(ResponseSample),
        (false, false) => return None,
    };
    let (module, method) = (module(emission, document), &emission.names.operation(id).method);
    let tests = emission.module(emission.names.document(document).namespace);
    let client = is_called.then(|| quote!(use #tests::client;));
    let imports = quote! {
        use #module::#method::Request;
        #client
        use crate::support::{self, #samples};
    };
    Some(Code::alike(imports, [Blank::name(method).alone()]))
}

/// A test is a function, as the client that it may call is.
fn test_name(what: &str) -> Ident {
    Ident::new(what, Case::Snake)
}

/// `REQUEST`, `REQUEST_FORM`.
pub(super) fn request_constant(kind: Option<&str>) -> Ident {
    match kind {
        None => Ident::new("request", Case::Constant),
        Some(kind) => Ident::new(&format!("request_{kind}"), Case::Constant),
    }
}

/// `RESPONSE_200`.
pub(super) fn response_constant(label: &str) -> Ident {
    Ident::new(&format!("response_{label}"), Case::Constant)
}
