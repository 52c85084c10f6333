//! How a struct is made: `new` with what is required, and `with_…` for the rest.
//!
//! Many operations have the same fields, and with them the same functions, so that each says what it is
//! made from and is made once.

use proc_macro2::TokenStream;
use quote::quote;

use super::object::{Field, FieldKind, Struct};
use crate::emit::scope::Scope;
use crate::render::{Blank, Block, Code, Docs, Member};

impl Struct {
    /// `impl Request { … }`.
    pub(super) fn constructors(&self, scope: &Scope<'_>) -> Block {
        let name = &self.name;
        let setters = self.fields.iter().filter_map(|field| setter(scope, field));
        let functions = [self.new_function()].into_iter().chain(setters).collect();
        Block::of_functions(Code::alike(quote!(impl #name), [Blank::name(name).alone()]), functions)
    }

    fn new_function(&self) -> Member {
        let arguments: Vec<_> = self.fields.iter().filter(|field| field.kind.is_argument()).collect();
        if arguments.is_empty() {
            return Member {
                docs: Docs::new(" With nothing set.".to_owned()),
                code: Code::function("new", || quote! { pub fn new() -> Self { Self::default() } }),
            };
        }
        let docs = if arguments.len() == self.fields.len() {
            " With all that there is."
        } else {
            " With what is required."
        };
        let key: String = self.fields.iter().map(Field::key).collect();
        Member {
            docs: Docs::new(docs.to_owned()),
            code: Code::function(&format!("new {key}"), || self.new_with(&arguments)),
        }
    }

    /// `new` with arguments.
    fn new_with(&self, arguments: &[&Field]) -> TokenStream {
        let signature = arguments.iter().map(|field| {
            let (name, (ty, _)) = (&field.name, field.argument());
            quote!(#name: #ty)
        });
        let values = self.fields.iter().map(|field| {
            let name = &field.name;
            match field.kind {
                kind if kind.is_argument() && field.is_taken_as_it_is() => quote!(#name),
                kind if kind.is_argument() => {
                    let (_, value) = field.argument();
                    quote!(#name: #value)
                }
                FieldKind::Optional { .. } => quote!(#name: None),
                _ => quote!(#name: Default::default()),
            }
        });
        quote!(pub fn new(#(#signature),*) -> Self { Self { #(#values),* } })
    }
}

/// `with_…` for a field that `new` leaves out.
fn setter(scope: &Scope<'_>, field: &Field) -> Option<Member> {
    let (name, kind) = (&field.name, field.kind);
    let held = match kind {
        FieldKind::Required { .. } | FieldKind::Nullable { .. } => return None,
        FieldKind::Maybe { .. } => field.ty(scope),
        FieldKind::Defaulted | FieldKind::Optional { .. } => field.value.clone(),
    };
    let docs = format!(" Sets {}.", crate::emit::docs::code(name.plain()));
    let code = Code::function(&format!("with {} {held}", field.key()), || {
        let (ty, expression) = match kind {
            FieldKind::Maybe { .. } => (quote!(impl Into<#held>), quote!(#name.into())),
            FieldKind::Optional { .. } => {
                let (ty, expression) = field.argument();
                (ty, quote!(Some(#expression)))
            }
            _ => (held, quote!(#name)),
        };
        let method = name.with_prefix("with_");
        quote! {
            #[must_use]
            pub fn #method(mut self, #name: #ty) -> Self {
                self.#name = #expression;
                self
            }
        }
    });
    Some(Member { docs: Docs::new(docs), code })
}

impl Field {
    /// Whether the argument that fills it is what it holds.
    fn is_taken_as_it_is(&self) -> bool {
        let is_converted = self.into && !matches!(self.kind, FieldKind::Nullable { .. });
        !self.kind.is_boxed() && !is_converted
    }

    /// What tells the functions that fill it from those of other fields.
    fn key(&self) -> String {
        let Self { name, kind, value, into, .. } = self;
        format!("{name} {kind:?} {into} {value};")
    }

    /// The type of the argument that fills it, and the expression that does.
    fn argument(&self) -> (TokenStream, TokenStream) {
        let (name, value) = (&self.name, &self.value);
        match (self.kind, self.into) {
            (FieldKind::Nullable { boxed: true }, _) => (quote!(Option<#value>), quote!(#name.map(Box::new))),
            (FieldKind::Nullable { boxed: false }, _) => (quote!(Option<#value>), quote!(#name)),
            (kind, _) if kind.is_boxed() => (value.clone(), quote!(Box::new(#name))),
            (_, true) => (quote!(impl Into<#value>), quote!(#name.into())),
            (_, false) => (value.clone(), quote!(#name)),
        }
    }
}
