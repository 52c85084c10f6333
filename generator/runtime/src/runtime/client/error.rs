//! What can go wrong with a call.

use std::fmt;

use bytes::Bytes;
use http::{Response, StatusCode};

use crate::runtime::{BodyError, BoxError, EncodeError, JsonError, OperationError};

/// Why a call has no response of the successful kind.
#[derive(Debug)]
#[non_exhaustive]
pub enum CallError<E> {
    /// The server answered, and the answer is an error.
    Answer(E),
    /// The source of credentials failed: nothing was sent, or the server has refused what was.
    Credentials(CredentialsError),
    /// The request can't be put on the wire; nothing was sent.
    Encode(EncodeError),
    /// No answer came, or its body broke off.
    Transport(TransportError),
    /// The answer isn't what the document promises. It is kept.
    Decode(DecodeError),
}

impl<E> CallError<E> {
    /// The error that the document lists, if this is one.
    pub fn answer(&self) -> Option<&E> {
        match self {
            Self::Answer(error) => Some(error),
            _ => None,
        }
    }
}

impl<E: OperationError> CallError<E> {
    /// The status of the answer, whether the document lists it or not; nothing where none came.
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Answer(error) => Some(error.status()),
            Self::Decode(error) => Some(error.response().status()),
            Self::Credentials(_) | Self::Encode(_) | Self::Transport(_) => None,
        }
    }
}

impl<E: fmt::Display> fmt::Display for CallError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answer(error) => write!(f, "the server answered {error}"),
            Self::Credentials(error) => error.fmt(f),
            Self::Encode(error) => error.fmt(f),
            Self::Transport(error) => error.fmt(f),
            Self::Decode(error) => error.fmt(f),
        }
    }
}

impl<E: std::error::Error + 'static> std::error::Error for CallError<E> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Answer(error) => Some(error),
            Self::Credentials(error) => error.source(),
            Self::Encode(error) => error.source(),
            Self::Transport(error) => error.source(),
            Self::Decode(error) => error.source(),
        }
    }
}

/// Why there was no answer.
#[derive(Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    source: BoxError,
}

/// What kept an answer from coming.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// There was no connection: nothing has reached the server.
    Connect,
    /// It took too long. The server may have acted.
    Timeout,
    /// The answer began, and its body broke off or was too large.
    Body,
    /// Anything else. The server may have acted.
    Other,
}

impl TransportError {
    /// Wraps what a transport failed with. It should not hold the URL, which may hold a token.
    pub fn new(kind: TransportErrorKind, source: impl Into<BoxError>) -> Self {
        Self { kind, source: source.into() }
    }

    /// What kept the answer from coming.
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }
}

impl From<BodyError> for TransportError {
    fn from(error: BodyError) -> Self {
        let kind = if error.is_timeout() { TransportErrorKind::Timeout } else { TransportErrorKind::Body };
        Self::new(kind, error)
    }
}

/// What middleware has failed with. A [`TransportError`] stays what it is.
impl From<BoxError> for TransportError {
    fn from(error: BoxError) -> Self {
        match error.downcast::<Self>() {
            Ok(error) => *error,
            Err(error) => Self::new(TransportErrorKind::Other, error),
        }
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            TransportErrorKind::Connect => "could not connect to the server",
            TransportErrorKind::Timeout => "the server took too long",
            TransportErrorKind::Body => "the answer's body did not arrive",
            TransportErrorKind::Other => "the request failed",
        })
    }
}

impl std::error::Error for TransportError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&*self.source)
    }
}

/// Why a source of credentials had none to give.
#[derive(Debug)]
pub struct CredentialsError(BoxError);

impl CredentialsError {
    /// Wraps what the source failed with. It should not hold a secret.
    pub fn new(source: impl Into<BoxError>) -> Self {
        Self(source.into())
    }
}

impl fmt::Display for CredentialsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no credentials for the call")
    }
}

impl std::error::Error for CredentialsError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&*self.0)
    }
}

/// How an answer differs from what the document promises, with the whole answer.
pub struct DecodeError(Box<Undecoded>);

struct Undecoded {
    response: Response<Bytes>,
    path: String,
    reason: String,
}

impl DecodeError {
    #[cold]
    pub(super) fn new(response: Response<Bytes>, reason: impl Into<String>) -> Self {
        Self(Box::new(Undecoded { response, path: String::new(), reason: reason.into() }))
    }

    #[cold]
    pub(super) fn json(response: Response<Bytes>, error: &JsonError) -> Self {
        let (path, reason) = (error.path().to_owned(), error.message().to_owned());
        Self(Box::new(Undecoded { response, path, reason }))
    }

    /// The answer.
    pub fn response(&self) -> &Response<Bytes> {
        &self.0.response
    }

    /// The answer.
    pub fn into_response(self) -> Response<Bytes> {
        self.0.response
    }

    /// Where in the body, as a JSON Pointer (RFC 6901); empty for the answer as a whole.
    pub fn path(&self) -> &str {
        &self.0.path
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Undecoded { response, path, reason } = &*self.0;
        write!(f, "the answer {} is not as documented: ", response.status())?;
        match path.as_str() {
            "" => f.write_str(reason),
            path => write!(f, "{path}: {reason}"),
        }
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DecodeError({self}; {} bytes)", self.0.response.body().len())
    }
}

impl std::error::Error for DecodeError {}
