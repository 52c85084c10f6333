//! A file of a form.

use std::fmt;

use bytes::Bytes;

use crate::runtime::ScalarError;

/// A file of a form.
///
/// [`Debug`](fmt::Debug) prints the media type and the length only.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct File {
    /// What the sender calls it. It is not a path: RFC 7578 section 4.2 says why one should not be
    /// made of it. A client that sends a file without a name calls it `blob`, as browsers do, because
    /// many servers take a part without a name for text.
    pub name: Option<String>,
    /// Its media type; a client that names none sends `application/octet-stream`.
    pub content_type: Option<String>,
    /// What is in it.
    pub bytes: Bytes,
}

impl File {
    /// A file of these bytes.
    pub fn new(bytes: impl Into<Bytes>) -> Self {
        Self { name: None, content_type: None, bytes: bytes.into() }
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
        write!(f, "File({content_type}, {} bytes)", self.bytes.len())
    }
}

impl From<Bytes> for File {
    fn from(bytes: Bytes) -> Self {
        Self::new(bytes)
    }
}

impl From<Vec<u8>> for File {
    fn from(bytes: Vec<u8>) -> Self {
        Self::new(bytes)
    }
}

impl From<String> for File {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl From<&'static [u8]> for File {
    fn from(bytes: &'static [u8]) -> Self {
        Self::new(bytes)
    }
}

impl From<&'static str> for File {
    fn from(text: &'static str) -> Self {
        Self::new(text)
    }
}

/// What a field for files can be: one, an optional one, or a list of them.
pub trait Files {
    /// The files, in order.
    fn files(&self) -> &[File];

    /// Reads the parts of the field's name.
    fn from_files(files: Vec<File>) -> Result<Self, ScalarError>
    where
        Self: Sized;
}

impl Files for File {
    fn files(&self) -> &[File] {
        std::slice::from_ref(self)
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
    fn files(&self) -> &[File] {
        self.as_ref().map_or(&[], T::files)
    }

    fn from_files(files: Vec<File>) -> Result<Self, ScalarError> {
        if files.is_empty() { Ok(None) } else { T::from_files(files).map(Some) }
    }
}

impl Files for Vec<File> {
    fn files(&self) -> &[File] {
        self
    }

    fn from_files(files: Vec<File>) -> Result<Self, ScalarError> {
        if files.is_empty() { Err(ScalarError::new("is missing")) } else { Ok(files) }
    }
}
