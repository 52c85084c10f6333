//! A file of a form.

use std::fmt;

use bytes::Bytes;

use crate::runtime::{Body, ScalarError};

/// A file of a form.
///
/// A client may send a stream; forms with one are sent piece by piece. What a server reads is a stream
/// where the form is larger than what it collects of a request: then the file is the last part of it, and
/// comes in while the handler reads it.
///
/// [`Debug`](fmt::Debug) prints the media type and the length only.
#[derive(Default)]
pub struct File {
    /// What the sender calls it. It is not a path: RFC 7578 section 4.2 says why one should not be
    /// made of it. A client that sends a file without a name calls it `blob`, as browsers do, because
    /// many servers take a part without a name for text.
    pub name: Option<String>,
    /// Its media type; a client that names none sends `application/octet-stream`.
    pub content_type: Option<String>,
    /// What is in it.
    pub body: Body,
}

impl File {
    /// A file of these bytes, or of this stream.
    pub fn new(body: impl Into<Body>) -> Self {
        Self { name: None, content_type: None, body: body.into() }
    }

    /// A file of this machine, under its own name. It is read while it is sent.
    #[cfg(any(feature = "hyper", feature = "reqwest", feature = "serve"))]
    pub async fn open(path: impl AsRef<std::path::Path>) -> std::io::Result<Self> {
        let path = path.as_ref();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        Ok(Self { name, content_type: None, body: Body::open(path).await? })
    }

    /// Sets what it is called.
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets its media type.
    #[must_use]
    pub fn with_content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let content_type = self.content_type.as_deref().unwrap_or("no media type");
        write!(f, "File({content_type}, {:?})", self.body)
    }
}

macro_rules! from_body {
    ($($source:ty),*) => {$(
        impl From<$source> for File {
            fn from(source: $source) -> Self {
                Self::new(source)
            }
        }
    )*};
}

from_body!(Body, Bytes, Vec<u8>, String, &'static [u8], &'static str);

/// What a field for files can be: one, an optional one, or a list of them.
pub trait Files {
    /// The files, in order.
    fn into_files(self) -> Vec<File>;

    /// Reads the parts of the field's name.
    fn from_files(files: Vec<File>) -> Result<Self, ScalarError>
    where
        Self: Sized;
}

impl Files for File {
    fn into_files(self) -> Vec<File> {
        vec![self]
    }

    fn from_files(files: Vec<File>) -> Result<Self, ScalarError> {
        let mut files = files.into_iter();
        match (files.next(), files.next()) {
            (Some(file), None) => Ok(file),
            (None, _) => Err(ScalarError::new("is missing")),
            (Some(_), Some(_)) => Err(ScalarError::new("is given more than once")),
        }
    }
}

impl<T: Files> Files for Option<T> {
    fn into_files(self) -> Vec<File> {
        self.map(T::into_files).unwrap_or_default()
    }

    fn from_files(files: Vec<File>) -> Result<Self, ScalarError> {
        if files.is_empty() { Ok(None) } else { T::from_files(files).map(Some) }
    }
}

impl Files for Vec<File> {
    fn into_files(self) -> Vec<File> {
        self
    }

    fn from_files(files: Vec<File>) -> Result<Self, ScalarError> {
        if files.is_empty() { Err(ScalarError::new("is missing")) } else { Ok(files) }
    }
}
