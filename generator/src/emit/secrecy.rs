//! Which values must not be printed.

use super::Emission;
use crate::api::{Parameter, Property, Shape, TypeId};
use crate::surface::plain;

/// Names of text that opens doors, without case and punctuation.
const TOKENS: [&str; 14] = [
    "password",
    "passwd",
    "passphrase",
    "secret",
    "clientsecret",
    "token",
    "accesstoken",
    "refreshtoken",
    "idtoken",
    "authtoken",
    "sessiontoken",
    "apikey",
    "privatekey",
    "secretkey",
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
    TOKENS.contains(&plain(name).as_str())
}
