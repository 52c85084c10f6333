//! A hash of what a file is printed from. Equal hashes print the same text, so that a file that was
//! printed need not be printed again.

use std::fmt::{Display, Write};

use sha2::{Digest, Sha256};

use super::{Docs, Item, SourceFile};
use crate::known::Emitted;

/// The hash of a file.
pub(crate) fn digest(file: &SourceFile) -> Emitted {
    let mut text = String::new();
    text.push_str(file.docs.as_str());
    for item in &file.items {
        text.push(ITEM);
        match item {
            Item::Code(docs, code) => part(&mut text, docs, code),
            Item::Block(block) => {
                part(&mut text, &block.docs, &block.head);
                for member in &block.members {
                    text.push(MEMBER);
                    part(&mut text, &member.docs, &member.code);
                }
            }
            Item::Table(table) => text.push_str(&table.to_string()),
        }
    }
    let mut hash = [0; 16];
    hash.iter_mut().zip(Sha256::digest(&text)).for_each(|(to, from)| *to = from);
    Emitted(hash)
}

fn part(text: &mut String, docs: &Docs, code: &impl Display) {
    // Writing to a String cannot fail. Tokens that are parsed differently are written differently.
    let _ = write!(text, "{}{PART}{code}", docs.as_str());
}

/// What parts one thing from the next: characters that are in no token.
const PART: char = '\u{1}';
const ITEM: char = '\u{2}';
const MEMBER: char = '\u{3}';

#[cfg(test)]
mod tests {
    use proc_macro2::TokenStream;
    use quote::quote;

    use super::super::{Block, BlockKind, Member};
    use super::*;

    fn of(tokens: TokenStream) -> Emitted {
        digest(&SourceFile { path: String::new(), docs: Docs::default(), items: vec![tokens.into()] })
    }

    #[test]
    fn what_prints_differently_has_another_hash() {
        let all = [
            quote!(a b),
            quote!(ab),
            quote!("ab"),
            quote!(a(b)),
            quote!(a[b]),
            quote!(a { b }),
            quote!((a) b),
            quote!(a = > b),
            quote!(a => b),
        ];
        for (index, one) in all.iter().enumerate() {
            assert_eq!(of(one.clone()), of(one.clone()));
            for other in all.iter().skip(index + 1) {
                assert_ne!(of(one.clone()), of(other.clone()), "{one} and {other}");
            }
        }
    }

    #[test]
    fn docs_items_and_members_stay_apart() {
        let docs = |text: &str| Docs::new(text.to_owned());
        let file = |of_file: &str, items: Vec<Item>| {
            digest(&SourceFile { path: String::new(), docs: docs(of_file), items })
        };
        let block = |of_block: &str, members: &[(&str, TokenStream)]| {
            let members = members.iter().cloned();
            let members =
                members.map(|(text, tokens)| Member { docs: docs(text), code: tokens.into() }).collect();
            Item::from(Block {
                kind: BlockKind::Struct,
                docs: docs(of_block),
                head: quote!(a).into(),
                members,
            })
        };
        let all = [
            file(" a", vec![]),
            file("", vec![]),
            file("", vec![quote!(a).into()]),
            file("", vec![Item::Code(docs("a"), quote!().into())]),
            file("", vec![quote!(a).into(), quote!(b).into()]),
            file("", vec![quote!(a b).into()]),
            file("", vec![block("", &[("", quote!(b))])]),
            file("", vec![block("b", &[("", quote!(b))])]),
            file("", vec![block("", &[("b", quote!(b))])]),
            file("", vec![block("", &[("", quote!(b)), ("", quote!(b))])]),
            file("", vec![block("", &[("", quote!(b b))])]),
        ];
        for (index, one) in all.iter().enumerate() {
            assert!(all.iter().skip(index + 1).all(|other| one != other), "{index}");
        }
    }
}
