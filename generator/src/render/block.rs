//! Structs and `impl`s, whose members are printed one at a time: the same members are in many of them.

use std::cell::RefCell;
use std::rc::Rc;

use proc_macro2::TokenStream;
use quote::quote;

use super::Docs;
use crate::memo::Memo;

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
    pub tokens: TokenStream,
}

impl From<TokenStream> for Member {
    fn from(tokens: TokenStream) -> Self {
        Self { docs: Docs::default(), tokens }
    }
}

thread_local! {
    static PRINTED: RefCell<Memo> = RefCell::default();
}

impl Block {
    /// The text of the block.
    ///
    /// # Errors
    ///
    /// A part of it is not Rust.
    pub(super) fn print(&self, print: impl Fn(TokenStream) -> syn::Result<String>) -> syn::Result<String> {
        let mut text = String::new();
        self.docs.comment("", "///", &mut text);
        let head = once(&self.head, |head| Ok(within(&print(quote!(#head {}))?, "", "{}")))?;
        text.push_str(&head);
        if self.members.is_empty() {
            text.push_str("{}\n");
            return Ok(text);
        }
        text.push_str("{\n");
        for (index, member) in self.members.iter().enumerate() {
            if index > 0 && self.kind == BlockKind::Impl {
                text.push('\n');
            }
            member.docs.comment("    ", "///", &mut text);
            text.push_str(&once(&member.tokens, |tokens| {
                let (open, whole) = match self.kind {
                    BlockKind::Struct => ("struct M {\n", quote!(struct M { #tokens })),
                    BlockKind::Impl => ("impl M {\n", quote!(impl M { #tokens })),
                };
                Ok(within(&print(whole)?, open, "}"))
            })?);
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

/// What tokens are as text, made once.
pub(super) fn once(
    tokens: &TokenStream,
    make: impl FnOnce(&TokenStream) -> syn::Result<String>,
) -> syn::Result<Rc<str>> {
    let key = tokens.to_string();
    if let Some(known) = PRINTED.with_borrow(|memo| memo.get(&key)) {
        return Ok(known);
    }
    let made: Rc<str> = make(tokens)?.into();
    PRINTED.with_borrow_mut(|memo| memo.add(key, made.clone()));
    Ok(made)
}
