//! Structs and `impl`s, whose members are printed one at a time: the same members are in many of them.

use proc_macro2::TokenStream;
use quote::quote;

use super::code::Place;
use super::{Code, Docs};

/// A struct with named fields, or an `impl`.
#[derive(Debug, Clone)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its docs.
    pub docs: Docs,
    /// What comes before the braces: attributes, and `pub struct Request`.
    pub head: TokenStream,
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
        Self { docs: Docs::default(), code: tokens.into() }
    }
}

impl Block {
    /// An `impl` with these functions.
    pub(crate) fn of_functions(head: TokenStream, functions: Vec<Member>) -> Self {
        Self { kind: BlockKind::Impl, docs: Docs::default(), head, members: functions }
    }

    /// The text of the block.
    ///
    /// # Errors
    ///
    /// A part of it is not Rust.
    pub(super) fn print(self, print: impl Fn(TokenStream) -> syn::Result<String>) -> syn::Result<String> {
        let mut text = String::new();
        self.docs.comment("", "///", &mut text);
        let head = |head| Ok(within(&print(quote!(#head {}))?, "", "{}"));
        text.push_str(&Code::from(self.head).text(Place::Head, head)?);
        if self.members.is_empty() {
            text.push_str("{}\n");
            return Ok(text);
        }
        text.push_str("{\n");
        for (index, member) in self.members.into_iter().enumerate() {
            if index > 0 && self.kind == BlockKind::Impl {
                text.push('\n');
            }
            member.docs.comment("    ", "///", &mut text);
            text.push_str(&match self.kind {
                BlockKind::Struct => member.code.text(Place::Field, |field| {
                    Ok(within(&print(quote!(struct M { #field }))?, "struct M {\n", "}"))
                })?,
                BlockKind::Impl => member.code.text(Place::Function, |function| {
                    Ok(within(&print(quote!(impl M { #function }))?, "impl M {\n", "}"))
                })?,
            });
        }
        text.push_str("}\n");
        Ok(text)
    }
}

/// A part of a printed text.
fn within(text: &str, open: &str, close: &str) -> String {
    let text = text.strip_prefix(open).unwrap_or(text).trim_end();
    text.strip_suffix(close).unwrap_or(text).to_owned()
}
