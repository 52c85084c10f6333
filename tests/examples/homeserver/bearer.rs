//! Access tokens in a header. The documents have them in the query, and clients of today send
//! `Authorization: Bearer` (RFC 6750 section 2.1), which says the same.

use http::{Request, Uri, header::AUTHORIZATION};

/// Moves the token from the header to the query, where there is none yet.
pub(super) fn into_query<B>(request: &mut Request<B>) {
    let header = request.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    let token = header.and_then(|value| value.strip_prefix("Bearer ")).filter(|token| is_plain(token));
    if let Some(uri) = token.and_then(|token| with_token(request.uri(), token)) {
        *request.uri_mut() = uri;
        request.headers_mut().remove(AUTHORIZATION);
    }
}

/// Whether it can stand in a query as it is, as those that this server makes can.
fn is_plain(token: &str) -> bool {
    token.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte))
}

fn with_token(uri: &Uri, token: &str) -> Option<Uri> {
    let (path, query) = (uri.path(), uri.query().unwrap_or_default());
    if query.split('&').any(|pair| pair.starts_with("access_token=")) {
        return None;
    }
    let and = if query.is_empty() { "" } else { "&" };
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(format!("{path}?{query}{and}access_token={token}").parse().ok()?);
    Uri::from_parts(parts).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved(uri: &str, authorization: &str) -> String {
        let request = Request::get(uri).header(AUTHORIZATION, authorization).body(());
        let mut request = request.expect("a request");
        into_query(&mut request);
        request.uri().to_string()
    }

    #[test]
    fn a_token_in_the_header_is_as_good_as_one_in_the_query() {
        assert_eq!(moved("/sync", "Bearer a-b"), "/sync?access_token=a-b");
        assert_eq!(moved("/sync?since=s1", "Bearer a-b"), "/sync?since=s1&access_token=a-b");
        assert_eq!(moved("/sync?access_token=c", "Bearer a-b"), "/sync?access_token=c");
        assert_eq!(moved("/sync", "Bearer a&user_id=b"), "/sync");
        assert_eq!(moved("/sync", "Basic a"), "/sync");
    }
}
