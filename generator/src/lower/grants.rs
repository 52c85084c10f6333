//! How a token of OAuth 2 is got: words for people, since no part of the wire depends on it.

use indexmap::IndexMap;
use openapiv3::SecurityScheme;

use crate::api::Grant;

/// The ways to a token of a scheme; none where it is not OAuth 2.
pub(super) fn grants(scheme: &SecurityScheme) -> Vec<Grant> {
    let SecurityScheme::OAuth2 { flows, .. } = scheme else { return Vec::new() };
    let implicit = flows
        .implicit
        .as_ref()
        .map(|flow| grant("implicit", Some(&flow.authorization_url), None, &flow.scopes));
    let password =
        flows.password.as_ref().map(|flow| grant("password", None, Some(&flow.token_url), &flow.scopes));
    let application = flows
        .client_credentials
        .as_ref()
        .map(|flow| grant("application", None, Some(&flow.token_url), &flow.scopes));
    let access_code = flows
        .authorization_code
        .as_ref()
        .map(|flow| grant("accessCode", Some(&flow.authorization_url), Some(&flow.token_url), &flow.scopes));
    [implicit, password, application, access_code].into_iter().flatten().collect()
}

fn grant(
    flow: &'static str,
    authorization_url: Option<&String>,
    token_url: Option<&String>,
    scopes: &IndexMap<String, String>,
) -> Grant {
    let given = |url: Option<&String>| url.filter(|url| !url.is_empty()).cloned();
    Grant {
        flow,
        authorization_url: given(authorization_url),
        token_url: given(token_url),
        scopes: scopes.iter().map(|(name, words)| (name.clone(), words.clone())).collect(),
    }
}
