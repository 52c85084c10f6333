//! What holds `specs/`, `cratewright.toml` and `generated/` together, as far as it needs no compiler.

mod determinism;
mod drift;
mod overlay;
mod seed;
mod support;
mod upgraded;
