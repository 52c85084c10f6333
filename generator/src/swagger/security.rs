//! Security Scheme and Security Requirement Objects.

use indexmap::IndexMap;

use super::fields::Fields;
use super::{Extensions, Reader, nouns};
use crate::diagnostic::{self as codes, Diagnostic, Place, instead_of};
use crate::source::{Node, Pointer};

/// How callers show who they are (Swagger 2.0, "Security Scheme Object").
#[derive(Debug, Clone)]
pub struct SecurityScheme {
    /// Where it is written.
    pub pointer: Pointer,
    /// `type`, and what belongs to it.
    pub kind: SecurityKind,
    /// `description`.
    pub description: Option<String>,
    /// `x-…`.
    pub extensions: Extensions,
}

/// The `type` of a security scheme, and what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SecurityKind {
    /// HTTP Basic (RFC 7617).
    Basic,
    /// A key in a parameter.
    ApiKey {
        /// The parameter's name.
        name: String,
        /// Where the parameter is.
        location: KeyLocation,
    },
    /// OAuth 2 (RFC 6749).
    OAuth2 {
        /// How a token is got.
        flow: Flow,
        /// `authorizationUrl`; empty if the flow has none.
        authorization_url: String,
        /// `tokenUrl`; empty if the flow has none.
        token_url: String,
        /// `scopes`.
        scopes: Scopes,
    },
    /// `type: http` of OpenAPI 3, such as `bearer`; not in Swagger 2.0.
    Http {
        /// The scheme's name in the `Authorization` header.
        scheme: String,
    },
}

/// Scopes of OAuth 2, with what each is for.
pub type Scopes = IndexMap<String, String>;

/// `in` of an API key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum KeyLocation {
    Query,
    Header,
    /// Not in Swagger 2.0.
    Cookie,
}

/// `flow` of OAuth 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum Flow {
    Implicit,
    Password,
    Application,
    AccessCode,
}

/// One way in: all of these schemes together (Swagger 2.0, "Security Requirement Object").
#[derive(Debug, Clone)]
pub struct SecurityRequirement {
    /// Where it is written.
    pub pointer: Pointer,
    /// Names of security definitions, each with the scopes it needs.
    pub schemes: IndexMap<String, Vec<String>>,
}

impl SecurityScheme {
    pub(crate) fn read(node: Node<'_>, reader: &Reader<'_, '_>) -> Option<Self> {
        let fields = Fields::open(node, &nouns::SECURITY_SCHEME, reader)?;
        let kind = match fields.required_text("type")?.as_str() {
            "basic" => SecurityKind::Basic,
            "apiKey" => read_api_key(&fields, reader)?,
            "oauth2" => read_oauth2(&fields, reader)?,
            "http" => SecurityKind::Http { scheme: fields.required_text("scheme")? },
            other => return unknown(&fields, reader, "type", other, &["basic", "apiKey", "oauth2"]),
        };
        Some(Self {
            kind,
            description: fields.text("description"),
            extensions: fields.extensions(),
            pointer: fields.pointer(),
        })
    }
}

impl SecurityRequirement {
    /// The alternatives under `key`; nothing if there is no such member. An object in place of a
    /// list is a list of one.
    pub(crate) fn read_all(fields: &Fields<'_, '_>, key: &str) -> Option<Vec<Self>> {
        let member = fields.member(key)?;
        if member.is_object() {
            fields.read_as(&member, "an array", "read as a list of one");
            return Some(vec![Self::read(&member, fields)]);
        }
        if !member.is_array() {
            return fields.ignore(&member, "an array");
        }
        Some(member.items().map(|item| Self::read(&item, fields)).collect())
    }

    fn read(node: &Node<'_>, fields: &Fields<'_, '_>) -> Self {
        if !node.is_object() {
            fields.ignore::<()>(node, "an object from security schemes to scopes");
        }
        let scopes = |node: Node<'_>| -> Vec<String> {
            if !node.is_array() && !node.is_null() {
                fields.ignore::<()>(&node, "an array of scopes");
            }
            node.items().filter_map(|scope| scope.as_str().map(str::to_owned)).collect()
        };
        Self {
            pointer: node.pointer.clone(),
            schemes: node.entries().map(|(name, node)| (name.to_owned(), scopes(node))).collect(),
        }
    }
}

fn read_api_key(fields: &Fields<'_, '_>, reader: &Reader<'_, '_>) -> Option<SecurityKind> {
    let name = fields.required_text("name")?;
    let location = match fields.required_text("in")?.as_str() {
        "query" => KeyLocation::Query,
        "header" => KeyLocation::Header,
        "cookie" => KeyLocation::Cookie,
        other => return unknown(fields, reader, "in", other, &["query", "header"]),
    };
    Some(SecurityKind::ApiKey { name, location })
}

fn read_oauth2(fields: &Fields<'_, '_>, reader: &Reader<'_, '_>) -> Option<SecurityKind> {
    let flow = match fields.required_text("flow")?.as_str() {
        "implicit" => Flow::Implicit,
        "password" => Flow::Password,
        "application" => Flow::Application,
        "accessCode" => Flow::AccessCode,
        other => {
            let known = ["implicit", "password", "application", "accessCode"];
            return unknown(fields, reader, "flow", other, &known);
        }
    };
    let scopes = fields.map("scopes").into_iter();
    let scopes = scopes.filter(|(name, _)| !super::extensions::is_extension(name));
    Some(SecurityKind::OAuth2 {
        flow,
        authorization_url: fields.text("authorizationUrl").unwrap_or_default(),
        token_url: fields.text("tokenUrl").unwrap_or_default(),
        scopes: scopes
            .map(|(name, node)| (name.to_owned(), node.as_str().unwrap_or_default().to_owned()))
            .collect(),
    })
}

fn unknown<T>(
    fields: &Fields<'_, '_>,
    reader: &Reader<'_, '_>,
    key: &str,
    value: &str,
    known: &[&str],
) -> Option<T> {
    let message = format!("the `{key}` of a security scheme can't be `{value}`");
    let place = Place::Value(fields.pointer().child(key));
    reader.report(Diagnostic::new(&codes::UNKNOWN_VALUE, place, message).help(instead_of(value, known)));
    None
}
