//! Percent-encoding as RFC 3986 section 2 has it.

#[cfg(feature = "server")]
use std::borrow::Cow;

#[cfg(feature = "server")]
use percent_encoding::percent_decode_str;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};

/// Everything but RFC 3986's `unreserved`.
const NOT_UNRESERVED: AsciiSet = NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Everything that can't stand for itself in a path: RFC 3986's `pchar` and the slash stay.
const NOT_PATH: AsciiSet = NOT_UNRESERVED
    .remove(b'/')
    .remove(b':')
    .remove(b'@')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=');

/// Whether a byte stands for itself everywhere, as most do.
fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

/// Encodes a value, wherever in a URI it goes: only `unreserved` characters stay.
#[cfg(feature = "client")]
pub(crate) fn push_encoded(uri: &mut String, value: &str) {
    if value.bytes().all(is_unreserved) {
        return uri.push_str(value);
    }
    uri.extend(percent_encode(value.as_bytes(), &NOT_UNRESERVED));
}

/// Encodes what a document has as literal text of a path. It is a part of a URL there, in which what is
/// encoded already stays as it is.
#[cfg(feature = "client")]
pub(crate) fn push_literal(uri: &mut String, literal: &str) {
    if literal.bytes().all(|byte| byte == b'/' || is_unreserved(byte)) {
        return uri.push_str(literal);
    }
    for (index, part) in literal.split('%').enumerate() {
        if index > 0 {
            let digits = part.as_bytes().first_chunk::<2>();
            let is_encoded = digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
            uri.push_str(if is_encoded { "%" } else { "%25" });
        }
        uri.extend(percent_encode(part.as_bytes(), &NOT_PATH));
    }
}

/// A path, or the literal text of one, in one spelling: equal paths become equal text. An encoded slash
/// stays encoded.
#[cfg(feature = "server")]
pub(crate) fn canonical_path(path: &str) -> Cow<'_, str> {
    if path.bytes().all(|byte| byte == b'/' || is_unreserved(byte)) {
        return Cow::Borrowed(path);
    }
    let mut canonical = String::with_capacity(path.len());
    for (index, segment) in path.split('/').enumerate() {
        if index > 0 {
            canonical.push('/');
        }
        let decoded: Vec<u8> = percent_decode_str(segment).collect();
        canonical.extend(percent_encode(&decoded, const { &NOT_PATH.add(b'/') }));
    }
    Cow::Owned(canonical)
}

/// Decodes a piece of a path. Nothing where it isn't UTF-8.
#[cfg(feature = "server")]
pub(crate) fn decode(text: &str) -> Option<Cow<'_, str>> {
    percent_decode_str(text).decode_utf8().ok()
}

/// Decodes a piece of a query or of a form, in which `+` is a space. Nothing where it isn't UTF-8.
#[cfg(feature = "server")]
pub(crate) fn decode_form(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains('+') {
        return decode(text);
    }
    let spaced = text.replace('+', " ");
    decode(&spaced).map(|decoded| Cow::Owned(decoded.into_owned()))
}

/// The names and values of a query or of a form, still encoded.
#[cfg(feature = "server")]
pub(crate) fn pairs(query: &str) -> impl Iterator<Item = (&str, &str)> {
    query.split('&').filter(|pair| !pair.is_empty()).map(|pair| pair.split_once('=').unwrap_or((pair, "")))
}
