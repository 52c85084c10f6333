//! What is asked of values of one type.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::has_table;
use crate::analyze::effective;
use crate::api::{Api, Constraints, EnumValue, Object, ScalarKind, Shape, TypeId};
use crate::emit::scope::Scope;
use crate::pattern::Pattern;

/// How deep lists and maps are written out within each other. No document nests them deeper, and a list
/// of itself has no end.
const DEEPEST: usize = 8;

/// Writes the keywords of types for one file.
pub(super) struct Keywords<'a> {
    scope: &'a Scope<'a>,
    depth: usize,
}

impl<'a> Keywords<'a> {
    pub(super) fn new(scope: &'a Scope<'a>) -> Self {
        Self { scope, depth: 0 }
    }

    /// A type as values of it are read.
    pub(super) fn value_type(&self, id: TypeId) -> TokenStream {
        self.scope.value(id)
    }

    fn api(&self) -> &'a Api {
        self.scope.emission().api
    }

    /// What is asked of a value where a type is used: that it keeps to the table of the type, or what
    /// would be in the table.
    pub(super) fn of(&mut self, id: TypeId) -> Vec<TokenStream> {
        if !self.scope.emission().facts.is_constrained(id) || self.depth > DEEPEST {
            return Vec::new();
        }
        let (api, mut id, mut keywords) = (self.api(), id, Vec::new());
        let end = api.resolve(id);
        while id != end {
            keywords.extend(self.own(id));
            let Shape::Alias(next) = api[id].shape else { break };
            id = next;
        }
        if has_table(self.scope, end) {
            let ty = self.scope.plain(end);
            keywords.push(quote!(runtime::Keyword::Of(<#ty as runtime::Constrained>::keywords)));
        } else {
            self.depth += 1;
            keywords.extend(self.inside(end));
            self.depth -= 1;
        }
        keywords
    }

    /// What is asked of a scalar or a list of scalars that is not JSON.
    pub(super) fn of_argument(&mut self, id: TypeId) -> Vec<TokenStream> {
        let is_text = |shape: &Shape| {
            matches!(shape, Shape::Map(_) | Shape::Object(_) | Shape::Union(_) | Shape::Bytes)
        };
        match &self.api().resolved(id).shape {
            shape if is_text(shape) => Vec::new(),
            // A list in a list is text too.
            Shape::Array(items) => match &self.api().resolved(*items).shape {
                Shape::Array(_) => Vec::new(),
                shape if is_text(shape) => Vec::new(),
                _ => self.of(id),
            },
            _ => self.of(id),
        }
    }

    /// What is asked of the values of a type, and of what is in them.
    pub(super) fn inside(&mut self, id: TypeId) -> Vec<TokenStream> {
        let (api, mut keywords) = (self.api(), self.own(id));
        match &api[id].shape {
            Shape::Enumeration(values) => keywords.push(self.enumeration(id, values)),
            Shape::Array(items) => {
                let of_items = self.of(*items);
                keywords.extend(self.keyword("Items", of_items));
            }
            Shape::Map(values) => {
                let of_values = self.of(*values);
                keywords.extend(self.additional(&[], of_values));
            }
            Shape::Object(object) => keywords.extend(self.members(object)),
            Shape::Union(union) => keywords.push(self.alternatives(union)),
            _ => {}
        }
        keywords
    }

    fn members(&mut self, object: &Object) -> Vec<TokenStream> {
        let mut properties = Vec::new();
        for property in &object.properties {
            let (name, keywords) = (&property.name, self.of(property.ty));
            if !keywords.is_empty() {
                properties.push(quote!((#name, &[#(#keywords),*])));
            }
        }
        let names: Vec<&str> = object.properties.iter().map(|property| property.name.as_str()).collect();
        let properties = self.keyword("Properties", properties);
        let others = match object.additional {
            Some(values) => {
                let of_values = self.of(values);
                self.additional(&names, of_values)
            }
            None if object.closed => Some(quote!(runtime::Keyword::NoAdditionalProperties(&[#(#names),*]))),
            None => None,
        };
        properties.into_iter().chain(others).collect()
    }

    fn additional(&self, known: &[&str], keywords: Vec<TokenStream>) -> Option<TokenStream> {
        let table = quote!(runtime::Keyword::AdditionalProperties(&[#(#known),*], &[#(#keywords),*]));
        (!keywords.is_empty()).then_some(table)
    }

    /// A keyword with a list, if there is something in it.
    fn keyword(&self, name: &str, list: Vec<TokenStream>) -> Option<TokenStream> {
        let name = ident(name);
        (!list.is_empty()).then(|| quote!(runtime::Keyword::#name(&[#(#list),*])))
    }

    fn enumeration(&self, id: TypeId, values: &[EnumValue]) -> TokenStream {
        let kind = ScalarKind::of(values);
        let listed = self.scope.emission().names.ty(id).map(|_| self.scope.plain(id));
        match (kind, listed) {
            (ScalarKind::Strings, Some(ty)) => quote!(runtime::Keyword::Enum(#ty::VALUES)),
            (ScalarKind::Integers, Some(ty)) => quote!(runtime::Keyword::EnumOfIntegers(#ty::VALUES)),
            _ => {
                let values = values.iter().map(|value| value.value.to_string());
                quote!(runtime::Keyword::EnumOfValues(&[#(#values),*]))
            }
        }
    }

    /// The constraints that are written at the type itself.
    fn own(&self, id: TypeId) -> Vec<TokenStream> {
        let Constraints {
            minimum,
            exclusive_minimum,
            maximum,
            exclusive_maximum,
            multiple_of,
            min_length,
            max_length,
            pattern,
            min_items,
            max_items,
            unique_items,
            min_properties,
            max_properties,
            format: _,
        } = effective(&self.api()[id]);
        let text = |number: serde_json::Number| Literal::string(&number.to_string());
        let (least, most) = (
            if exclusive_minimum { "ExclusiveMinimum" } else { "Minimum" },
            if exclusive_maximum { "ExclusiveMaximum" } else { "Maximum" },
        );
        let limits = [
            (least, minimum.map(text)),
            (most, maximum.map(text)),
            ("MultipleOf", multiple_of.map(text)),
            ("MinLength", min_length.map(Literal::u64_unsuffixed)),
            ("MaxLength", max_length.map(Literal::u64_unsuffixed)),
            ("MinItems", min_items.map(Literal::u64_unsuffixed)),
            ("MaxItems", max_items.map(Literal::u64_unsuffixed)),
            ("MinProperties", min_properties.map(Literal::u64_unsuffixed)),
            ("MaxProperties", max_properties.map(Literal::u64_unsuffixed)),
        ];
        let limits = limits.into_iter().filter_map(|(name, limit)| {
            let name = ident(name);
            limit.map(|limit| quote!(runtime::Keyword::#name(#limit)))
        });
        let pattern = pattern.and_then(|pattern| self.pattern(&pattern));
        let unique = unique_items.then(|| quote!(runtime::Keyword::UniqueItems));
        limits.chain(pattern).chain(unique).collect()
    }

    fn pattern(&self, pattern: &Pattern) -> Option<TokenStream> {
        let (meaning, text) = (pattern.meaning()?, pattern.as_str());
        let regex = &meaning.regex;
        let matches = ident(if meaning.looks_around() { "matches_with_look_around" } else { "matches" });
        Some(quote! {
            runtime::Keyword::Pattern { pattern: #text, regex: #regex, matches: runtime::#matches }
        })
    }
}

fn ident(name: &str) -> proc_macro2::Ident {
    proc_macro2::Ident::new(name, proc_macro2::Span::call_site())
}
