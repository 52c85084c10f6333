//! What users of generated crates rely on, shown with the operations written by hand.

mod authenticating;
mod bodies;
mod calling;
mod constraints;
mod contracts;
mod encoding;
mod forms;
mod homeserver;
mod http2;
mod json;
mod kinds;
mod layers;
mod lean;
mod negotiating;
mod nulls;
mod patience;
mod refusing;
mod renewing;
mod retrying;
mod routing;
mod secrets;
mod serving;
mod streamed_forms;
mod streams;
mod tracing;
mod transports;
