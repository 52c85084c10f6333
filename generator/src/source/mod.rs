//! Documents as they were written: files, trees, references between them.
//!
//! A file becomes one `serde_json::Value`, whether it is YAML or JSON, and everything above works
//! on [`Node`]s: a value and the [`Pointer`] to it. Lines and columns are computed only when a
//! diagnostic needs them.

mod limits;
mod line_index;
mod load;
mod loader;
mod node;
mod overlay;
mod parts;
mod path;
mod pointer;
mod positions;
mod read;
mod reference;
mod report;
mod sources;
mod span;
#[cfg(test)]
mod tests;

pub use limits::Limits;
pub use line_index::LineColumn;
pub use loader::{LoadError, Loader, MemoryLoader};
pub use node::{Node, kind, member};
pub(crate) use path::is_device;
pub use path::{PathError, normalise, relative_to};
pub(crate) use pointer::below;
pub use pointer::{FileId, Pointer, escape, unescape};
pub(crate) use read::decode;
pub use sources::Sources;
pub use span::Span;
