//! How much input a run accepts: no document, however hostile, may exhaust memory, stack or time.

/// Upper bounds on what is read. The defaults are far above any real document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes in one file.
    pub file_bytes: usize,
    /// Files in one run, those that could not be read included.
    pub files: usize,
    /// Levels of objects and arrays inside each other. The parsers stop at 128 whatever is set here.
    pub depth: usize,
    /// Values (scalars, arrays, objects) in one file, after YAML aliases are expanded.
    pub nodes: usize,
    /// Values that YAML aliases may add to a file beyond those that are written in it.
    pub alias_nodes: usize,
    /// Hops in one chain of `$ref`s.
    pub reference_hops: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 64 << 20,
            files: 10_000,
            depth: 128,
            nodes: 8_000_000,
            alias_nodes: 1_000_000,
            reference_hops: 64,
        }
    }
}
