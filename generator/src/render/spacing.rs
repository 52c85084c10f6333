//! Blank lines between the members of an `impl` or a trait.
//!
//! prettyplease prints an empty verbatim item as a blank line, which is how one is asked for.

use proc_macro2::TokenStream;
use syn::{File, ImplItem, Item, TraitItem};

/// Puts a blank line before every function of an `impl` or a trait but the first member.
pub(super) fn between_members(file: &mut File) {
    for item in &mut file.items {
        match item {
            Item::Impl(item) => {
                space(
                    &mut item.items,
                    |member| matches!(member, ImplItem::Fn(_)),
                    || ImplItem::Verbatim(TokenStream::new()),
                );
            }
            Item::Trait(item) => {
                space(
                    &mut item.items,
                    |member| matches!(member, TraitItem::Fn(_)),
                    || TraitItem::Verbatim(TokenStream::new()),
                );
            }
            _ => {}
        }
    }
}

fn space<T>(members: &mut Vec<T>, is_function: impl Fn(&T) -> bool, blank: impl Fn() -> T) {
    // Members are large; each is moved once.
    let mut spaced = Vec::with_capacity(members.len() * 2);
    for (index, member) in members.drain(..).enumerate() {
        if index > 0 && is_function(&member) {
            spaced.push(blank());
        }
        spaced.push(member);
    }
    *members = spaced;
}
