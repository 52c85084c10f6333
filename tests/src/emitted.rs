//! What an emitted file may consist of, told from its text alone: an injection would have to be
//! something that the emitter never makes.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::visit::Visit;
use syn::{File, Item};

/// A word that no name is made of: as an identifier it would be spelled otherwise in every case that
/// Rust has. A payload that calls it and gets through is seen.
pub const PAYLOAD: &str = "pWnEd";

/// Macros that emitted files call: those of the runtime, and assertions of the contract tests.
const MACROS: [&str; 16] = [
    "assert",
    "assert_eq",
    "basic_credential",
    "integer_enum",
    "json_object",
    "matches",
    "operation_error",
    "panic",
    "redacted_debug",
    "routes",
    "scalar_union",
    "string_enum",
    "tagged_union",
    "token_credential",
    "transparent",
    "untagged_union",
];

/// Attributes that emitted items have.
const ATTRIBUTES: [&str; 12] = [
    "allow",
    "cfg",
    "cfg_attr",
    "default",
    "derive",
    "doc",
    "must_use",
    "non_exhaustive",
    "recursion_limit",
    "test",
    "tokio",
    "track_caller",
];

/// Keywords of what the emitter never makes.
const FORBIDDEN: [&str; 5] = ["extern", "macro_rules", "static", "union", "unsafe"];

/// What the text of an emitted file has in it that the emitter does not make.
pub fn violations(text: &str) -> Vec<String> {
    let file: File = match syn::parse_str(text) {
        Ok(file) => file,
        Err(error) => return vec![format!("it is not Rust: {error}")],
    };
    let mut found = Violations::default();
    found.visit_file(&file);
    match text.parse() {
        Ok(tokens) => found.tokens(tokens),
        Err(error) => found.0.push(format!("it has no tokens: {error}")),
    }
    found.0
}

#[derive(Default)]
struct Violations(Vec<String>);

impl Violations {
    /// Within macros too, of which a tree of syntax knows nothing.
    fn tokens(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for (index, token) in tokens.iter().enumerate() {
            let before = index.checked_sub(1).map(|before| &tokens[before]);
            match token {
                TokenTree::Ident(_) if before.is_some_and(starts_lifetime) => {}
                TokenTree::Ident(word) => self.word(&word.to_string(), &tokens[index + 1..]),
                TokenTree::Punct(mark) if mark.as_char() == '#' => self.attribute(&tokens[index + 1..]),
                TokenTree::Group(group) => self.tokens(group.stream()),
                _ => {}
            }
        }
    }

    fn word(&mut self, word: &str, rest: &[TokenTree]) {
        if word == PAYLOAD || FORBIDDEN.contains(&word) && !is_name(word, rest) {
            self.0.push(format!("the word `{word}`"));
        }
        let [TokenTree::Punct(mark), TokenTree::Group(_), ..] = rest else { return };
        let is_keyword = matches!(word, "if" | "in" | "match" | "return" | "while");
        if mark.as_char() == '!' && !is_keyword && !MACROS.contains(&word) {
            self.0.push(format!("the macro `{word}!`"));
        }
    }

    /// `#[…]` or `#![…]`.
    fn attribute(&mut self, rest: &[TokenTree]) {
        let group = match rest {
            [TokenTree::Group(group), ..] => group,
            [TokenTree::Punct(mark), TokenTree::Group(group), ..] if mark.as_char() == '!' => group,
            _ => return,
        };
        let mut inner = group.stream().into_iter();
        let name = inner.next().map(|token| token.to_string()).unwrap_or_default();
        let value: Vec<TokenTree> = inner.collect();
        let is_plain = match name.as_str() {
            "cfg_attr" => matches!(&*value, [TokenTree::Group(group)] if only_allows(group)),
            "doc" => matches!(&*value, [TokenTree::Punct(_), TokenTree::Literal(_)]),
            "tokio" => value.iter().map(ToString::to_string).collect::<String>() == "::test",
            _ => value.iter().all(is_parenthesis) || name == "recursion_limit",
        };
        if group.delimiter() != Delimiter::Bracket || !ATTRIBUTES.contains(&name.as_str()) || !is_plain {
            self.0.push(format!("the attribute `#{group}`"));
        }
    }
}

/// Whether what a condition adds is `allow(…)`: another attribute could bring code in.
fn only_allows(group: &Group) -> bool {
    let added: Vec<TokenTree> = group.stream().into_iter().collect();
    let mut added = added.rsplit(|token| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ','));
    let last = added.next().unwrap_or_default();
    let is_allow = matches!(last, [TokenTree::Ident(word), list] if word == "allow" && is_parenthesis(list));
    is_allow && added.count() == 1
}

fn starts_lifetime(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(mark) if mark.as_char() == '\'')
}

/// `union` is a keyword only before the name of a type.
fn is_name(word: &str, rest: &[TokenTree]) -> bool {
    word == "union" && !matches!(rest, [TokenTree::Ident(_), ..])
        || word == "macro_rules" && !matches!(rest, [TokenTree::Punct(mark), ..] if mark.as_char() == '!')
}

fn is_parenthesis(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if Group::delimiter(group) == Delimiter::Parenthesis)
}

impl Visit<'_> for Violations {
    fn visit_item(&mut self, item: &Item) {
        match item {
            Item::Mod(module) if module.content.is_some() => {
                self.0.push(format!("`mod {} {{`", module.ident))
            }
            Item::Const(_)
            | Item::Enum(_)
            | Item::Fn(_)
            | Item::Impl(_)
            | Item::Macro(_)
            | Item::Mod(_)
            | Item::Struct(_)
            | Item::Trait(_)
            | Item::Type(_)
            | Item::Use(_) => {}
            _ => self.0.push("an item of a kind that is never emitted".to_owned()),
        }
        syn::visit::visit_item(self, item);
    }
}

#[cfg(test)]
mod tests {
    use super::violations;

    #[test]
    fn what_the_emitter_makes_is_fine() {
        let text = "//! `POST /a`: unsafe { evil!() }\nuse crate::runtime::json_object;\n\
            /// A pet.\n#[derive(Debug, Clone)]\n#[non_exhaustive]\npub struct Pet { pub r#unsafe: bool, pub union: &'static str }\n\
            json_object! { Pet { required r#unsafe: \"unsafe\", } }\n\
            impl Pet { fn a(&self) -> bool { if !(self.r#unsafe) { return !(true) } self.union != 1 } }\n";
        assert_eq!(violations(text), Vec::<String>::new());
    }

    #[test]
    fn what_it_never_makes_is_seen_wherever_it_is() {
        for text in [
            "fn a() { unsafe {} }",
            "extern crate std;",
            "mod a { }",
            "#[path = \"a\"] mod a;",
            "#[doc = include_str!(\"a\")] mod a;",
            "#![no_std]",
            "json_object! { A { required a: include!(\"a\"), } }",
            "json_object! { A { #[evil] required a: \"a\", } }",
            "fn a() { pWnEd() }",
            "macro_rules! a { () => {} }",
            "static A: u8 = 1;",
            "union A { a: u8 }",
            "const A: &str = env!(\"A\");",
            "fn a() {",
        ] {
            assert_ne!(violations(text), Vec::<String>::new(), "{text}");
        }
    }
}
