//! Building the request of an operation.

mod body;
mod path;

use std::borrow::Cow;

use http::header::{ACCEPT, COOKIE};
use http::{HeaderMap, HeaderValue, Uri};

use crate::runtime::percent::push_encoded;
use crate::runtime::{Argument, ArgumentTexts, EncodeError, Location, Metadata, Separator, wire};

use path::Path;

/// Builds the request of an operation. The first value that can't be sent is what it ends with.
pub struct RequestBuilder {
    metadata: &'static Metadata,
    path: Path,
    query: String,
    form: String,
    headers: HeaderMap,
    failure: Option<EncodeError>,
}

impl RequestBuilder {
    /// Starts a request.
    pub fn new(metadata: &'static Metadata) -> Self {
        let mut headers = HeaderMap::new();
        if !metadata.accept.is_empty() {
            headers.insert(ACCEPT, HeaderValue::from_static(metadata.accept));
        }
        let (path, query, form) = (Path::new(metadata), fixed_query(metadata), String::new());
        Self { metadata, path, query, form, headers, failure: None }
    }

    /// The argument of a placeholder.
    pub fn path(&mut self, name: &'static str, value: &dyn Argument) -> &mut Self {
        self.path_list(name, Separator::Multi, value)
    }

    /// The argument of a placeholder that is a list.
    pub fn path_list(&mut self, name: &'static str, by: Separator, value: &dyn Argument) -> &mut Self {
        if let Some(texts) = self.texts(Location::Path, name, value)
            && let Err(reason) = self.path.argument(name, |path| push_joined(path, by, &texts))
        {
            self.fail(EncodeError::new(Location::Path, name, reason));
        }
        self
    }

    /// A query parameter.
    pub fn query(&mut self, name: &str, value: &dyn Argument) -> &mut Self {
        self.query_list(name, Separator::Multi, value)
    }

    /// A query parameter that is a list.
    pub fn query_list(&mut self, name: &str, by: Separator, value: &dyn Argument) -> &mut Self {
        if let Some(texts) = self.texts(Location::Query, name, value)
            && let Err(reason) = push_pairs(&mut self.query, name, by, &texts)
        {
            self.fail(EncodeError::new(Location::Query, name, reason));
        }
        self
    }

    /// A field of the form that [`form`](Self::form) sends.
    pub fn field(&mut self, name: &str, value: &dyn Argument) -> &mut Self {
        self.field_list(name, Separator::Multi, value)
    }

    /// A field of the form that is a list.
    pub fn field_list(&mut self, name: &str, by: Separator, value: &dyn Argument) -> &mut Self {
        if let Some(texts) = self.texts(Location::Body, name, value)
            && let Err(reason) = push_pairs(&mut self.form, name, by, &texts)
        {
            self.fail(EncodeError::new(Location::Body, name, reason));
        }
        self
    }

    /// A header.
    pub fn header(&mut self, name: &'static str, value: &dyn Argument) -> &mut Self {
        self.header_list(name, Separator::Multi, value)
    }

    /// A header that is a list.
    pub fn header_list(&mut self, name: &'static str, by: Separator, value: &dyn Argument) -> &mut Self {
        if let Err(error) = wire::put_header(&mut self.headers, name, by, value) {
            self.fail(error);
        }
        self
    }

    /// A cookie.
    pub fn cookie(&mut self, name: &'static str, value: &dyn Argument) -> &mut Self {
        self.cookie_list(name, Separator::Multi, value)
    }

    /// A cookie that is a list.
    pub fn cookie_list(&mut self, name: &'static str, by: Separator, value: &dyn Argument) -> &mut Self {
        if let Some(texts) = self.texts(Location::Cookie, name, value) {
            let mut pair = format!("{name}=");
            let joined = push_joined(&mut pair, by, &texts);
            match joined.and_then(|()| wire::with_cookie(&self.headers, &pair)) {
                Ok(cookies) => drop(self.headers.insert(COOKIE, cookies)),
                Err(reason) => self.fail(EncodeError::new(Location::Cookie, name, reason)),
            }
        }
        self
    }

    pub(crate) fn texts<'v>(
        &mut self,
        location: Location,
        name: &str,
        value: &'v dyn Argument,
    ) -> Option<ArgumentTexts<'v>> {
        value.texts().unwrap_or_else(|error| {
            self.fail(EncodeError::new(location, name, error));
            None
        })
    }

    pub(crate) fn fail(&mut self, error: EncodeError) {
        self.failure.get_or_insert(error);
    }

    fn uri(&mut self) -> Result<Uri, EncodeError> {
        let mut uri = self.path.end()?;
        if !self.query.is_empty() {
            uri.push('?');
            uri.push_str(&self.query);
        }
        // The reason stays short: the text of a query may hold a secret.
        Uri::try_from(uri).map_err(|error| EncodeError::new(Location::Path, "", error))
    }
}

fn fixed_query(metadata: &Metadata) -> String {
    let mut query = String::new();
    for (name, value) in metadata.fixed_query {
        if !query.is_empty() {
            query.push('&');
        }
        push_encoded(&mut query, name);
        if let Some(value) = value {
            query.push('=');
            push_encoded(&mut query, value);
        }
    }
    query
}

fn push_pairs(
    target: &mut String,
    name: &str,
    by: Separator,
    texts: &[Cow<'_, str>],
) -> Result<(), &'static str> {
    let mut pair = |texts: &[Cow<'_, str>]| {
        if !target.is_empty() {
            target.push('&');
        }
        push_encoded(target, name);
        target.push('=');
        push_joined(target, by, texts)
    };
    match by {
        Separator::Multi => texts.chunks(1).try_for_each(pair),
        _ => pair(texts),
    }
}

/// A comma is told from one in an element, which is encoded. Others are encoded either way.
fn push_joined(target: &mut String, by: Separator, texts: &[Cow<'_, str>]) -> Result<(), &'static str> {
    match by {
        Separator::Multi => {}
        Separator::Comma => wire::not_one_empty(texts)?,
        _ => wire::separable(texts, by)?,
    }
    for (index, text) in texts.iter().enumerate() {
        if index > 0 {
            target.push_str(by.encoded());
        }
        push_encoded(target, text);
    }
    Ok(())
}

/// Not the fields: they may hold secrets.
impl std::fmt::Debug for RequestBuilder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RequestBuilder({})", self.metadata.name)
    }
}
