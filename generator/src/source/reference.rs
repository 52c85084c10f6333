//! Reference Objects: what a `$ref` points at (Swagger 2.0 and OpenAPI 3 "Reference Object",
//! RFC 3986 for the URI, RFC 6901 section 6 for the fragment).
//!
//! Whether a place *is* a reference is the caller's knowledge: an `example` or a property named
//! `$ref` is data and must not come here.

use percent_encoding::percent_decode_str;

use super::node::step;
use super::{FileId, Node, Pointer, Sources, escape, path, unescape};
use crate::diagnostic::{self as code, Diagnostic, Place, Sink, nearest};

impl Sources<'_> {
    /// The place that `reference`, the `$ref` of the Reference Object at `at`, points at. It is
    /// there; it may be a Reference Object itself (see [`Self::resolve_chain`]).
    pub fn resolve(&self, at: &Pointer, reference: &str, sink: &Sink) -> Option<Pointer> {
        if let Some(known) = self.file(at.file).known_target(reference) {
            return Some(known);
        }
        let (file, fragment) = match reference.split_once('#') {
            Some((file, fragment)) => (file, fragment),
            None => (reference, ""),
        };
        let file = match file {
            "" => at.file,
            file => self.referenced_file(&at.child("$ref"), reference, file, sink)?,
        };
        self.referenced_value(at, reference, file, fragment, sink)
    }

    /// Follows `$ref` after `$ref`, to a value that is no Reference Object. A chain that comes
    /// back to where it was has no value at all, which is reported with every hop.
    pub fn resolve_chain(&self, at: &Pointer, reference: &str, sink: &Sink) -> Option<Node<'_>> {
        let mut hops = vec![at.clone()];
        let mut target = self.node(&self.resolve(at, reference, sink)?)?;
        while let Some(next) = target.reference() {
            let cycle = hops.contains(&target.pointer);
            if cycle || hops.len() >= self.limits.reference_hops {
                report_endless(sink, reference, &hops, &target.pointer, cycle);
                return None;
            }
            hops.push(target.pointer.clone());
            target = self.node(&self.resolve(&target.pointer, next, sink)?)?;
        }
        Some(target)
    }

    /// `node`, or the value that it refers to if it is a Reference Object.
    pub fn follow<'s>(&'s self, node: Node<'s>, sink: &Sink) -> Option<Node<'s>> {
        match node.reference() {
            None => Some(node),
            Some(reference) => self.resolve_chain(&node.pointer, reference, sink),
        }
    }

    fn referenced_file(&self, place: &Pointer, reference: &str, file: &str, sink: &Sink) -> Option<FileId> {
        if is_remote(file) {
            let message = format!("`{reference}` is a URL, and only files below the source root are read");
            sink.report(
                Diagnostic::new(&code::REMOTE_REFERENCE, Place::Value(place.clone()), message)
                    .help("save the document beside this one and refer to the file"),
            );
            return None;
        }
        if let Some(found) = self.bare_name(place, reference) {
            sink.report(found);
            return None;
        }
        let name = match path::relative_to(self.name(place.file), file) {
            Ok(name) => name,
            Err(error) => {
                let message = format!("`{reference}` is refused: {error}");
                sink.report(Diagnostic::new(&code::REFUSED_REFERENCE, Place::Value(place.clone()), message));
                return None;
            }
        };
        self.load_normalised(&name, Some(place), sink)
    }

    /// `$ref: Pet`, as Swagger 1.2 had it, where the document has a definition called `Pet`.
    fn bare_name(&self, place: &Pointer, reference: &str) -> Option<Diagnostic> {
        let plain = !reference.contains(['/', '.', '#']);
        let definitions = self.root(place.file)?.get("definitions").filter(|_| plain)?;
        let definition = definitions.get(reference)?;
        let message = format!("`{reference}` would be a file, and there is a definition of that name");
        Some(
            Diagnostic::new(&code::MISSING_TARGET, Place::Value(place.clone()), message)
                .help(format!("write `{}`", definition.pointer)),
        )
    }

    fn referenced_value(
        &self,
        at: &Pointer,
        reference: &str,
        file: FileId,
        fragment: &str,
        sink: &Sink,
    ) -> Option<Pointer> {
        let root = self.root(file)?;
        let decoded = percent_decode_str(fragment).decode_utf8_lossy();
        // A key that has a `%` of its own is sometimes written as it is.
        let found = [decoded.as_ref(), fragment].into_iter().find_map(|fragment| walk(&root, fragment).ok());
        if let Some(found) = found {
            self.file(at.file).remember_target(reference, &found);
            return Some(found);
        }
        let place = &at.child("$ref");
        let mut diagnostic = match walk(&root, &decoded) {
            Ok(pointer) => return Some(pointer),
            Err(Miss::NotAPointer) => Diagnostic::new(
                &code::MALFORMED_REFERENCE,
                Place::Value(place.clone()),
                format!("`#{fragment}` is no JSON pointer"),
            )
            .help(format!("write `#/{fragment}`")),
            Err(Miss::Nothing { last, token }) => {
                let in_document = self.document_of(place, file).and_then(|root| walk(&root, &decoded).ok());
                match in_document {
                    Some(target) => return self.assume(place, reference, target, sink),
                    None => self.missing(place, reference, &last, &token),
                }
            }
        };
        if file != place.file && diagnostic.primary.text.is_empty() {
            diagnostic = diagnostic.label(format!("looked for in `{}`", self.name(file)));
        }
        sink.report(diagnostic);
        None
    }

    /// Says which token of a pointer led nowhere, and what may have been meant.
    fn missing(&self, place: &Pointer, reference: &str, last: &Node<'_>, token: &str) -> Diagnostic {
        let message = format!("`{reference}` points at nothing");
        let found = Diagnostic::new(&code::MISSING_TARGET, Place::Value(place.clone()), message);
        let within = match last.pointer.path() {
            "" => format!("`{}`", self.name(last.pointer.file)),
            path => format!("`#{path}`"),
        };
        if !last.is_object() && !last.is_array() {
            return found.also(Place::Value(last.pointer.clone()), format!("this is {}", last.kind()));
        }
        let found = found.label(format!("there is no `{token}` in {within}"));
        match nearest(token, last.keys()) {
            Some(near) => found
                .also(Place::Key(last.pointer.child(near)), "a name near it")
                .help(format!("did you mean `{near}`?")),
            None => found,
        }
    }
}

/// Why a fragment leads to no value.
enum Miss<'s> {
    /// It is neither empty nor starts with `/`.
    NotAPointer,
    /// The last value on the way has no such member or element.
    Nothing { last: Node<'s>, token: String },
}

fn walk<'s>(root: &Node<'s>, fragment: &str) -> Result<Pointer, Miss<'s>> {
    let tokens = match fragment.strip_prefix('/') {
        Some(tokens) => tokens.split('/').map(unescape),
        None if fragment.is_empty() => return Ok(root.pointer.clone()),
        None => return Err(Miss::NotAPointer),
    };
    let (mut value, mut path) = (root.value, root.pointer.path().to_owned());
    for token in tokens {
        let Some(next) = step(value, &token) else {
            let last = Node { value, pointer: Pointer::new(root.pointer.file, &path) };
            return Err(Miss::Nothing { last, token: token.into_owned() });
        };
        value = next;
        path.extend(["/", &*escape(&token)]);
    }
    Ok(Pointer::new(root.pointer.file, &path))
}

/// Whether a reference has a scheme or a host. One letter before a colon is a drive, not a scheme.
fn is_remote(reference: &str) -> bool {
    let scheme = reference.split_once(':').map_or("", |(scheme, _)| scheme);
    let is_scheme = scheme.len() > 1
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    is_scheme || reference.starts_with("//")
}

fn report_endless(sink: &Sink, reference: &str, hops: &[Pointer], back_at: &Pointer, cycle: bool) {
    let Some((first, rest)) = hops.split_first() else {
        return;
    };
    let message = if cycle {
        format!("`{reference}` leads around in a circle, and never to a value")
    } else {
        format!("`{reference}` leads on for more than {} references", hops.len())
    };
    let mut found = Diagnostic::new(&code::REFERENCE_CYCLE, Place::Value(first.child("$ref")), message);
    // Those in between say nothing more.
    const SHOWN: usize = 8;
    let (shown, others) = rest.split_at(rest.len().min(SHOWN));
    for hop in shown.iter().chain(others.iter().filter(|hop| *hop == back_at)) {
        let text = if hop == back_at { "and comes back to here" } else { "goes on here" };
        found = found.also(Place::Value(hop.child("$ref")), text);
    }
    sink.report(found.help("one of them has to be a definition instead of a reference"));
}
