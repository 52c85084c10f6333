//! The query in the key of a path item. No version of the specification has one there; documents
//! have it all the same where one path has several operations of one method, and `x-ms-paths` is an
//! extension for just that.

use percent_encoding::percent_decode_str;

use super::path::Path;
use super::{Scope, Skip};
use crate::api::{FixedPair, Location, Parameter, PathTemplate, Shape};
use crate::diagnostic::{DUPLICATE_PARAMETER, Diagnostic, FIXED_PARAMETER, Place, UNSUPPORTED_PATH};

/// What a query says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Query {
    pub(super) fixed: Vec<FixedPair>,
    /// The names of pairs whose value is a placeholder, and those of the placeholders.
    pub(super) placeholders: Vec<(String, String)>,
}

/// Takes a query apart; nothing where a placeholder is not the whole value of a pair.
pub(super) fn read(query: &str) -> Option<Query> {
    let (mut fixed, mut placeholders) = (Vec::new(), Vec::new());
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = match pair.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (pair, None),
        };
        let has_brace = |text: &str| text.contains(['{', '}']);
        let placeholder = value.and_then(|value| value.strip_prefix('{')?.strip_suffix('}'));
        match placeholder.filter(|placeholder| !placeholder.is_empty() && !has_brace(placeholder)) {
            _ if has_brace(name) => return None,
            Some(placeholder) => placeholders.push((decoded(name), placeholder.to_owned())),
            None if value.is_some_and(has_brace) => return None,
            None => fixed.push(FixedPair { name: decoded(name), value: value.map(decoded) }),
        }
    }
    Some(Query { fixed, placeholders })
}

/// `+` is itself, as it is in paths: what is a space is written as one, or as `%20`.
fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8().map_or_else(|_| text.to_owned(), Into::into)
}

impl Scope<'_, '_> {
    /// The parameters, but that those which the path has in its query are there, and none of those
    /// that it fixes.
    pub(super) fn with_query(
        &self,
        path: &Path,
        mut parameters: Vec<Parameter>,
        at: &str,
    ) -> Result<Vec<Parameter>, Skip> {
        for (name, placeholder) in &path.placeholders {
            if !self.has_placed(&mut parameters, name, placeholder) {
                let (written, place) = (&path.template.written, self.key_of_path(at));
                let why = format!(
                    "the path `{written}` has `{{{placeholder}}}` in its query, which no parameter is"
                );
                return Err(Box::new(Diagnostic::new(&UNSUPPORTED_PATH, place, why)));
            }
        }
        parameters.retain(|parameter| !self.is_fixed(parameter, &path.template));
        Ok(parameters)
    }

    /// Moves the path parameter that a placeholder names to the query, under the name of its pair.
    /// Without one, the query parameter of that name is what is meant.
    fn has_placed(&self, parameters: &mut Vec<Parameter>, name: &str, placeholder: &str) -> bool {
        let declared = parameters.iter().position(|parameter| is_query(parameter, name));
        let mut in_path = parameters.iter_mut().filter(|parameter| parameter.location == Location::Path);
        let Some(parameter) = in_path.find(|parameter| parameter.name == placeholder) else {
            return declared.is_some();
        };
        parameter.location = Location::Query;
        parameter.name = name.to_owned();
        if let Some(second) = declared {
            self.report_second(&parameters.remove(second));
        }
        true
    }

    fn report_second(&self, parameter: &Parameter) {
        let message = format!("the path has the query parameter `{}` already", parameter.name);
        let place = Place::Value(parameter.pointer.clone());
        self.sink.report(Diagnostic::new(&DUPLICATE_PARAMETER, place, message).label("this one is ignored"));
    }

    /// Whether the path says what the parameter is, so that nobody needs to be asked.
    fn is_fixed(&self, parameter: &Parameter, path: &PathTemplate) -> bool {
        let Some(pair) = path.query.iter().find(|pair| is_query(parameter, &pair.name)) else { return false };
        let value = pair.value.as_deref().unwrap_or_default();
        if !takes(&self.store.api.resolved(parameter.ty).shape, value) {
            let message = format!(
                "the parameter `{}` does not take `{value}`, which the path `{}` says it is",
                parameter.name, path.written
            );
            let place = Place::Value(parameter.pointer.clone());
            self.sink.report(
                Diagnostic::new(&FIXED_PARAMETER, place, message).label("the path is taken at its word"),
            );
        }
        true
    }
}

fn is_query(parameter: &Parameter, name: &str) -> bool {
    parameter.location == Location::Query && parameter.name == name
}

/// Whether a text is a value of a shape, as far as the kind of value goes.
fn takes(shape: &Shape, text: &str) -> bool {
    match shape {
        Shape::Enumeration(values) => values
            .iter()
            .any(|known| known.value.as_str().map_or_else(|| known.value.to_string(), str::to_owned) == text),
        Shape::Boolean => matches!(text, "true" | "false"),
        Shape::Integer(_) => text.parse::<i128>().is_ok(),
        Shape::Number(_) => text.parse::<f64>().is_ok(),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_is_fixed_or_a_parameter() {
        let fixed = |name: &str, value: Option<&str>| FixedPair {
            name: name.to_owned(),
            value: value.map(str::to_owned),
        };
        let query = read("a=b%20c=d&&next&e=&key={API_KEY}&f+g=h+i").expect("it is one");
        assert_eq!(
            query.fixed,
            [fixed("a", Some("b c=d")), fixed("next", None), fixed("e", Some("")), fixed("f+g", Some("h+i"))]
        );
        assert_eq!(query.placeholders, [("key".to_owned(), "API_KEY".to_owned())]);
    }
}
