//! Text of a document, spelled so that it can become an identifier.
//!
//! Names in documents are anything: `$ref`, `+1`, `Entry«string,long»`, `名前`, nothing at all.
//! Spelling turns each into ASCII words; case and keywords are [`super::ident`]'s.

/// ASCII words for a text, separated by anything that is not alphanumeric. Never empty of
/// letters and digits.
pub(super) fn spell(text: &str) -> String {
    let ascii = deunicode::deunicode(text);
    let ascii = ascii.trim();
    if ascii.is_empty() {
        return "empty".to_owned();
    }
    if !ascii.contains(|char: char| char.is_ascii_alphanumeric()) {
        return ascii.chars().map(symbol).collect::<Vec<_>>().join("_");
    }
    match ascii.as_bytes() {
        [b'-', next, ..] if next.is_ascii_alphanumeric() => format!("minus_{}", &ascii[1..]),
        [b'+', next, ..] if next.is_ascii_alphanumeric() => format!("plus_{}", &ascii[1..]),
        _ => ascii.to_owned(),
    }
}

/// What a symbol is called.
fn symbol(char: char) -> &'static str {
    match char {
        '*' => "star",
        '/' => "slash",
        '\\' => "backslash",
        '.' => "dot",
        ',' => "comma",
        ':' => "colon",
        ';' => "semicolon",
        '=' => "equal",
        '<' => "less",
        '>' => "greater",
        '!' => "not",
        '?' => "question",
        '&' => "and",
        '|' => "or",
        '%' => "percent",
        '$' => "dollar",
        '#' => "hash",
        '@' => "at",
        '+' => "plus",
        '-' => "minus",
        '~' => "tilde",
        '^' => "caret",
        '_' => "underscore",
        '(' | ')' | '[' | ']' | '{' | '}' => "bracket",
        '"' | '\'' | '`' => "quote",
        ' ' => "space",
        _ => "symbol",
    }
}
