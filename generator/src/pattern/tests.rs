//! What ECMA-262 says of a pattern and a text, against what the engine says of its translation.

use super::Pattern;

/// Whether the pattern is found in each of the texts.
#[track_caller]
fn finds<const N: usize>(pattern: &str, texts: [&str; N]) -> [bool; N] {
    let pattern = Pattern::new(pattern);
    let meaning = pattern.meaning().expect("the pattern is understood");
    texts.map(|text| meaning.matches(text))
}

#[test]
fn classes_are_those_of_ecma_script() {
    assert_eq!(finds(r"^\d+$", ["7", "٧"]), [true, false]);
    assert_eq!(finds(r"^\w$", ["_", "é"]), [true, false]);
    assert_eq!(finds(r"^\s\S$", ["\u{feff}x", "\u{85}x"]), [true, false]);
    assert_eq!(finds(r"^.$", ["x", "\r", "\u{2028}", "\u{85}"]), [true, false, false, true]);
    assert_eq!(finds(r"\bcat\b", ["a cat", "écaté", "cats"]), [true, true, false]);
    assert_eq!(finds(r"^\p{Lu}\P{L}$", ["Ä1", "ä1"]), [true, false]);
}

#[test]
fn escapes_stand_for_their_characters() {
    assert_eq!(finds(r"^\/\-\_\@\ \<\.$", ["/-_@ <.", "/-_@ <x"]), [true, false]);
    assert_eq!(finds(r"^\u0041\x42\cJ\0\u{43}$", ["AB\n\0C"]), [true]);
    assert_eq!(finds(r"^[\uD83E\uDD80]$", ["🦀"]), [true]);
    assert_eq!(finds(r"^[\b]$", ["\u{8}", "b"]), [true, false]);
}

#[test]
fn in_a_class_few_characters_mean_more_than_themselves() {
    assert_eq!(finds(r"^[[&&~~a]+$", ["[&~a", "b"]), [true, false]);
    assert_eq!(finds(r"^[\w-.]+$", ["a-.", "/"]), [true, false]);
    assert_eq!(finds(r"^[a-c-e^]+$", ["b-e^", "d"]), [true, false]);
    assert_eq!(finds(r"^[+--]+$", ["+,-", "."]), [true, false]);
    assert_eq!(finds(r"^[^\D\W]$", ["1", "a"]), [true, false]);
    assert_eq!(finds(r"^[^]$", ["\n"]), [true]);
    assert_eq!(finds(r"[]", ["", "a"]), [false, false]);
}

#[test]
fn a_brace_that_starts_no_quantifier_is_itself() {
    assert_eq!(finds(r"^{[a-z]{2,3}}$", ["{abc}", "{a}"]), [true, false]);
    assert_eq!(finds(r"^a{,2}$", ["a{,2}", "aa"]), [true, false]);
}

#[test]
fn look_around_and_references_back_have_an_engine_of_their_own() {
    let looks = |pattern: &str| Pattern::new(pattern).meaning().map(super::Meaning::looks_around);
    assert_eq!(looks("^(?:a|b)+$"), Some(false));
    assert_eq!(looks(r"^(?!-)[a-z-]+(?<!-)$"), Some(true));
    assert_eq!(looks(r"^(.)\1$"), Some(true));
    assert_eq!(finds(r"^(?<first>.)\k<first>$", ["aa", "ab"]), [true, false]);
}

#[test]
fn what_is_no_expression_of_ecma_script_is_not_understood() {
    for pattern in ["(", "*a", r"\Aa\Z", r"\p{NoSuchScript}", "a{999999999}", "[b-a]", r"\", r"\uD83E"] {
        assert!(Pattern::new(pattern).meaning().is_none(), "{pattern}");
    }
}
