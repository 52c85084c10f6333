//! Headers and cookies, which both sides read and write.

use std::borrow::Cow;

use http::header::{COOKIE, InvalidHeaderValue};
use http::{HeaderMap, HeaderName, HeaderValue};

use super::{Argument, EncodeError, Location, Separator};

/// A media type as a header. The usual one is not copied.
pub(crate) fn content_type(text: &str) -> Result<HeaderValue, InvalidHeaderValue> {
    match text {
        "application/json" => Ok(HeaderValue::from_static("application/json")),
        _ => HeaderValue::from_str(text),
    }
}

/// Puts a header, or as many as there are elements where the separator is [`Separator::Multi`].
pub(crate) fn put_header(
    headers: &mut HeaderMap,
    name: &'static str,
    by: Separator,
    value: &dyn Argument,
) -> Result<(), EncodeError> {
    let failed = |reason: &dyn std::fmt::Display| EncodeError::new(Location::Header, name, reason);
    let Some(texts) = value.texts().map_err(|error| failed(&error))? else { return Ok(()) };
    let key = HeaderName::from_bytes(name.as_bytes()).map_err(|error| failed(&error))?;
    let values = joined(&texts, by).map_err(|reason| failed(&reason))?;
    // Whoever reads a header takes away the space around it (RFC 9110 section 5.5), and around the elements
    // of a list (section 5.6.1).
    let is_list = by.character().is_some();
    let is_spaced = |text: &str| text != text.trim();
    if values.iter().any(|value| is_spaced(value)) || is_list && texts.iter().any(|text| is_spaced(text)) {
        return Err(failed(&"it begins or ends with space"));
    }
    headers.remove(&key);
    for value in values {
        let value = HeaderValue::from_str(&value).map_err(|error| failed(&error))?;
        headers.append(&key, value);
    }
    Ok(())
}

/// The values of a list as text: one, or one for each element.
pub(crate) fn joined<'t>(
    texts: &'t [Cow<'_, str>],
    by: Separator,
) -> Result<Vec<Cow<'t, str>>, &'static str> {
    match by.character() {
        None => Ok(texts.iter().map(|text| Cow::Borrowed(&**text)).collect()),
        Some(separator) => {
            separable(texts, by)?;
            Ok(vec![Cow::Owned(texts.join(&separator.to_string()))])
        }
    }
}

/// Whether a list whose elements are joined as they are is read as the same list.
pub(crate) fn separable(texts: &[Cow<'_, str>], by: Separator) -> Result<(), &'static str> {
    let Some(separator) = by.character() else { return Ok(()) };
    if texts.iter().any(|text| text.contains(separator)) {
        return Err("an element contains the separator");
    }
    not_one_empty(texts)
}

/// A text without a character is a list without elements.
pub(crate) fn not_one_empty(texts: &[Cow<'_, str>]) -> Result<(), &'static str> {
    match texts {
        [text] if text.is_empty() => Err("a list of one empty element would be an empty list"),
        _ => Ok(()),
    }
}

/// The texts of a header. Nothing where it is absent; an error where it isn't text.
pub(crate) fn header_texts<'h>(
    headers: &'h HeaderMap,
    name: &str,
    list: Option<Separator>,
) -> Result<Option<Vec<Cow<'h, str>>>, &'static str> {
    let mut texts = Vec::new();
    let mut there = false;
    for value in headers.get_all(name) {
        there = true;
        let text = value.to_str().map_err(|_| "is not text")?;
        match list.and_then(Separator::character) {
            None => texts.push(Cow::Borrowed(text)),
            Some(_) if text.is_empty() => {}
            Some(separator) => texts.extend(text.split(separator).map(|text| Cow::Borrowed(text.trim()))),
        }
    }
    Ok(there.then_some(texts))
}

/// The `Cookie` header with one more pair (RFC 6265 section 4.2).
#[cfg(feature = "client")]
pub(crate) fn with_cookie(headers: &HeaderMap, pair: &str) -> Result<HeaderValue, &'static str> {
    let mut cookies = match headers.get(COOKIE) {
        Some(cookies) => [cookies.as_bytes(), b"; "].concat(),
        None => Vec::new(),
    };
    cookies.extend_from_slice(pair.as_bytes());
    HeaderValue::from_bytes(&cookies).map_err(|_| "is not text")
}

/// The value of a cookie, still encoded.
#[cfg(feature = "server")]
pub(crate) fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let lists = headers.get_all(COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    let mut pairs = lists.flat_map(|list| list.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(known, _)| *known == name).map(|(_, value)| value)
}
