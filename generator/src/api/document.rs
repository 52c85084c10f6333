//! One document of the API, which becomes one module and one server trait.

use super::{Docs, OperationId};
use crate::source::Pointer;

/// What one root document says about itself.
#[derive(Debug, Clone)]
pub struct Document {
    /// The root of the file.
    pub pointer: Pointer,
    /// The file's name without folder and extension (`content-repo`), or the module that the
    /// configuration names.
    pub name: String,
    /// `info.version`.
    pub version: String,
    /// `info.title` and `info.description`.
    pub docs: Docs,
    /// `info.termsOfService`.
    pub terms_of_service: Option<String>,
    /// `info.contact`: name, URL and address, those that there are.
    pub contact: Vec<String>,
    /// `info.license`: its name and its URL.
    pub license: Option<(String, Option<String>)>,
    /// `tags`: the groups that its operations are in, with what is said about them.
    pub tags: Vec<(String, Docs)>,
    /// The URLs of its servers, most preferred first: `https://localhost:8008/_matrix/client/api/v1`.
    pub servers: Vec<String>,
    /// What comes before every path: empty, or `/…` without a trailing slash.
    pub base_path: String,
    /// Its operations, in document order.
    pub operations: Vec<OperationId>,
}
