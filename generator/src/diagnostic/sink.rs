//! Where the stages of a run put what they find.

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};

use super::{Code, Diagnostic, MORE_FINDINGS, Place, Severity};
use crate::source::{FileId, Pointer};

/// What tells findings apart.
type Identity = (&'static str, Place, String);

/// What stands for all findings of a code in a file.
fn once(diagnostic: &Diagnostic) -> Option<Identity> {
    let pointer = diagnostic.primary.place.pointer()?;
    Some((diagnostic.code.id, Place::File(pointer.file), String::new()))
}

/// Collects the findings of a run. Shared by reference: a stage reports and goes on.
#[derive(Debug)]
pub struct Sink {
    findings: RefCell<Vec<Diagnostic>>,
    seen: RefCell<HashSet<Identity>>,
    /// How many of each code are listed, and at most.
    listed: RefCell<HashMap<&'static str, usize>>,
    most: usize,
    /// How many are not listed.
    dropped: Cell<usize>,
}

impl Default for Sink {
    fn default() -> Self {
        Self::listing(usize::MAX)
    }
}

impl Sink {
    /// An empty sink.
    pub fn new() -> Self {
        Self::default()
    }

    /// An empty sink that keeps no more than `most` findings of each code. The verdict on a run stays
    /// what it is, since those that are dropped are like those that are kept.
    pub fn listing(most: usize) -> Self {
        Self {
            findings: RefCell::default(),
            seen: RefCell::default(),
            listed: RefCell::default(),
            most,
            dropped: Cell::new(0),
        }
    }

    /// An empty sink for a part of what is found.
    pub(crate) fn apart(&self) -> Self {
        Self::listing(self.most)
    }

    /// Adds what was found apart, in the order in which it was, as if it had been reported here.
    pub(crate) fn absorb(&self, part: Self) {
        let seen = part.seen.into_inner();
        for finding in part.findings.into_inner() {
            match once(&finding) {
                Some(once) if seen.contains(&once) => self.report_once(finding),
                _ => self.report(finding),
            }
        }
    }

    /// Whether each finding is listed.
    pub(crate) fn is_complete(&self) -> bool {
        self.dropped.get() == 0
    }

    /// Adds a finding. The same finding at the same place is kept once, so that a shared
    /// definition that is read for two documents is reported once.
    pub fn report(&self, diagnostic: Diagnostic) {
        if self.is_full(diagnostic.code) {
            return self.drop(diagnostic);
        }
        let identity = (diagnostic.code.id, diagnostic.primary.place.clone(), diagnostic.message.clone());
        if self.seen.borrow_mut().insert(identity) {
            *self.listed.borrow_mut().entry(diagnostic.code.id).or_default() += 1;
            self.findings.borrow_mut().push(diagnostic);
        }
    }

    /// Adds a finding that each file has once, however often there is reason for it.
    pub fn report_once(&self, diagnostic: Diagnostic) {
        if once(&diagnostic).is_none_or(|once| self.seen.borrow_mut().insert(once)) {
            self.report(diagnostic);
        }
    }

    /// Whether no more findings of a code are listed, so that nobody will read what one says.
    pub fn is_full(&self, code: &Code) -> bool {
        self.listed.borrow().get(code.id).is_some_and(|listed| *listed >= self.most)
    }

    /// Counts a finding that is not listed; the first of its code is told of.
    fn drop(&self, diagnostic: Diagnostic) {
        self.dropped.set(self.dropped.get() + 1);
        let id = diagnostic.code.id;
        if self.seen.borrow_mut().insert((id, Place::Bytes(FileId(0), 0..0), String::new())) {
            let message = format!("there are more findings of `{id}` than {}, which are listed", self.most);
            let more = Diagnostic::new(&MORE_FINDINGS, diagnostic.primary.place, message);
            self.findings.borrow_mut().push(more.label("the first that is not listed"));
        }
    }

    /// Whether an error was reported, after which nothing may be written.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many findings of a severity are listed.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.borrow().iter().filter(|found| found.severity == severity).count()
    }

    /// The places at which something was found that the specification forbids.
    pub fn breaches(&self) -> HashSet<Pointer> {
        let findings = self.findings.borrow();
        let breaches = findings.iter().filter(|found| found.code.breach || found.severity == Severity::Error);
        let pointers = breaches.filter_map(|found| match &found.primary.place {
            Place::Key(pointer) | Place::Value(pointer) | Place::Missing(pointer) => Some(pointer.clone()),
            Place::Line(..) | Place::Bytes(..) | Place::File(_) => None,
        });
        pointers.collect()
    }

    /// How many findings there are so far; a stage compares two counts to know whether a part failed.
    pub fn len(&self) -> usize {
        self.findings.borrow().len() + self.dropped.get()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.findings.borrow().is_empty()
    }

    /// The findings, in the order they were reported.
    pub fn into_findings(self) -> Vec<Diagnostic> {
        self.findings.into_inner()
    }
}
