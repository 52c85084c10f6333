//! What has to happen to a folder so that it holds the files of this run.

use std::collections::BTreeMap;
use std::fmt;

use super::{Files, Origin, origin};
use crate::report::counted;

/// What is at a path of the output folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Existing {
    /// A file of an earlier run, and its content.
    File(Vec<u8>),
    /// Anything else: a file of somebody else, a symbolic link, a device. Never read, never
    /// followed.
    Other,
}

/// What has to happen, path by path. All lists are in path order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// Files that are not there yet.
    pub created: Vec<String>,
    /// Files that are there with another content.
    pub changed: Vec<String>,
    /// Files that stay as they are, modification time and all.
    pub unchanged: usize,
    /// Files of an earlier run that this one does not have.
    pub removed: Vec<String>,
    /// What a run would destroy if it went on.
    pub conflicts: Conflicts,
}

/// Work of people that a run would overwrite or remove.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conflicts {
    /// Generated files that were edited by hand.
    pub edited: Vec<String>,
    /// Files that cratewright did not write, where one of its own is to be.
    pub foreign: Vec<String>,
}

impl Plan {
    /// Compares what is there with what is to be.
    pub fn new(existing: &BTreeMap<String, Existing>, files: &Files) -> Self {
        let mut plan = Self::default();
        for (path, text) in files.iter() {
            plan.place(path, text, existing.get(path));
        }
        for (path, found) in existing {
            if files.get(path).is_none() {
                plan.clear(path, found);
            }
        }
        plan
    }

    /// What is there is what is to be.
    pub fn keeping(existing: &BTreeMap<String, Existing>) -> Self {
        let unchanged = existing.values().filter(|found| matches!(found, Existing::File(_))).count();
        Self { unchanged, ..Self::default() }
    }

    fn place(&mut self, path: &str, text: &str, found: Option<&Existing>) {
        match found {
            None => self.created.push(path.to_owned()),
            Some(Existing::File(content)) if content == text.as_bytes() => self.unchanged += 1,
            Some(found) => {
                self.conflicts.note(path, found);
                self.changed.push(path.to_owned());
            }
        }
    }

    fn clear(&mut self, path: &str, found: &Existing) {
        let Existing::File(content) = found else { return };
        if origin(content) != Origin::Foreign {
            self.conflicts.note(path, found);
            self.removed.push(path.to_owned());
        }
    }

    /// The files to write, in path order.
    pub fn written(&self) -> impl Iterator<Item = &str> {
        let mut paths: Vec<&str> = self.created.iter().chain(&self.changed).map(String::as_str).collect();
        paths.sort_unstable();
        paths.into_iter()
    }

    /// Whether the folder is as this run would leave it.
    pub fn is_empty(&self) -> bool {
        self.created.is_empty() && self.changed.is_empty() && self.removed.is_empty()
    }
}

impl fmt::Display for Plan {
    /// `3 files written, 40 unchanged, 1 removed`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let written = counted(self.created.len() + self.changed.len(), "file");
        write!(f, "{written} written, {} unchanged, {} removed", self.unchanged, self.removed.len())
    }
}

impl Conflicts {
    fn note(&mut self, path: &str, found: &Existing) {
        let origin = match found {
            Existing::File(content) => origin(content),
            Existing::Other => Origin::Foreign,
        };
        match origin {
            Origin::Generated => {}
            Origin::Edited => self.edited.push(path.to_owned()),
            Origin::Foreign => self.foreign.push(path.to_owned()),
        }
    }

    /// Whether nobody's work is at stake.
    pub fn is_empty(&self) -> bool {
        self.edited.is_empty() && self.foreign.is_empty()
    }
}

impl fmt::Display for Conflicts {
    /// All of them, and what to do.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lists = [
            (&self.edited, "edited by hand since they were generated"),
            (&self.foreign, "in the way, and not written by cratewright"),
        ];
        for (paths, what) in lists.into_iter().filter(|(paths, _)| !paths.is_empty()) {
            writeln!(f, "these files are {what}:")?;
            for path in paths {
                writeln!(f, "  {path}")?;
            }
        }
        write!(f, "nothing was written; move the edits elsewhere, or give them up with --force")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::seal;

    fn folder(entries: &[(&str, &str)]) -> BTreeMap<String, Existing> {
        let file = |text: &str| Existing::File(text.as_bytes().to_vec());
        entries.iter().map(|(path, text)| ((*path).to_owned(), file(text))).collect()
    }

    fn files(entries: &[(&str, &str)]) -> Files {
        let mut files = Files::new();
        entries.iter().for_each(|(path, text)| files.insert(*path, text));
        files
    }

    #[test]
    fn stale_files_go_and_others_stay() {
        let existing = folder(&[
            ("notes.txt", "mine"),
            ("src/a.rs", &seal("src/a.rs", "same")),
            ("src/b.rs", &seal("src/b.rs", "old")),
            ("src/gone.rs", &seal("src/gone.rs", "old")),
        ]);
        let plan =
            Plan::new(&existing, &files(&[("src/a.rs", "same"), ("src/b.rs", "new"), ("src/c.rs", "new")]));
        assert_eq!(plan.created, ["src/c.rs"]);
        assert_eq!(plan.changed, ["src/b.rs"]);
        assert_eq!(plan.removed, ["src/gone.rs"]);
        assert_eq!(plan.unchanged, 1);
        assert!(plan.conflicts.is_empty());
    }

    #[test]
    fn work_of_people_is_a_conflict() {
        let existing = folder(&[
            ("README.md", "# Mine"),
            ("src/a.rs", &format!("{} and a line of mine", seal("src/a.rs", "old"))),
            ("src/gone.rs", &format!("{} and a line of mine", seal("src/gone.rs", "old"))),
        ]);
        let plan = Plan::new(&existing, &files(&[("README.md", "# Ours"), ("src/a.rs", "new")]));
        assert_eq!(plan.conflicts.edited, ["src/a.rs", "src/gone.rs"]);
        assert_eq!(plan.conflicts.foreign, ["README.md"]);
    }

    #[test]
    fn an_edit_that_a_run_would_make_too_is_no_conflict() {
        let existing = folder(&[("src/a.rs", &seal("src/a.rs", "new"))]);
        assert!(Plan::new(&existing, &files(&[("src/a.rs", "new")])).is_empty());
    }
}
