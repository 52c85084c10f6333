//! Text, of any kind and of a format.

use cratewright::api::{Constraints, StringFormat};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::string::string_regex;
use serde_json::Value;

/// Text of any kind, the empty one and the reserved characters of every encoding among it.
pub(crate) fn text() -> BoxedStrategy<String> {
    let pieces = string_regex("[ -~]{0,12}").expect("an expression");
    let unicode = vec(any::<char>(), 0..6).prop_map(String::from_iter);
    let awkward =
        proptest::sample::select(vec!["", " ", "%", "%2F", "+", "a,b", "/?#&=", "..", "\u{0}", "🦀"]);
    prop_oneof![4 => pieces, 2 => unicode, 1 => awkward.prop_map(str::to_owned)].boxed()
}

/// Text of a format, in the spelling that has no shorter one.
pub(super) fn string(format: StringFormat, limits: &Constraints) -> BoxedStrategy<Value> {
    let spelt = |expression: &str| string_regex(expression).expect("an expression");
    let text = match format {
        StringFormat::Plain => return plain(limits),
        StringFormat::Base64 => {
            spelt("([A-Za-z0-9+/]{4}){0,3}([A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?")
                .boxed()
        }
        StringFormat::Date => spelt("(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])").boxed(),
        StringFormat::DateTime => {
            spelt("20[0-9]{2}-0[1-9]-1[0-9]T(0[0-9]|1[0-9]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{2}[1-9])?Z")
                .boxed()
        }
        StringFormat::Uuid => {
            spelt("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}").boxed()
        }
        StringFormat::Ipv4 => any::<std::net::Ipv4Addr>().prop_map(|ip| ip.to_string()).boxed(),
        StringFormat::Ipv6 => any::<std::net::Ipv6Addr>().prop_map(|ip| ip.to_string()).boxed(),
        StringFormat::Int64 => any::<i64>().prop_map(|value| value.to_string()).boxed(),
        StringFormat::Uint64 => any::<u64>().prop_map(|value| value.to_string()).boxed(),
    };
    text.prop_map(Value::from).boxed()
}

fn plain(limits: &Constraints) -> BoxedStrategy<Value> {
    let (least, most) =
        (limits.min_length.unwrap_or(0) as usize, limits.max_length.map(|most| most as usize));
    let fits = move |length: usize| length >= least && most.is_none_or(|most| length <= most);
    if let Some(pattern) = &limits.pattern {
        let text = string_regex(&of_ascii(pattern.as_str())).expect("an expression");
        return text
            .prop_filter("a length", move |text| fits(text.chars().count()))
            .prop_map(Value::from)
            .boxed();
    }
    if least == 0 && most.is_none() {
        return text().prop_map(Value::from).boxed();
    }
    let length = least..=most.unwrap_or(least + 8).min(least + 8);
    vec(any::<char>(), length).prop_map(|text| Value::from(String::from_iter(text))).boxed()
}

/// An expression whose digits and letters are those of ECMA-262, without its ends.
fn of_ascii(pattern: &str) -> String {
    let pattern = pattern.trim_start_matches('^').trim_end_matches('$');
    pattern.replace("\\d", "[0-9]").replace("\\w", "[0-9A-Za-z_]")
}
