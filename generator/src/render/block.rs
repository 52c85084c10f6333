//! Structs, `impl`s and traits, whose members are printed one at a time: the same members are in many of them.

use proc_macro2::TokenStream;
use quote::quote;

use super::code::Place;
use super::{Code, Docs};

/// A struct with named fields, an `impl` or a trait.
#[derive(Debug, Clone)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its docs.
    pub docs: Docs,
    /// What comes before the braces: attributes, and `pub struct Request`.
    pub head: Code,
    /// What is between them.
    pub members: Vec<Member>,
}

/// What has members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// A struct; its members are fields.
    Struct,
    /// An `impl`; its members are functions, with a blank line between.
    Impl,
    /// A trait; its members are functions too.
    Trait,
}

/// A member of a [`Block`].
#[derive(Debug, Clone)]
pub struct Member {
    /// Its docs.
    pub docs: Docs,
    /// The field without its comma, or the function.
    pub code: Code,
}

impl From<TokenStream> for Member {
    fn from(tokens: TokenStream) -> Self {
        Code::from(tokens).into()
    }
}

impl From<Code> for Member {
    fn from(code: Code) -> Self {
        Self { docs: Docs::default(), code }
    }
}

impl Block {
    /// An `impl` with these functions.
    pub(crate) fn of_functions(head: impl Into<Code>, functions: Vec<Member>) -> Self {
        Self { kind: BlockKind::Impl, docs: Docs::default(), head: head.into(), members: functions }
    }

    /// Writes the text of the block.
    ///
    /// # Errors
    ///
    /// A part of it is not Rust.
    pub(super) fn write(
        self,
        to: &mut String,
        print: impl Fn(TokenStream) -> syn::Result<String>,
    ) -> syn::Result<()> {
        self.docs.comment("", "///", to);
        let head = |head| Ok(print(quote!(#head {}))?.trim_end().trim_end_matches("{}").to_owned());
        to.push_str(&self.head.text(Place::Head, head)?);
        if self.members.is_empty() {
            to.push_str("{}\n");
            return Ok(());
        }
        to.push_str("{\n");
        let (place, keyword) = match self.kind {
            BlockKind::Struct => (Place::Field, quote!(struct)),
            BlockKind::Impl => (Place::Function, quote!(impl)),
            BlockKind::Trait => (Place::Function, quote!(trait)),
        };
        for (index, member) in self.members.into_iter().enumerate() {
            if index > 0 && place == Place::Function {
                to.push('\n');
            }
            member.docs.comment("    ", "///", to);
            let member = member.code.text(place, |member| {
                let whole = print(quote!(#keyword M { #member }))?;
                // Between the first line and the last one.
                let inside = whole.split_once('\n').and_then(|(_, rest)| rest.strip_suffix("}\n"));
                Ok(inside.unwrap_or(&whole).to_owned())
            })?;
            to.push_str(&member);
        }
        to.push_str("}\n");
        Ok(())
    }
}
