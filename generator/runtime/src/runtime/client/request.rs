//! Building the request of an operation.

mod body;

use http::header::{ACCEPT, COOKIE};
use http::{HeaderMap, HeaderValue, Uri};

use crate::runtime::percent::{push_encoded, push_literal};
use crate::runtime::template::{Piece, pieces};
use crate::runtime::{Argument, EncodeError, Location, Metadata, Separator, wire};

/// Builds the request of an operation. The first value that can't be sent is what it ends with.
pub struct RequestBuilder {
    metadata: &'static Metadata,
    path: Vec<(&'static str, String)>,
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
        let (path, query, form) = (Vec::new(), fixed_query(metadata), String::new());
        Self { metadata, path, query, form, headers, failure: None }
    }

    /// The argument of a placeholder.
    pub fn path(&mut self, name: &'static str, value: &dyn Argument) -> &mut Self {
        self.path_list(name, Separator::Multi, value)
    }

    /// The argument of a placeholder that is a list.
    pub fn path_list(&mut self, name: &'static str, by: Separator, value: &dyn Argument) -> &mut Self {
        if let Some(texts) = self.texts(Location::Path, name, value) {
            let mut joined = String::with_capacity(texts.iter().map(String::len).sum());
            match push_joined(&mut joined, by, &texts) {
                Ok(()) => self.path.push((name, joined)),
                Err(reason) => self.fail(EncodeError::new(Location::Path, name, reason)),
            }
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

    pub(crate) fn texts(
        &mut self,
        location: Location,
        name: &str,
        value: &dyn Argument,
    ) -> Option<Vec<String>> {
        value.texts().unwrap_or_else(|error| {
            self.fail(EncodeError::new(location, name, error));
            None
        })
    }

    pub(crate) fn fail(&mut self, error: EncodeError) {
        self.failure.get_or_insert(error);
    }

    fn uri(&self) -> Result<Uri, EncodeError> {
        let Metadata { base_path, path, .. } = self.metadata;
        let arguments: usize = self.path.iter().map(|(_, text)| text.len()).sum();
        let mut uri = String::with_capacity(base_path.len() + path.len() + arguments + self.query.len() + 1);
        push_literal(&mut uri, base_path);
        for segment in path.split('/').skip(1) {
            uri.push('/');
            match segment.as_bytes().contains(&b'{') {
                true => self.push_segment(&mut uri, segment)?,
                false => push_literal(&mut uri, segment),
            }
        }
        if !self.query.is_empty() {
            uri.push('?');
            uri.push_str(&self.query);
        }
        // The reason stays short: the text of a query may hold a secret.
        Uri::try_from(uri).map_err(|error| EncodeError::new(Location::Path, "", error))
    }

    fn push_segment(&self, uri: &mut String, template: &'static str) -> Result<(), EncodeError> {
        let start = uri.len();
        let mut last = None;
        for piece in pieces(template) {
            match piece {
                Piece::Literal(literal) => push_literal(uri, literal),
                Piece::Parameter(name) => {
                    uri.push_str(self.argument(name)?);
                    last = Some(name);
                }
            }
        }
        // RFC 3986 section 5.2.4 removes dot segments, encoded ones too (section 6.2.2.2).
        match (last, uri.get(start..)) {
            (Some(name), Some("." | "..")) => {
                Err(EncodeError::new(Location::Path, name, "a path segment can't be `.` or `..`"))
            }
            _ => Ok(()),
        }
    }

    fn argument(&self, name: &str) -> Result<&str, EncodeError> {
        match self.path.iter().find(|(known, _)| *known == name) {
            Some((_, text)) if !text.is_empty() => Ok(text),
            _ => Err(EncodeError::new(Location::Path, name, "a path argument can't be empty")),
        }
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

fn push_pairs(target: &mut String, name: &str, by: Separator, texts: &[String]) -> Result<(), &'static str> {
    let mut pair = |texts: &[String]| {
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
fn push_joined(target: &mut String, by: Separator, texts: &[String]) -> Result<(), &'static str> {
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
