//! Pairs of a query, of a form, and of cookies.

/// A name and a value, decoded.
type Pair = (Vec<u8>, Vec<u8>);

/// Sorted by name; those of one name stay in their order.
pub(super) fn pairs(text: &str) -> Vec<Pair> {
    let pairs = text.split('&').filter(|pair| !pair.is_empty());
    let spaced = |text: &str| decoded(&text.replace('+', " "));
    sorted(pairs.map(|pair| pair.split_once('=').unwrap_or((pair, ""))), spaced)
}

/// The cookies of a request.
pub(super) fn cookies(values: &[Vec<u8>]) -> Vec<Pair> {
    let text = values.iter().map(|value| String::from_utf8_lossy(value)).collect::<Vec<_>>().join("; ");
    sorted(text.split("; ").filter_map(|pair| pair.split_once('=')), decoded)
}

fn sorted<'t>(
    pairs: impl Iterator<Item = (&'t str, &'t str)>,
    decoded: impl Fn(&str) -> Vec<u8>,
) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = pairs.map(|(name, value)| (decoded(name), decoded(value))).collect();
    pairs.sort_by(|one, other| one.0.cmp(&other.0));
    pairs
}

/// What percent-encoded text says.
pub(super) fn decoded(text: &str) -> Vec<u8> {
    let (mut bytes, mut rest) = (Vec::new(), text.as_bytes());
    while let [first, after @ ..] = rest {
        let hex = after.get(..2).filter(|_| *first == b'%').and_then(|hex| std::str::from_utf8(hex).ok());
        let byte = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    bytes
}
