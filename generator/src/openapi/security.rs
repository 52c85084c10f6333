//! Security schemes.

use indexmap::IndexMap;
use openapiv3 as oas;
use openapiv3::{APIKeyLocation, ReferenceOr, SecurityScheme};

use super::{Converter, nouns};
use crate::diagnostic::{self as codes, Diagnostic, Place};
use crate::source::{Node, below};
use crate::swagger::{Fields, is_extension_entry};

impl Converter<'_, '_> {
    /// All security schemes of the document.
    pub(super) fn security_schemes(
        &mut self,
        components: &Fields<'_, '_>,
    ) -> IndexMap<String, ReferenceOr<SecurityScheme>> {
        let schemes = components.map("securitySchemes").into_iter();
        let schemes =
            schemes.filter(|(name, node)| !is_extension_entry(name, node)).filter_map(|(name, node)| {
                let at = below("", ["components", "securitySchemes", name]);
                Some((name.to_owned(), ReferenceOr::Item(self.security_scheme(node, &at)?)))
            });
        schemes.collect()
    }

    fn security_scheme(&mut self, node: Node<'_>, at: &str) -> Option<SecurityScheme> {
        let reader = self.reader;
        let fields = Fields::open(node, &nouns::SECURITY_SCHEME, &reader)?;
        self.record(at, &fields.pointer());
        let description = fields.text("description");
        let extensions = fields.extensions();
        Some(match fields.required_text("type")?.as_str() {
            "apiKey" => SecurityScheme::APIKey {
                location: self.key_location(&fields)?,
                name: fields.required_text("name")?,
                description,
                extensions,
            },
            "http" => SecurityScheme::HTTP {
                scheme: fields.required_text("scheme")?,
                bearer_format: fields.text("bearerFormat"),
                description,
                extensions,
            },
            "oauth2" => SecurityScheme::OAuth2 { flows: self.flows(&fields)?, description, extensions },
            "openIdConnect" => SecurityScheme::OpenIDConnect {
                open_id_connect_url: fields.expected_text("openIdConnectUrl"),
                description,
                extensions,
            },
            other => {
                self.unknown(&fields, "type", other);
                return None;
            }
        })
    }

    fn key_location(&self, fields: &Fields<'_, '_>) -> Option<APIKeyLocation> {
        match fields.required_text("in")?.as_str() {
            "query" => Some(APIKeyLocation::Query),
            "header" => Some(APIKeyLocation::Header),
            "cookie" => Some(APIKeyLocation::Cookie),
            other => {
                self.unknown(fields, "in", other);
                None
            }
        }
    }

    fn flows(&self, scheme: &Fields<'_, '_>) -> Option<oas::OAuth2Flows> {
        let fields = Fields::open(scheme.member("flows")?, &nouns::FLOWS, &self.reader)?;
        let flow = |key| fields.member(key).and_then(|node| self.flow(node));
        Some(oas::OAuth2Flows {
            implicit: flow("implicit").map(|flow| oas::ImplicitOAuth2Flow {
                authorization_url: flow.authorization_url,
                refresh_url: flow.refresh_url,
                scopes: flow.scopes,
                extensions: IndexMap::new(),
            }),
            password: flow("password").map(|flow| oas::PasswordOAuth2Flow {
                token_url: flow.token_url,
                refresh_url: flow.refresh_url,
                scopes: flow.scopes,
                extensions: IndexMap::new(),
            }),
            client_credentials: flow("clientCredentials").map(|flow| oas::ClientCredentialsOAuth2Flow {
                token_url: flow.token_url,
                refresh_url: flow.refresh_url,
                scopes: flow.scopes,
                extensions: IndexMap::new(),
            }),
            authorization_code: flow("authorizationCode").map(|flow| oas::AuthorizationCodeOAuth2Flow {
                authorization_url: flow.authorization_url,
                token_url: flow.token_url,
                refresh_url: flow.refresh_url,
                scopes: flow.scopes,
                extensions: IndexMap::new(),
            }),
            extensions: fields.extensions(),
        })
    }

    fn flow(&self, node: Node<'_>) -> Option<Flow> {
        let fields = Fields::open(node, &nouns::FLOW, &self.reader)?;
        let scopes = fields.map("scopes").into_iter();
        Some(Flow {
            authorization_url: fields.text("authorizationUrl").unwrap_or_default(),
            token_url: fields.text("tokenUrl").unwrap_or_default(),
            refresh_url: fields.text("refreshUrl"),
            scopes: scopes
                .map(|(name, node)| (name.to_owned(), node.as_str().unwrap_or_default().to_owned()))
                .collect(),
        })
    }

    /// Such a scheme is left out, and with it each operation that asks for it.
    fn unknown(&self, fields: &Fields<'_, '_>, key: &str, value: &str) {
        let message =
            format!("the `{key}` of a security scheme is `{value}`, which is not supported; ignored");
        let place = Place::Value(fields.pointer().child(key));
        self.report(Diagnostic::new(&codes::UNSUPPORTED_MEMBER, place, message));
    }
}

struct Flow {
    authorization_url: String,
    token_url: String,
    refresh_url: Option<String>,
    scopes: IndexMap<String, String>,
}
