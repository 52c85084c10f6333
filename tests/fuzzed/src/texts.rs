//! Texts that a document may have anywhere: wild ones, and those that have broken generators.

use arbitrary::{Result, Unstructured};

/// Each would be code, markup or a path if it were pasted in.
const PAYLOADS: [&str; 24] = [
    "",
    "a",
    "b c",
    "pet",
    "self",
    "r#type",
    "1st",
    "../a",
    "CON",
    "a.b",
    "$ref",
    "\"); pWnEd(); (\"",
    "\"#; pWnEd!(); //",
    "*/ pub fn pWnEd() {} /*",
    "\n}\npub fn pWnEd() {}\n{",
    "\r\n#![pWnEd]\r//! ",
    "]\n#[pWnEd]\n[",
    "```\npWnEd!()\n```\n\n    pWnEd!()\n",
    "<script>pWnEd()</script> [x](crate::pWnEd) ![y](z) `` ` ``",
    "\u{202e}\u{0}\u{2028}\u{feff}",
    "{a}{b}{}",
    "%2e%2e/%00",
    "Größe «名前» 🦀",
    "'\\u{7d}\\",
];

/// Any text.
pub(crate) fn text(u: &mut Unstructured<'_>) -> Result<String> {
    Ok(match u.int_in_range(0..=3)? {
        0 | 1 => (*u.choose(&PAYLOADS)?).to_owned(),
        2 => u.arbitrary::<&str>()?.to_owned(),
        _ => format!("{}{}", u.choose(&PAYLOADS)?, u.choose(&PAYLOADS)?),
    })
}

/// A few texts.
pub(crate) fn texts(u: &mut Unstructured<'_>) -> Result<Vec<String>> {
    (0..u.int_in_range(0..=3)?).map(|_| text(u)).collect()
}

/// One of a few words, or seldom a text that is none of them.
pub(crate) fn word(u: &mut Unstructured<'_>, words: &[&str]) -> Result<String> {
    match u.ratio(1, 20)? {
        true => text(u),
        false => Ok((*u.choose(words)?).to_owned()),
    }
}
