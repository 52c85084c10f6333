//! Forms with files: `multipart/form-data` (RFC 7578).
//!
//! A form is whole, in both directions: its files are in memory, and the service's limit on bodies
//! bounds what a server reads. Files that are streamed are not here yet.

mod file;
#[cfg(feature = "server")]
mod read;
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
