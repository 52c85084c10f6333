//! Values that don't fit: defaults and examples of another type, enumerations, names that are taken.

use fastrand::Rng;
use serde_json::Value;

use crate::mutation::{Edit, Kind};
use crate::noun::Noun;
use crate::text::{Lines, misspelt, replaced};

/// A default that is no value of its type, in place of one that is, or added below the `type`. A schema may
/// have an `example` in its place.
pub(super) const DEFAULT: Kind = Kind {
    name: "a default or an example does not fit",
    fits: |place| place.holder.is_typed() && place.key.as_ref().is_some_and(|(key, _)| key == "type"),
    make: |place, text, rng| {
        let (lines, (_, at)) = (Lines::new(text), place.key.as_ref()?);
        let is_free = |key: &&str| {
            place.around.get(*key).is_none() && (*key == "default" || place.holder == Noun::Schema)
        };
        let key = rng.choice(["default", "example"].into_iter().filter(is_free).collect::<Vec<_>>())?;
        let misfit = misfit(&place.around, key, rng)?;
        let line = lines.of(at.start) + 1;
        let added = format!("{}{key}: {misfit}", " ".repeat(lines.column(at.start)));
        lines.leads(at.start).then(|| Edit { text: lines.with(line..line, &[added]), lines: vec![line] })
    },
    breaks_syntax: false,
};

/// What is no value of a schema. Of texts without an `enum`, every text is one, and `example` is free-form
/// (Swagger 2.0, Schema Object): people write those of texts without quotes, be they numbers.
fn misfit(schema: &Value, key: &str, rng: &mut Rng) -> Option<String> {
    let words = schema["enum"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let words: Vec<&str> = words.collect();
    match schema["type"].as_str()? {
        "string" if words.is_empty() && key == "example" => Some("[]".to_owned()),
        "string" if words.is_empty() => Some(rng.choice(["[]", "12", "true"])?.to_owned()),
        "string" => {
            let word = misspelt(rng.choice(&words)?, rng);
            (!words.contains(&word.as_str())).then_some(word)
        }
        "integer" => Some(rng.choice(["many", "1.5", "true"])?.to_owned()),
        "number" => Some(rng.choice(["many", "true"])?.to_owned()),
        "boolean" => Some(rng.choice(["perhaps", "12"])?.to_owned()),
        "array" => Some(rng.choice(["12", "none"])?.to_owned()),
        "object" => Some(rng.choice(["12", "[]"])?.to_owned()),
        _ => None,
    }
}

/// A value of an enumeration a second time, or of another type.
pub(super) const ENUM: Kind = Kind {
    name: "an enumeration has a wrong value",
    fits: |place| place.holder == Noun::Enum,
    make: |place, text, rng| {
        let lines = Lines::new(text);
        let (at, written) = (lines.of(place.span.start), &text[place.span.clone()]);
        let other = if place.value.is_string() { "12" } else { "one" };
        if rng.bool() {
            return Some(Edit { text: replaced(text, place.span.clone(), other), lines: vec![at] });
        }
        let column = lines.column(place.span.start);
        Some(match lines.leads(place.span.start) {
            true => {
                let copy = format!("{}{written}", &lines.all[at][..column]);
                Edit { text: lines.with(at + 1..at + 1, &[copy]), lines: vec![at + 1] }
            }
            false => {
                let end = place.span.end;
                Edit { text: replaced(text, end..end, &format!(", {written}")), lines: vec![at] }
            }
        })
    },
    breaks_syntax: false,
};

/// An operation that has the name of one before it, as copies of operations have.
pub(super) const OPERATION_ID: Kind = Kind {
    name: "an operation has the name of another",
    fits: |place| {
        place.holder == Noun::Operation && place.key.as_ref().is_some_and(|(key, _)| key == "operationId")
    },
    make: |place, text, rng| {
        let name = |line: &str| line.trim().strip_prefix("operationId: ").map(str::to_owned);
        let names: Vec<String> = text[..place.span.start].lines().filter_map(name).collect();
        let name = rng.choice(names)?;
        let line = Lines::new(text).of(place.span.start);
        Some(Edit { text: replaced(text, place.span.clone(), &name), lines: vec![line] })
    },
    breaks_syntax: false,
};

/// A parameter a second time. Which one it is, its `name` says as well as its first line.
pub(super) const PARAMETER: Kind = Kind {
    name: "a parameter is there twice",
    fits: |place| place.holder == Noun::Parameters && place.value.get("name").is_some(),
    make: |place, text, _| {
        let lines = Lines::new(text);
        let dash = text[..place.span.start].rfind('-').filter(|dash| lines.leads(*dash))?;
        let block = lines.block(dash);
        let copy: Vec<String> = lines.all[block.clone()].iter().map(|line| (*line).to_owned()).collect();
        let name = copy.iter().position(|line| line.trim_start_matches([' ', '-']).starts_with("name:"))?;
        Some(Edit { text: lines.with(block.end..block.end, &copy), lines: vec![block.end, block.end + name] })
    },
    breaks_syntax: false,
};
