//! Bodies that are made up, once for each type: many operations send and answer the same.

use std::borrow::Cow;
use std::collections::HashMap;

use indexmap::IndexMap;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde_json::Value;

use super::sample_body::SampleBody;
use super::{FOLDER, response};
use crate::api::{Api, Body, OperationId, TypeId};
use crate::emit::Emission;
use crate::emit::docs::Paragraphs;
use crate::names::{Case, Ident, Names, NamespaceId};
use crate::render::SourceFile;
use crate::surface::{BodyForm, KindPayload, OperationSurface, Payload, Surfaces};

/// A shorter body reads best where it is used.
const LONG: usize = 100;

/// What is made up for the types of which operations have JSON without examples.
#[derive(Debug, Default)]
pub struct Bodies {
    made: HashMap<TypeId, Option<SampleBody>>,
    /// The definitions whose bodies are long and used more than once, and the names of those.
    shared: IndexMap<TypeId, (NamespaceId, Ident)>,
}

impl Bodies {
    /// Makes them all.
    pub fn of(api: &Api, surfaces: &Surfaces, names: &Names) -> Self {
        let mut uses: IndexMap<TypeId, usize> = IndexMap::new();
        for id in api.operation_ids() {
            sampled(api, id, &surfaces[id]).for_each(|ty| *uses.entry(ty).or_default() += 1);
        }
        let make = |ty: &TypeId| {
            let body = SampleBody::json(api, *ty, std::iter::empty());
            (*ty, body.map(|body| SampleBody { made_for: Some(*ty), ..body }))
        };
        let types: Vec<TypeId> = uses.keys().copied().collect();
        let made: HashMap<_, _> = types.par_iter().map(make).collect();
        let is_shared = |ty: &TypeId| {
            let is_long =
                made.get(ty).is_some_and(|body| matches!(body, Some(body) if body.text.len() > LONG));
            is_long && uses.get(ty).is_some_and(|uses| *uses > 1)
        };
        let definitions = names.shared().filter_map(|(namespace, module, types)| {
            let definition = types.first().copied().filter(is_shared)?;
            Some((definition, (namespace, Ident::new(module.plain(), Case::Constant))))
        });
        let shared = definitions.collect();
        Self { made, shared }
    }

    /// JSON of a type: the first example that fits it, or what is made up for it.
    pub(super) fn json<'e>(
        &self,
        api: &Api,
        ty: TypeId,
        examples: impl Iterator<Item = &'e Value>,
    ) -> Option<Cow<'_, SampleBody>> {
        let mut examples = examples.peekable();
        match self.made.get(&ty).filter(|_| examples.peek().is_none()) {
            Some(made) => made.as_ref().map(Cow::Borrowed),
            None => SampleBody::json(api, ty, examples).map(Cow::Owned),
        }
    }

    /// The text of a body: a literal, or the constant of the type that it was made up for.
    pub(super) fn text(&self, emission: &Emission<'_>, body: &SampleBody) -> TokenStream {
        match body.made_for.and_then(|ty| self.shared.get(&ty)) {
            Some((namespace, name)) => {
                let module = emission.module(*namespace);
                quote!(#module::types::#name)
            }
            None => body.text.to_token_stream(),
        }
    }

    /// Whether there is a file of those of a namespace.
    pub(in crate::emit) fn are_shared_in(&self, namespace: NamespaceId) -> bool {
        self.shared.values().any(|(of, _)| *of == namespace)
    }
}

/// `tests/contract/types.rs`: the bodies of a namespace's types that several operations have.
pub(in crate::emit) fn file(emission: &Emission<'_>, id: NamespaceId) -> SourceFile {
    let bodies = emission.bodies;
    let shared = bodies.shared.iter().filter(|(_, (namespace, _))| *namespace == id);
    let constant = |(ty, (_, name)): (&TypeId, &(NamespaceId, Ident))| {
        let text = bodies.made.get(ty)?.as_ref()?.text.as_str();
        let docs = format!(" A `{}`.", emission.names.ty(*ty)?.name.plain());
        Some(quote! {
            #[doc = #docs]
            pub(crate) const #name: &str = #text;
        })
    };
    let allowance = quote!(#![allow(dead_code, reason = "an operation may have no sample of its own")]);
    let items = [allowance].into_iter().chain(shared.filter_map(constant));
    let docs = Paragraphs::default()
        .add(["Samples of the types that several operations send or answer with, as JSON.".to_owned()]);
    SourceFile {
        path: format!("{}/types.rs", emission.folder(id, FOLDER)),
        docs: docs.into(),
        items: items.map(Into::into).collect(),
    }
}

/// The types of which an operation has JSON without examples, once for each sample.
fn sampled<'a>(
    api: &'a Api,
    id: OperationId,
    surface: &'a OperationSurface,
) -> impl Iterator<Item = TypeId> + use<'a> {
    let operation = &api[id];
    let answers = response::sampled(surface).filter(|arm| {
        let contents = &operation.outcomes[arm.outcome].contents;
        contents.iter().all(|content| content.examples.is_empty())
    });
    let answers = answers.filter_map(|arm| match arm.payload {
        Payload::Json(ty) | Payload::Flattened(ty) => Some(ty),
        _ => None,
    });
    let has_no_example = |body: &&Body| body.contents.iter().all(|content| content.examples.is_empty());
    let body = operation.body.as_ref().filter(has_no_example);
    body.into_iter().flat_map(|_| sent(surface)).chain(answers)
}

/// The types that an operation sends as JSON.
fn sent(surface: &OperationSurface) -> Vec<TypeId> {
    match surface.request.body {
        BodyForm::Flattened(ty) | BodyForm::Json { ty, .. } => vec![ty],
        BodyForm::Several { .. } => {
            let kinds = surface.request.kinds.iter();
            let json = kinds.filter_map(|kind| match kind.payload {
                KindPayload::Json(ty) => Some(ty),
                _ => None,
            });
            json.collect()
        }
        _ => Vec::new(),
    }
}
