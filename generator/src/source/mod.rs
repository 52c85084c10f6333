//! Documents as they were written: files, spanned trees, references between them.

mod pointer;

pub use pointer::{FileId, Pointer, escape, unescape};
