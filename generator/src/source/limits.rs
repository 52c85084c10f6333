//! How much input a run accepts, and how much it makes of it: no document, however hostile, may exhaust
//! memory, stack or time.

/// Upper bounds on what is read and on what comes of it. The defaults are far above any real document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes in one file.
    pub file_bytes: usize,
    /// Bytes in all files of a run.
    pub total_bytes: usize,
    /// Files in one run, those that could not be read included.
    pub files: usize,
    /// Levels of objects and arrays inside each other. The parsers stop at 128 whatever is set here.
    pub depth: usize,
    /// Values (scalars, arrays, objects) in one file, after YAML aliases are expanded.
    pub nodes: usize,
    /// Values that YAML aliases may add to a file beyond those that are written in it.
    pub alias_nodes: usize,
    /// Bytes in one key of an object, such as a path.
    pub key_bytes: usize,
    /// Hops in one chain of `$ref`s.
    pub reference_hops: usize,
    /// Findings of one kind that are listed.
    pub findings: usize,
    /// Operations and types of the API.
    pub items: usize,
    /// Properties, values or alternatives of one type.
    pub members: usize,
    /// Parameters of one operation.
    pub parameters: usize,
    /// Pieces of one path between slashes.
    pub path_segments: usize,
    /// Types in the longest row of types within types.
    pub nested_types: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 64 << 20,
            total_bytes: 256 << 20,
            files: 10_000,
            depth: 128,
            nodes: 8_000_000,
            alias_nodes: 1_000_000,
            key_bytes: 8_192,
            reference_hops: 64,
            findings: 300,
            items: 200_000,
            members: 20_000,
            parameters: 1_000,
            path_segments: 200,
            nested_types: 500,
        }
    }
}

impl Limits {
    /// What a configuration and a command line call them.
    pub const NAMES: [&'static str; 14] = [
        "file_bytes",
        "total_bytes",
        "files",
        "depth",
        "nodes",
        "alias_nodes",
        "key_bytes",
        "reference_hops",
        "findings",
        "items",
        "members",
        "parameters",
        "path_segments",
        "nested_types",
    ];

    /// The limit of that name.
    pub fn by_name(&mut self, name: &str) -> Option<&mut usize> {
        Some(match name {
            "file_bytes" => &mut self.file_bytes,
            "total_bytes" => &mut self.total_bytes,
            "files" => &mut self.files,
            "depth" => &mut self.depth,
            "nodes" => &mut self.nodes,
            "alias_nodes" => &mut self.alias_nodes,
            "key_bytes" => &mut self.key_bytes,
            "reference_hops" => &mut self.reference_hops,
            "findings" => &mut self.findings,
            "items" => &mut self.items,
            "members" => &mut self.members,
            "parameters" => &mut self.parameters,
            "path_segments" => &mut self.path_segments,
            "nested_types" => &mut self.nested_types,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Limits;

    #[test]
    fn every_name_is_a_limit_of_its_own() {
        let mut limits = Limits::default();
        for (number, name) in Limits::NAMES.into_iter().enumerate() {
            *limits.by_name(name).expect(name) = number;
        }
        let numbers = Limits::NAMES.map(|name| *limits.by_name(name).expect(name));
        assert_eq!(numbers, std::array::from_fn(|number| number));
        assert_eq!(limits.by_name("nothing"), None);
    }
}
