//! The URLs that reqwest wants, of which what is the same each time is read once.

use std::sync::OnceLock;

use http::Uri;
use http::uri::{Authority, Scheme};
use reqwest::Url;

use super::{TransportError, TransportErrorKind};

/// The place that the first request went to. Most go there: a client has one server.
#[derive(Default)]
pub(super) struct Urls(OnceLock<Origin>);

struct Origin {
    scheme: Scheme,
    authority: Authority,
    url: Url,
}

impl Urls {
    /// The URL of a request.
    pub(super) fn url(&self, uri: &Uri) -> Result<Url, TransportError> {
        if let Some(origin) = self.0.get().filter(|origin| origin.is_of(uri)) {
            let mut url = origin.url.clone();
            url.set_path(uri.path());
            if uri.query().is_some() {
                url.set_query(uri.query());
            }
            return Ok(url);
        }
        let url = Url::parse(&uri.to_string());
        let url = url.map_err(|error| TransportError::new(TransportErrorKind::Other, error))?;
        if let (Some(scheme), Some(authority)) = (uri.scheme(), uri.authority()) {
            self.0.get_or_init(|| {
                let mut url = url.clone();
                url.set_path("");
                url.set_query(None);
                Origin { scheme: scheme.clone(), authority: authority.clone(), url }
            });
        }
        Ok(url)
    }
}

impl Origin {
    fn is_of(&self, uri: &Uri) -> bool {
        uri.scheme() == Some(&self.scheme) && uri.authority() == Some(&self.authority)
    }
}
