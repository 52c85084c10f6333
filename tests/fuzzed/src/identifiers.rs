//! Identifiers, of any text.

use cratewright::names::{Case, Ident};

/// What comes out is an identifier of its case, fit for a file's name, and the same every time.
pub fn check(text: &str) {
    for case in [Case::Snake, Case::Camel, Case::Constant] {
        let ident = Ident::new(text, case);
        for (made, name) in [
            ("as it is", ident.clone()),
            ("with a suffix", ident.with_suffix("_2")),
            ("with a prefix", ident.with_prefix("with_")),
        ] {
            let printed = name.to_string();
            assert!(syn::parse_str::<syn::Ident>(&printed).is_ok(), "{made}: {text:?} became {printed:?}");
            assert!(printed.is_ascii() && printed.len() <= 120, "{made}: {text:?} became {printed:?}");
        }
        assert_eq!(ident, Ident::new(text, case));
        let has_other_case = match case {
            Case::Snake => ident.plain().contains(|c: char| c.is_ascii_uppercase()),
            Case::Camel => ident.plain().trim_end_matches('_').contains('_'),
            Case::Constant => ident.plain().contains(|c: char| c.is_ascii_lowercase()),
        };
        assert!(!has_other_case, "{text:?} became {ident}, which is not {case:?}");
    }
}
