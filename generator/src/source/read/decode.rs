//! From bytes to text.

/// The text of a file, without its byte order mark; otherwise the offset of the first byte that
/// is not UTF-8, with the text up to there.
///
/// UTF-16 with a byte order mark is read too (YAML 1.2 section 5.2 asks for it).
pub(crate) fn decode(bytes: Vec<u8>) -> Result<String, (usize, String)> {
    match bytes.as_slice() {
        [0xEF, 0xBB, 0xBF, text @ ..] => utf8(text.to_vec()).map_err(|(at, text)| (at + 3, text)),
        [0xFF, 0xFE, units @ ..] => utf16(units, u16::from_le_bytes),
        [0xFE, 0xFF, units @ ..] => utf16(units, u16::from_be_bytes),
        _ => utf8(bytes),
    }
}

fn utf8(bytes: Vec<u8>) -> Result<String, (usize, String)> {
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let valid = error.as_bytes().get(..at).unwrap_or_default();
        (at, String::from_utf8_lossy(valid).into_owned())
    })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, (usize, String)> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let units = pairs.iter().copied().map(unit);
    match char::decode_utf16(units).collect::<Result<String, _>>() {
        Ok(text) if odd.is_empty() => Ok(text),
        _ => Err((0, String::new())),
    }
}
