//! Who may call: the schemes, and which of them an operation asks for.

use openapiv3::{APIKeyLocation, ReferenceOr, SecurityRequirement, SecurityScheme};

use super::grants::grants;
use super::{Scope, Skip, docs};
use crate::api::{KeyLocation, Requirement, Scheme, SchemeId, SchemeKind};
use crate::diagnostic::{Diagnostic, Place, UNSUPPORTED_SECURITY};
use crate::source::below;
use crate::upgrade::follow;

impl Scope<'_, '_> {
    /// What an operation asks for: what it says itself, or else what the document says.
    pub(super) fn security(
        &mut self,
        own: Option<&Vec<SecurityRequirement>>,
        at: &str,
    ) -> Result<Vec<Requirement>, Skip> {
        let openapi = self.given.openapi;
        let (written, at) = match own {
            Some(own) => (Some(own), at),
            None => (openapi.security.as_ref(), ""),
        };
        let mut requirements = Vec::new();
        for (index, written) in written.into_iter().flatten().enumerate() {
            let at = below(at, ["security", &index.to_string()]);
            let mut schemes = Vec::new();
            for (name, scopes) in written {
                schemes.push((self.scheme(name, &at)?, scopes.clone()));
            }
            requirements.push(Requirement { pointer: self.origin(&at), schemes });
        }
        Ok(requirements)
    }

    /// Makes the schemes of this document known to others that ask for them.
    pub(super) fn offer_schemes(&mut self) {
        let schemes =
            self.given.openapi.components.iter().flat_map(|components| &components.security_schemes);
        for (name, written) in schemes {
            let at = below("", ["components", "securitySchemes", name]);
            let scheme = written.as_item().and_then(|written| self.defined(name, written, &at));
            self.store.offered.extend(scheme);
        }
    }

    fn defined(&self, name: &str, written: &SecurityScheme, at: &str) -> Option<Scheme> {
        let (kind, description) = kind(written)?;
        let docs = docs::of_description(description, false);
        Some(Scheme { pointer: self.origin(at), name: name.to_owned(), docs, kind, grants: grants(written) })
    }

    /// The scheme of that name; one that another document has alike is the same.
    fn scheme(&mut self, name: &str, asked_at: &str) -> Result<SchemeId, Skip> {
        let refuse = |scope: &Self, why: String| {
            let place = Place::Key(scope.origin(asked_at).child(name));
            Box::new(Diagnostic::new(&UNSUPPORTED_SECURITY, place, why))
        };
        let components = self.given.openapi.components.as_ref();
        let at = below("", ["components", "securitySchemes", name]);
        let written = components.and_then(|components| components.security_schemes.get(name));
        let found = written.and_then(|written: &ReferenceOr<SecurityScheme>| {
            follow(written, &at, "securitySchemes", |key| components?.security_schemes.get(key))
        });
        let Some((written, at)) = found else {
            return Ok(self.undefined(name, asked_at));
        };
        let Some(scheme) = self.defined(name, written, &at) else {
            return Err(refuse(self, format!("the kind of the security scheme `{name}` is not supported")));
        };
        Ok(self.store.scheme(scheme))
    }

    /// A placeholder for a scheme that another document may define.
    fn undefined(&mut self, name: &str, asked_at: &str) -> SchemeId {
        let pointer = self.origin(asked_at);
        self.store.placeholder(Scheme {
            pointer,
            name: name.to_owned(),
            docs: Default::default(),
            kind: SchemeKind::Bearer,
            grants: Vec::new(),
        })
    }
}

/// What credentials of a scheme look like on the wire, and the words about it.
fn kind(written: &SecurityScheme) -> Option<(SchemeKind, Option<&String>)> {
    match written {
        SecurityScheme::APIKey { location, name, description, .. } => {
            let location = match location {
                APIKeyLocation::Query => KeyLocation::Query,
                APIKeyLocation::Header => KeyLocation::Header,
                APIKeyLocation::Cookie => KeyLocation::Cookie,
            };
            Some((SchemeKind::ApiKey { location, parameter: name.clone() }, description.as_ref()))
        }
        SecurityScheme::HTTP { scheme, description, .. } => match scheme.to_ascii_lowercase().as_str() {
            "basic" => Some((SchemeKind::Basic, description.as_ref())),
            "bearer" => Some((SchemeKind::Bearer, description.as_ref())),
            _ => None,
        },
        SecurityScheme::OAuth2 { description, .. } | SecurityScheme::OpenIDConnect { description, .. } => {
            Some((SchemeKind::Bearer, description.as_ref()))
        }
    }
}
