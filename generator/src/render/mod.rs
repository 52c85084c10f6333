//! From what was emitted to text: Rust through prettyplease, everything else through templates.

mod blank;
mod block;
mod code;
mod digest;
mod docs;
mod runtime;
mod rust;
mod spacing;
mod table;
mod text;

pub use blank::Blank;
pub use block::{Block, BlockKind, Member};
pub use code::Code;
pub(crate) use digest::digest;
pub use docs::Docs;
pub use runtime::runtime_files;
pub use rust::print;
pub use table::{Row, Table};
pub use text::{DocumentSummary, Feature, OperationSummary, Package, package_files};

use proc_macro2::TokenStream;

use crate::diagnostic::{DEFECT, Diagnostic, Place};
use crate::source::FileId;

/// A file of Rust, before it is text.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Relative to the crate's root, with `/`: `src/login/post_login.rs`.
    pub path: String,
    /// The module's docs.
    pub docs: Docs,
    /// What is in it, in order.
    pub items: Vec<Item>,
}

/// One thing at the top of a file.
#[derive(Debug, Clone)]
pub enum Item {
    /// An item under its docs, or several that stand together without blank lines, such as imports.
    Code(Docs, Code),
    /// A struct or an `impl`, printed member by member.
    Block(Block),
    /// A call of a table macro, one row a line.
    Table(Table),
}

impl From<TokenStream> for Item {
    fn from(tokens: TokenStream) -> Self {
        Code::from(tokens).into()
    }
}

impl From<Code> for Item {
    fn from(code: Code) -> Self {
        Self::Code(Docs::default(), code)
    }
}

impl From<Block> for Item {
    fn from(block: Block) -> Self {
        Self::Block(block)
    }
}

impl From<Table> for Item {
    fn from(table: Table) -> Self {
        Self::Table(table)
    }
}

/// The emitter made something that is not Rust.
#[derive(Debug, thiserror::Error)]
#[error("`{path}` would not be Rust: {message}; this is a defect of cratewright")]
pub struct RenderError {
    /// The file in the crate.
    pub path: String,
    /// What the parser says, and the item.
    pub message: String,
}

impl From<RenderError> for Diagnostic {
    fn from(defect: RenderError) -> Self {
        Self::new(&DEFECT, Place::File(FileId(0)), defect.to_string())
    }
}
