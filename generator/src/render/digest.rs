//! A hash of what a file is printed from. Equal hashes print the same text, so that a file that was
//! printed need not be printed again.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::{Item, SourceFile};
use crate::known::Emitted;

/// The hash of a file.
pub(crate) fn digest(file: &SourceFile) -> Emitted {
    let mut text = String::new();
    for line in &file.docs {
        text.push_str(line);
        text.push(LINE);
    }
    for item in &file.items {
        text.push(ITEM);
        // Writing to a String cannot fail. Tokens that are parsed differently are written differently.
        let _ = match item {
            Item::Tokens(tokens) => write!(text, "{tokens}"),
            Item::Table(table) => write!(text, "{table}"),
        };
    }
    let mut hash = [0; 16];
    hash.iter_mut().zip(Sha256::digest(&text)).for_each(|(to, from)| *to = from);
    Emitted(hash)
}

/// What parts one thing from the next: characters that are in no token.
const LINE: char = '\u{1}';
const ITEM: char = '\u{2}';

#[cfg(test)]
mod tests {
    use proc_macro2::TokenStream;
    use quote::quote;

    use super::*;

    fn of(tokens: TokenStream) -> Emitted {
        digest(&SourceFile { path: String::new(), docs: Vec::new(), items: vec![tokens.into()] })
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
    fn docs_and_items_stay_apart() {
        let file = |docs: &[&str], items: Vec<TokenStream>| SourceFile {
            path: String::new(),
            docs: docs.iter().map(|line| (*line).to_owned()).collect(),
            items: items.into_iter().map(Item::from).collect(),
        };
        assert_ne!(digest(&file(&["a", "b"], vec![])), digest(&file(&["ab"], vec![])));
        assert_ne!(digest(&file(&["a"], vec![])), digest(&file(&[], vec![quote!(a)])));
        let (apart, together) = (vec![quote!(a), quote!(b)], vec![quote!(a b)]);
        assert_ne!(digest(&file(&[], apart)), digest(&file(&[], together)));
    }
}
