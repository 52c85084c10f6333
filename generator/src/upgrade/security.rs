//! Security definitions become security schemes.

use indexmap::IndexMap;
use openapiv3 as oas;
use openapiv3::ReferenceOr;

use super::upgrader::Upgrader;
use crate::source::below;
use crate::swagger::{Flow, KeyLocation, Scopes, SecurityKind, SecurityScheme};

impl Upgrader<'_, '_> {
    /// All security schemes of the document.
    pub(super) fn security_schemes(&mut self) -> IndexMap<String, ReferenceOr<oas::SecurityScheme>> {
        let document = self.document;
        let schemes = document.security_definitions.iter().map(|(name, definition)| {
            self.schemas.record(below("", ["components", "securitySchemes", name]), &definition.pointer);
            (name.clone(), ReferenceOr::Item(scheme(definition)))
        });
        schemes.collect()
    }
}

fn scheme(definition: &SecurityScheme) -> oas::SecurityScheme {
    let description = definition.description.clone();
    let extensions = definition.extensions.clone();
    let http = |scheme: &str| oas::SecurityScheme::HTTP {
        scheme: scheme.to_owned(),
        bearer_format: None,
        description: description.clone(),
        extensions: extensions.clone(),
    };
    match &definition.kind {
        SecurityKind::Basic => http("basic"),
        SecurityKind::Http { scheme } => http(scheme),
        SecurityKind::ApiKey { name, location } => oas::SecurityScheme::APIKey {
            location: match location {
                KeyLocation::Query => oas::APIKeyLocation::Query,
                KeyLocation::Header => oas::APIKeyLocation::Header,
                KeyLocation::Cookie => oas::APIKeyLocation::Cookie,
            },
            name: name.clone(),
            description,
            extensions,
        },
        SecurityKind::OAuth2 { flow, authorization_url, token_url, scopes } => oas::SecurityScheme::OAuth2 {
            flows: flows(*flow, authorization_url, token_url, scopes),
            description,
            extensions,
        },
    }
}

/// The one flow that a security definition has, under its new name.
fn flows(flow: Flow, authorization_url: &str, token_url: &str, scopes: &Scopes) -> oas::OAuth2Flows {
    let authorization_url = authorization_url.to_owned();
    let token_url = token_url.to_owned();
    let scopes = scopes.clone();
    let (refresh_url, extensions) = (None, IndexMap::new());
    let mut flows = oas::OAuth2Flows::default();
    match flow {
        Flow::Implicit => {
            flows.implicit =
                Some(oas::ImplicitOAuth2Flow { authorization_url, refresh_url, scopes, extensions });
        }
        Flow::Password => {
            flows.password = Some(oas::PasswordOAuth2Flow { refresh_url, token_url, scopes, extensions });
        }
        Flow::Application => {
            flows.client_credentials =
                Some(oas::ClientCredentialsOAuth2Flow { refresh_url, token_url, scopes, extensions });
        }
        Flow::AccessCode => {
            flows.authorization_code = Some(oas::AuthorizationCodeOAuth2Flow {
                authorization_url,
                token_url,
                refresh_url,
                scopes,
                extensions,
            });
        }
    }
    flows
}
