//! Placeholder, replaced by the stage of this name.
