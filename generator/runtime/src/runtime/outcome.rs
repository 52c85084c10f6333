//! What the error enums and the redacted structs of operations have in common.

use std::fmt;
use std::ops::Deref;

use bytes::Bytes;
use http::Response;

/// A response with a status that the document doesn't list, with every byte.
///
/// [`Debug`](fmt::Debug) prints the status and the length of the body only.
pub struct UndocumentedResponse(Box<Response<Bytes>>);

impl UndocumentedResponse {
    /// The response itself.
    pub fn into_inner(self) -> Response<Bytes> {
        *self.0
    }
}

impl Deref for UndocumentedResponse {
    type Target = Response<Bytes>;

    fn deref(&self) -> &Response<Bytes> {
        &self.0
    }
}

impl From<Response<Bytes>> for UndocumentedResponse {
    fn from(response: Response<Bytes>) -> Self {
        Self(Box::new(response))
    }
}

impl fmt::Debug for UndocumentedResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "UndocumentedResponse({}, {} bytes)", self.0.status(), self.0.body().len())
    }
}

/// Implements `status`, `Display`, `Error` and `OperationError` for the error enum of an operation.
///
/// Variants of one status are `Variant: 403`. Variants of a range or of `default`, which have a field
/// `status`, follow in `with_status { … }`. Every such enum has `Undocumented(UndocumentedResponse)`.
#[allow(unused_macros, reason = "an API may have no operations")]
macro_rules! operation_error {
    ($error:ident { $($variant:ident: $status:literal),* $(,)? } $(with_status { $($range:ident),* $(,)? })?) => {
        impl $error {
            /// The status of the response.
            pub fn status(&self) -> http::StatusCode {
                match self {
                    $(Self::$variant { .. } => $crate::runtime::status($status),)*
                    $($(Self::$range { status, .. } => *status,)*)?
                    Self::Undocumented(response) => response.status(),
                }
            }
        }

        impl std::fmt::Display for $error {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.status().fmt(f)
            }
        }

        impl std::error::Error for $error {}

        impl $crate::runtime::OperationError for $error {
            fn status(&self) -> http::StatusCode {
                self.status()
            }

            fn undocumented(&self) -> Option<&$crate::runtime::UndocumentedResponse> {
                match self {
                    Self::Undocumented(response) => Some(response),
                    #[allow(unreachable_patterns, reason = "a document may list no errors")]
                    _ => None,
                }
            }
        }
    };
}
#[allow(unused_imports, reason = "an API may have no operations")]
pub(crate) use operation_error;

/// A status that the generator has checked.
pub fn status(code: u16) -> http::StatusCode {
    http::StatusCode::from_u16(code).unwrap_or(http::StatusCode::INTERNAL_SERVER_ERROR)
}

/// Implements `Debug` for a struct that has fields marked `: secret`, which print as `***`.
#[allow(unused_macros, reason = "an API may have no secrets")]
macro_rules! redacted_debug {
    ($name:ident { $($field:ident $(: $secret:ident)?),* $(,)? }) => {
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let mut fields = f.debug_struct(stringify!($name));
                $($crate::runtime::redacted_debug!(@field fields self $field $($secret)?);)*
                fields.finish()
            }
        }
    };
    (@field $fields:ident $this:ident $field:ident) => {
        $fields.field(stringify!($field), &$this.$field)
    };
    (@field $fields:ident $this:ident $field:ident secret) => {
        $fields.field(stringify!($field), &format_args!("***"))
    };
}
#[allow(unused_imports, reason = "an API may have no secrets")]
pub(crate) use redacted_debug;
