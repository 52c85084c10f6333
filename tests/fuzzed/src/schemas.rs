//! Schemas of Swagger 2.0 with every keyword, and values that may fit them.

use arbitrary::{Result, Unstructured};
use serde_json::{Map, Value, json};

use crate::texts::{text, texts, word};

const TYPES: [&str; 7] = ["object", "array", "string", "integer", "number", "boolean", "file"];
const FORMATS: [&str; 10] =
    ["int32", "int64", "float", "double", "byte", "binary", "date", "date-time", "password", "uuid"];

/// A schema, which may refer to `definitions`.
pub(crate) fn schema(u: &mut Unstructured<'_>, depth: usize, definitions: &[String]) -> Result<Value> {
    if !definitions.is_empty() && u.ratio(1, 4)? {
        return Ok(json!({"$ref": format!("#/definitions/{}", escaped(u.choose(definitions)?))}));
    }
    let mut schema = Map::new();
    if u.ratio(9, 10)? {
        schema.insert("type".to_owned(), word(u, &TYPES)?.into());
    }
    for _ in 0..u.int_in_range(0..=4)? {
        let (keyword, value) = keyword(u, depth, definitions)?;
        schema.insert(keyword.to_owned(), value);
    }
    Ok(schema.into())
}

fn keyword(u: &mut Unstructured<'_>, depth: usize, definitions: &[String]) -> Result<(&'static str, Value)> {
    let deeper = depth.saturating_sub(1);
    Ok(match u.int_in_range(0..=if depth == 0 { 14 } else { 18 })? {
        0 => ("title", text(u)?.into()),
        1 => ("description", text(u)?.into()),
        2 => ("format", word(u, &FORMATS)?.into()),
        3 => ("default", value(u, 2)?),
        4 => ("example", value(u, 2)?),
        5 => ("enum", (0..u.int_in_range(0..=4)?).map(|_| value(u, 0)).collect::<Result<Vec<_>>>()?.into()),
        6 => ("pattern", text(u)?.into()),
        7 => ("maximum", u.arbitrary::<i64>()?.into()),
        8 => ("minLength", u.arbitrary::<u16>()?.into()),
        9 => ("multipleOf", u.arbitrary::<u8>()?.into()),
        10 => ("required", texts(u)?.into()),
        11 => ("discriminator", text(u)?.into()),
        12 => ("x-rust-name", text(u)?.into()),
        13 => ("x-nullable", u.arbitrary::<bool>()?.into()),
        14 => ("x-enum-varnames", texts(u)?.into()),
        15 => ("items", schema(u, deeper, definitions)?),
        16 => ("additionalProperties", schema(u, deeper, definitions)?),
        17 => ("allOf", schemas(u, deeper, definitions)?.into()),
        _ => {
            let members = schemas(u, deeper, definitions)?;
            let members = members.into_iter().map(|member| Ok((text(u)?, member)));
            ("properties", members.collect::<Result<Map<_, _>>>()?.into())
        }
    })
}

fn schemas(u: &mut Unstructured<'_>, depth: usize, definitions: &[String]) -> Result<Vec<Value>> {
    (0..u.int_in_range(1..=3)?).map(|_| schema(u, depth, definitions)).collect()
}

/// A value, for an example or a default.
pub(crate) fn value(u: &mut Unstructured<'_>, depth: usize) -> Result<Value> {
    Ok(match u.int_in_range(0..=if depth == 0 { 4 } else { 6 })? {
        0 => Value::Null,
        1 => u.arbitrary::<bool>()?.into(),
        2 => u.arbitrary::<i64>()?.into(),
        3 => u.arbitrary::<f64>()?.into(),
        4 => text(u)?.into(),
        5 => (0..u.int_in_range(0..=2)?).map(|_| value(u, depth - 1)).collect::<Result<Vec<_>>>()?.into(),
        _ => {
            let members = (0..u.int_in_range(0..=2)?).map(|_| Ok((text(u)?, value(u, depth - 1)?)));
            members.collect::<Result<Map<_, _>>>()?.into()
        }
    })
}

/// As a token of a JSON pointer in a fragment.
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1").replace('%', "%25")
}
