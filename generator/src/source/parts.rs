//! Files that are parts of a document, and refer to it as if they stood in it: `#/definitions/Pet`
//! in a file that has no definitions. Several tools join all files before they look at references,
//! so that people have written such files for years.

use std::collections::{BTreeMap, BTreeSet};

use super::{FileId, Node, Pointer, Sources};
use crate::diagnostic::{ASSUMED_DOCUMENT, Diagnostic, MISSING_TARGET, Place, Sink};

/// What was assumed about references to places that their own file does not have.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// The document that is being read.
    document: Option<FileId>,
    /// Where the reference at a place leads.
    assumed: BTreeMap<Pointer, Pointer>,
    /// The files of which that was said.
    reported: BTreeSet<FileId>,
}

impl Sources<'_> {
    /// Begins with a document: what is resolved from now on is a part of it.
    pub fn enter(&self, document: FileId) {
        self.parts().document = Some(document);
    }

    /// The document that a reference within one of its files may have been about.
    pub(super) fn document_of(&self, place: &Pointer, file: FileId) -> Option<Node<'_>> {
        let document = self.parts().document?;
        (file == place.file && file != document).then(|| self.root(document)).flatten()
    }

    /// Takes a value of the document for one that the file does not have. A file that is part of
    /// several documents can't mean a different value in each, since it gives one type.
    pub(super) fn assume(
        &self,
        place: &Pointer,
        reference: &str,
        target: Pointer,
        sink: &Sink,
    ) -> Option<Pointer> {
        let before = self.parts().assumed.insert(place.clone(), target.clone());
        match before {
            Some(before) if before != target => {
                sink.report(ambiguous(place, reference, before, target));
                return None;
            }
            Some(_) => {}
            None => self.report_assumption(place, reference, &target, sink),
        }
        Some(target)
    }

    /// Once for each file: one that is written like this has hundreds of such references.
    fn report_assumption(&self, place: &Pointer, reference: &str, target: &Pointer, sink: &Sink) {
        if !self.parts().reported.insert(place.file) {
            return;
        }
        let document = self.name(target.file);
        let message = format!(
            "`{reference}` is not in this file, and is taken from `{document}`, \
             as is all that this file refers to and does not have"
        );
        let there = path_between(self.name(place.file), document);
        let found = Diagnostic::new(&ASSUMED_DOCUMENT, Place::Value(place.clone()), message)
            .help(format!("write `{there}{reference}`"));
        sink.report(found);
    }
}

fn ambiguous(place: &Pointer, reference: &str, one: Pointer, other: Pointer) -> Diagnostic {
    let message = format!("`{reference}` is in two documents that this file is a part of");
    Diagnostic::new(&MISSING_TARGET, Place::Value(place.clone()), message)
        .also(Place::Key(one), "in one")
        .also(Place::Key(other), "in the other")
        .help("write the name of the file that is meant before the `#`")
}

/// How a file names another: both are paths from the source root.
fn path_between(from: &str, to: &str) -> String {
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut from = folder.split('/').filter(|name| !name.is_empty()).peekable();
    let mut to = to.split('/').peekable();
    while from.peek().is_some() && from.peek() == to.peek() {
        from.next();
        to.next();
    }
    from.map(|_| "..").chain(to).collect::<Vec<_>>().join("/")
}
