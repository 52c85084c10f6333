//! A parameter outside the body.

use serde_json::Value;

use super::{Docs, TypeId};
use crate::source::Pointer;

/// A parameter of the path, the query, a header or a cookie.
#[derive(Debug, Clone)]
pub struct Parameter {
    /// Where it is written; in the path item or a shared definition, it may be.
    pub pointer: Pointer,
    /// The name on the wire.
    pub name: String,
    /// `x-rust-name`.
    pub preferred_name: Option<String>,
    /// Where on the wire it is.
    pub location: Location,
    /// Whether a request without it is wrong.
    pub required: bool,
    /// Its words.
    pub docs: Docs,
    /// What values it takes.
    pub ty: TypeId,
    /// How a list is written.
    pub style: Style,
    /// The value that stands in where it is absent.
    pub default: Option<Value>,
    /// `x-example` or `example`.
    pub example: Option<Value>,
    /// `allowEmptyValue`.
    pub allow_empty: bool,
}

/// Where on the wire a parameter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Location {
    /// A placeholder of the path.
    Path,
    /// `?name=value`.
    Query,
    /// A header.
    Header,
    /// A cookie (OpenAPI 3 only).
    Cookie,
}

/// How a parameter's value is written (Swagger 2.0 `collectionFormat`, OpenAPI 3 `style` and `explode`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Style {
    /// One value, or a list joined by commas.
    #[default]
    Csv,
    /// Joined by spaces.
    Ssv,
    /// Joined by tabs.
    Tsv,
    /// Joined by `|`.
    Pipes,
    /// `name=a&name=b`; query and form only.
    Multi,
    /// `name[key]=value`, OpenAPI 3's `deepObject`.
    DeepObject,
}
