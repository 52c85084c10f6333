//! Which values must not be printed.

use super::Emission;
use crate::api::{Parameter, Property, Shape, TypeId};
use crate::surface::plain;

/// How names of text end that opens doors, without case and punctuation: `client_secret`, `X-Auth-Token`.
const CREDENTIALS: [&str; 9] =
    ["password", "passwd", "passphrase", "secret", "token", "apikey", "accesskey", "privatekey", "secretkey"];

/// How names of tokens end that say where a list goes on.
const CURSORS: [&str; 10] = [
    "pagetoken",
    "pagingtoken",
    "paginationtoken",
    "nexttoken",
    "previoustoken",
    "prevtoken",
    "continuationtoken",
    "skiptoken",
    "starttoken",
    "synctoken",
];

impl Emission<'_> {
    /// Whether the values of a property are credentials: by `format: password`, or by a name that
    /// credentials have.
    pub(super) fn is_secret(&self, property: &Property) -> bool {
        self.is_secret_type(property.ty) || (self.is_text(property.ty) && names_a_secret(&property.name))
    }

    /// The same for a parameter.
    pub(super) fn is_secret_parameter(&self, parameter: &Parameter) -> bool {
        self.is_secret_type(parameter.ty) || (self.is_text(parameter.ty) && names_a_secret(&parameter.name))
    }

    fn is_secret_type(&self, id: TypeId) -> bool {
        self.api[id].secret || self.api.resolved(id).secret
    }

    fn is_text(&self, id: TypeId) -> bool {
        matches!(self.api.resolved(id).shape, Shape::String(_))
    }
}

fn names_a_secret(name: &str) -> bool {
    let name = plain(name);
    let ends_with = |ends: &[&str]| ends.iter().any(|end| name.ends_with(end));
    ends_with(&CREDENTIALS) && !ends_with(&CURSORS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_end_with_what_they_are_of() {
        for name in
            ["password", "new_password", "clientSecret", "api_secret", "X-Api-Key", "id_token", "Token"]
        {
            assert!(names_a_secret(name), "{name}");
        }
        for name in ["password_hint", "token_type", "secretName", "key", "user"] {
            assert!(!names_a_secret(name), "{name}");
        }
    }

    #[test]
    fn a_token_that_turns_pages_is_no_secret() {
        for name in ["nextPageToken", "page_token", "continuation_token", "$skipToken"] {
            assert!(!names_a_secret(name), "{name}");
        }
    }
}
