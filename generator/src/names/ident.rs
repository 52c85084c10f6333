//! The one function that makes Rust identifiers, total over all strings.

use std::fmt;

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, TokenStreamExt};
use sha2::{Digest, Sha256};

use super::spelling::spell;

/// A Rust identifier. Holding one is the proof that it is one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ident {
    text: String,
    raw: bool,
}

/// How long a keyword may be: `abstract`.
const LONGEST_KEYWORD: usize = 8;

/// The case that Rust writes a kind of name in (RFC 430).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// Modules, functions, fields: `snake_case`.
    Snake,
    /// Types, traits, variants: `UpperCamelCase`.
    Camel,
    /// Constants: `SHOUTY_SNAKE_CASE`.
    Constant,
}

impl Ident {
    /// An identifier for any text at all.
    pub fn new(text: &str, case: Case) -> Self {
        let spelled = spell(text);
        let mut text = match case {
            Case::Snake if is_snake(&spelled) => spelled,
            Case::Snake => spelled.to_snake_case(),
            Case::Camel => spelled.to_upper_camel_case(),
            Case::Constant if is_snake(&spelled) => spelled.to_ascii_uppercase(),
            Case::Constant => spelled.to_shouty_snake_case(),
        };
        if text.is_empty() {
            text.push_str(if case == Case::Snake { "empty" } else { "Empty" });
        }
        if text.starts_with(|first: char| first.is_ascii_digit()) {
            text.insert(0, if case == Case::Snake { 'n' } else { 'N' });
        }
        Self::checked(shortened(text, case))
    }

    /// An identifier from text that has the right letters already.
    fn checked(mut text: String) -> Self {
        // These can't be raw identifiers (Rust reference, identifiers).
        if matches!(text.as_str(), "self" | "Self" | "super" | "crate" | "_") {
            text.push('_');
        }
        let may_be_keyword =
            text.len() <= LONGEST_KEYWORD && text.bytes().all(|byte| byte.is_ascii_lowercase());
        let raw = may_be_keyword && is_keyword(&text);
        Self { text, raw }
    }

    /// The same with `suffix`, which has only letters, digits and `_`, at its end.
    pub fn with_suffix(&self, suffix: &str) -> Self {
        Self::checked(format!("{}{suffix}", self.text))
    }

    /// The same with `prefix`, which has only letters and `_`, before it: `with_type` for `r#type`.
    pub fn with_prefix(&self, prefix: &str) -> Self {
        Self::checked(format!("{prefix}{}", self.text))
    }

    /// The text without `r#`, as in a file's name.
    pub fn plain(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.raw { write!(f, "r#{}", self.text) } else { f.write_str(&self.text) }
    }
}

impl ToTokens for Ident {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append(if self.raw {
            proc_macro2::Ident::new_raw(&self.text, Span::call_site())
        } else {
            proc_macro2::Ident::new(&self.text, Span::call_site())
        });
    }
}

/// Whether a text that has the letters of an identifier is none. `gen` is reserved since edition 2024, which
/// `syn` does not know.
pub(crate) fn is_keyword(text: &str) -> bool {
    text == "gen" || syn::parse_str::<syn::Ident>(text).is_err()
}

/// Whether a text is in snake case already, as most names are that are made of others.
fn is_snake(text: &str) -> bool {
    let is_word = |word: &str| {
        !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    text.split('_').all(is_word)
}

/// How long an identifier may be: file systems stop at 255 bytes for a file's name, and readers
/// sooner.
const LONGEST: usize = 100;

/// The text, with its middle replaced by a hash of the whole where it is too long: the name stays
/// the same from run to run, and differs from others that start alike.
fn shortened(text: String, case: Case) -> String {
    if text.len() <= LONGEST {
        return text;
    }
    let digest = Sha256::digest(text.as_bytes());
    let hash: String = digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    let (head, tail) = (LONGEST * 3 / 5, LONGEST / 5);
    // ASCII since it was spelled, so that every index is a boundary.
    let (head, tail) =
        (text[..head].trim_end_matches('_'), text[text.len() - tail..].trim_start_matches('_'));
    match case {
        Case::Snake => format!("{head}_{hash}_{tail}"),
        Case::Camel => format!("{head}{hash}{tail}"),
        Case::Constant => format!("{head}_{}_{tail}", hash.to_uppercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Case, Ident};

    fn all(text: &str) -> [String; 3] {
        [Case::Snake, Case::Camel, Case::Constant].map(|case| Ident::new(text, case).to_string())
    }

    #[test]
    fn ordinary_names_take_the_case_of_their_kind() {
        assert_eq!(all("userId"), ["user_id", "UserId", "USER_ID"]);
        assert_eq!(all("free_for_chat"), ["free_for_chat", "FreeForChat", "FREE_FOR_CHAT"]);
    }

    #[test]
    fn keywords_are_raw_where_they_can_be() {
        assert_eq!(Ident::new("type", Case::Snake).to_string(), "r#type");
        assert_eq!(Ident::new("gen", Case::Snake).to_string(), "r#gen");
        assert_eq!(Ident::new("self", Case::Snake).to_string(), "self_");
        assert_eq!(Ident::new("self", Case::Camel).to_string(), "Self_");
    }

    #[test]
    fn odd_names_get_a_readable_spelling() {
        assert_eq!(all(""), ["empty", "Empty", "EMPTY"]);
        assert_eq!(all("+1"), ["plus_1", "Plus1", "PLUS_1"]);
        assert_eq!(all("2fa")[0], "n2fa");
        assert_eq!(all("<="), ["less_equal", "LessEqual", "LESS_EQUAL"]);
        assert_eq!(all("Entry«string,long»")[1], "EntryStringLong");
        assert_eq!(all("Größe")[0], "grosse");
    }

    #[test]
    fn long_names_are_shortened_and_stay_apart() {
        let [one, other] = ["a", "b"].map(|middle| {
            let text = format!("{}{}{}", "word ".repeat(30), middle, " word".repeat(30));
            Ident::new(&text, Case::Snake).to_string()
        });
        assert!(one.len() <= 100 && one != other, "{one} {other}");
    }

    #[test]
    fn every_string_gives_an_identifier() {
        let hostile =
            ["a-b", "1a", "_", "__", "crate", "r#x", "\u{202e}", "🦀", "\0", "'a", "a b\nc", "名前"];
        for text in hostile {
            for name in all(text) {
                assert!(syn::parse_str::<syn::Ident>(&name).is_ok(), "{text:?} became {name:?}");
            }
        }
    }
}
