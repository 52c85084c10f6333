//! Swagger 2.0 becomes OpenAPI 3.0, so that the rest of the pipeline knows one specification.
//!
//! The result is one self-contained [`openapiv3::OpenAPI`]: whatever a `$ref` names, in whichever
//! file, is an entry of `components.schemas`. That model carries no positions, so [`Origins`]
//! remembers what each of its parts was made from.

pub mod extensions;
mod origins;

pub use origins::Origins;
