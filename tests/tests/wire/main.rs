//! The generated client and server against each other and against wrong requests, in one process.

mod calling;
mod overlay;
mod refusing;
mod resilience;
mod security;
mod stub;
