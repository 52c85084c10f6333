//! Credentials as types, one per security scheme.

use proc_macro2::TokenStream;
use quote::quote;

use super::Emission;
use super::docs::{Paragraphs, code, line};
use super::scope::{Place, Scope};
use crate::api::{Grant, KeyLocation, Requirement, Scheme, SchemeId, SchemeKind};
use crate::names::{Ident, NamespaceId};
use crate::render::{Item, SourceFile};

/// `src/security.rs`.
pub(super) fn file(emission: &Emission<'_>) -> SourceFile {
    let scope = Scope::new(emission, Place::Within(NamespaceId::ROOT));
    let schemes = emission.api.schemes.iter().enumerate();
    let mut items: Vec<_> =
        schemes.flat_map(|(index, scheme)| self::items(&scope, SchemeId(index as u32), scheme)).collect();
    items.insert(0, scope.imports_item());
    let docs = Paragraphs::default().add(["Credentials, a type for each security scheme.".to_owned()]).into();
    SourceFile { path: "src/security.rs".to_owned(), docs, items }
}

fn items(scope: &Scope<'_>, id: SchemeId, scheme: &Scheme) -> Vec<Item> {
    let names = scope.emission().names.scheme(id);
    let (credential, constant) = (&names.credential, &names.constant);
    let (secret, principal) = (scope.runtime("Secret"), scope.runtime("Principal"));
    let (description, kind) = (scope.runtime("Scheme"), scope.runtime("SchemeKind"));
    let wire_name = &scheme.name;
    let (wire_kind, place) = match &scheme.kind {
        SchemeKind::ApiKey { location, parameter } => {
            let (kind, place) = match location {
                KeyLocation::Query => (quote!(QueryKey), "query parameter"),
                KeyLocation::Header => (quote!(HeaderKey), "header"),
                KeyLocation::Cookie => (quote!(CookieKey), "cookie"),
            };
            (quote!(#kind(#parameter)), format!("Goes into the {place} {}.", code(parameter)))
        }
        SchemeKind::Basic => (quote!(Basic), "Goes into the header `Authorization: Basic`.".to_owned()),
        SchemeKind::Bearer => (quote!(Bearer), "Goes into the header `Authorization: Bearer`.".to_owned()),
    };
    let docs = Paragraphs::default()
        .words(scheme.docs.description.as_deref())
        .add([place])
        .add(scheme.grants.iter().flat_map(grant))
        .add([format!("Source: {}.", scope.emission().source(&scheme.pointer))]);
    let constant_docs = format!(" The scheme {}.", code(&scheme.name));
    let description = quote! {
        #[doc = #constant_docs]
        pub const #constant: #description = #description { name: #wire_name, kind: #kind::#wire_kind };
    };
    let mut items: Vec<Item> = vec![description.into()];
    if scheme.kind == SchemeKind::Basic {
        let basic = scope.runtime_macro("basic_credential");
        let basic = proc_macro2::Ident::new(basic, proc_macro2::Span::call_site());
        items.push(Item::Code(
            docs.into(),
            quote! {
                #[derive(Debug, Clone, PartialEq, Eq)]
                pub struct #credential {
                    /// The name.
                    pub username: String,
                    /// The password.
                    pub password: #secret,
                    principal: #principal,
                }
            }
            .into(),
        ));
        items.push(quote!(#basic!(#credential, #constant);).into());
    } else {
        let token =
            proc_macro2::Ident::new(scope.runtime_macro("token_credential"), proc_macro2::Span::call_site());
        items.push(Item::Code(
            docs.into(),
            quote! {
                #[derive(Debug, Clone, PartialEq, Eq)]
                pub struct #credential(#secret, #principal);
            }
            .into(),
        ));
        items.push(quote!(#token!(#credential, #constant);).into());
    }
    items
}

/// One way to a token, and the scopes that can be asked for.
fn grant(grant: &Grant) -> Vec<String> {
    let url = |what: &str, url: &Option<String>| url.as_ref().map(|url| format!("{what} at {url}"));
    let urls = [url("authorization", &grant.authorization_url), url("tokens", &grant.token_url)];
    let said = [Some(format!("Flow {}", code(grant.flow)))].into_iter().chain(urls).flatten();
    let mut lines = super::docs::lines(&said.collect::<Vec<_>>().join(", "));
    if !grant.scopes.is_empty() {
        lines.push(String::new());
    }
    lines.extend(grant.scopes.iter().map(|(name, words)| match line(words) {
        words if words.is_empty() => format!("- {}", code(name)),
        words => format!("- {}: {words}", code(name)),
    }));
    lines
}

/// The requirements of an operation as a constant: any of these, all in each.
pub(super) fn requirements(scope: &Scope<'_>, requirements: &[Requirement]) -> TokenStream {
    if let Some(id) = alone(requirements) {
        let (security, credential) =
            (scope.module("security"), &scope.emission().names.scheme(id).credential);
        return quote!(#security::#credential::ALONE);
    }
    let alternatives = requirements.iter().map(|requirement| {
        let uses = requirement.schemes.iter().map(|(id, scopes)| {
            let (scheme_use, security) = (scope.runtime("SchemeUse"), scope.module("security"));
            let constant = &scope.emission().names.scheme(*id).constant;
            match scopes.as_slice() {
                [] => quote!(#scheme_use::of(&#security::#constant)),
                scopes => quote!(#scheme_use::scoped(&#security::#constant, &[#(#scopes),*])),
            }
        });
        quote!(&[#(#uses),*])
    });
    quote!(&[#(#alternatives),*])
}

/// The scheme that is all that is asked for.
fn alone(requirements: &[Requirement]) -> Option<SchemeId> {
    let [requirement] = requirements else { return None };
    match requirement.schemes.as_slice() {
        [(id, scopes)] if scopes.is_empty() => Some(*id),
        _ => None,
    }
}

/// An argument of a handler: a credential, which may be missing where there is another way in.
pub(super) struct CredentialArgument {
    /// Its name.
    pub(super) name: Ident,
    /// Its type.
    pub(super) ty: TokenStream,
}

/// The credentials that a handler gets, one argument per scheme that any alternative names.
pub(super) fn arguments(scope: &Scope<'_>, requirements: &[Requirement]) -> Vec<CredentialArgument> {
    let mut schemes: Vec<SchemeId> = Vec::new();
    for (id, _) in requirements.iter().flat_map(|requirement| &requirement.schemes) {
        if !schemes.contains(id) {
            schemes.push(*id);
        }
    }
    let argument = |id: SchemeId| {
        let names = scope.emission().names.scheme(id);
        let always = |requirement: &Requirement| requirement.schemes.iter().any(|(scheme, _)| *scheme == id);
        let (security, credential) = (scope.module("security"), &names.credential);
        let ty = if requirements.iter().all(always) {
            quote!(#security::#credential)
        } else {
            quote!(Option<#security::#credential>)
        };
        CredentialArgument { name: names.argument.clone(), ty }
    };
    schemes.into_iter().map(argument).collect()
}
