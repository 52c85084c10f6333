//! Placeholder, replaced by the configuration.
