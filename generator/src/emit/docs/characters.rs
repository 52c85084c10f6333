//! Characters that a comment can't hold.

/// The text with line ends as `\n`, tabs as spaces, and without control characters and those that
/// change the direction of text, which rustc refuses in a comment.
pub(super) fn clean(text: &str) -> String {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n')) {
        return text.to_owned();
    }
    let unix = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}', '\u{85}'], "\n")
        .replace('\t', "    ");
    unix.chars().filter(|char| *char == '\n' || !(char.is_control() || is_directional(*char))).collect()
}

/// Explicit directional formatting characters (Unicode Standard Annex 9, section 2) and marks
/// that are invisible.
fn is_directional(char: char) -> bool {
    matches!(char, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
