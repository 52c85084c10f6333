//! Percent-encoding (RFC 3986, section 2.1).

/// All but the unreserved characters encoded (section 2.3).
pub(super) fn encoded(text: &str) -> String {
    with(text, b"-._~")
}

/// The literal part of a path: what may stand in one stays (section 3.3).
pub(super) fn literal(text: &str) -> String {
    with(text, b"-._~/:@!$&'()*+,;=%")
}

fn with(text: &str, kept: &[u8]) -> String {
    let byte = |byte: u8| match byte.is_ascii_alphanumeric() || kept.contains(&byte) {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}
