//! The homeserver and the client of the examples, over TCP.
//!
//! The homeserver's modules are part of this test, with their own tests. Only `processes` runs the
//! examples themselves.

#[path = "../../examples/homeserver/mod.rs"]
mod homeserver;

mod malformed;
mod operations;
mod outcomes;
mod peers;
mod processes;
mod r0;
mod running;
