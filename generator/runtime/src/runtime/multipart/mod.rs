//! Forms with files: `multipart/form-data` (RFC 7578), streamed in both directions.
//!
//! A client writes the fields of text before the files, each in the document's order. A form without a
//! stream is whole, and one of streams whose lengths are known has a length too.
//!
//! A server has to know all fields before it calls the handler, and nothing but the end of a form says
//! that there are no more. So a form is collected, and its parts may come in any order, up to the service's
//! limit on bodies ([`Service::with_body_limit`](crate::runtime::Service::with_body_limit)). A form that is
//! larger must have a file at its end, and everything before it within the limit: that file is handed
//! over as a stream. A part that comes after it all the same is an error of that stream, and a form that is
//! larger in another way is a `413`.

mod file;
#[cfg(feature = "client")]
mod joined;
#[cfg(feature = "server")]
mod parts;
#[cfg(feature = "server")]
mod read;
#[cfg(feature = "server")]
mod tail;
#[cfg(feature = "client")]
mod write;

pub use file::{File, Files};
#[cfg(feature = "server")]
pub use read::AskedMultipart;
#[cfg(feature = "client")]
pub use write::MultipartBuilder;

/// A name within quotes, as browsers write it (the HTML standard, multipart form data): the escapes of
/// RFC 822 are not understood everywhere.
#[cfg(any(feature = "client", feature = "server"))]
fn escaped(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}
