//! Cratewright turns Swagger 2.0 documents (and the OpenAPI 3 documents that followed) into a
//! Rust crate: request and response types, an async server trait, and a client.
//!
//! The library does no IO. Documents come in through a [`source::Loader`], files go out as
//! [`output::Files`], and everything between is a chain of typed stages, one module each.

pub mod analyze;
pub mod api;
pub mod check;
pub mod config;
pub mod diagnostic;
pub mod disk;
pub mod emit;
pub mod lower;
pub mod names;
pub mod openapi;
pub mod output;
pub mod render;
pub mod source;
pub mod surface;
pub mod swagger;
pub mod upgrade;
