//! From a method and a path to an operation.
//!
//! matchit tells paths apart by whole segments, under names of our own, so that templates that differ
//! only in their names are one node. Segments that are partly literal (`{sha}.{type}`) are told apart
//! within the node, the most literal template first.

use std::collections::BTreeMap;
use std::sync::Arc;

use http::{Method, StatusCode, header::ALLOW};

use crate::runtime::percent::{canonical_path, push_literal};
use crate::runtime::template::{Piece, pieces};

use super::{PathArguments, Rejection};

/// A table of templates.
#[derive(Clone, Default)]
pub(crate) struct Router {
    paths: matchit::Router<usize>,
    keys: BTreeMap<String, usize>,
    nodes: Vec<Vec<Template>>,
}

/// One template, or several that differ only in their names.
#[derive(Clone)]
struct Template {
    /// The segments that have parameters.
    segments: Vec<Vec<Part>>,
    methods: Vec<Target>,
}

/// A piece of a segment; what a parameter is called differs by method.
#[derive(Clone, PartialEq, Eq)]
enum Part {
    Literal(String),
    Parameter,
}

#[derive(Clone)]
struct Target {
    method: Method,
    route: usize,
    names: Arc<[String]>,
}

impl Router {
    /// Adds a route. The first of two for the same requests stays.
    pub(crate) fn add(&mut self, method: &Method, base_path: &str, path: &str, route: usize) {
        let mut key = String::new();
        let (mut segments, mut names) = (Vec::new(), Vec::new());
        for literal in base_path.split('/').skip(1) {
            push_key(&mut key, literal);
        }
        for segment in path.split('/').skip(1) {
            let pieces = pieces(segment);
            if pieces.iter().all(|piece| matches!(piece, Piece::Literal(_))) {
                push_key(&mut key, segment);
                continue;
            }
            key.push_str(&format!("/{{{}}}", segments.len()));
            names.extend(pieces.iter().filter_map(name));
            segments.push(pieces.iter().map(part).collect());
        }
        let target = Target { method: method.clone(), route, names: names.into() };
        self.template(key, segments).add(target);
    }

    fn template(&mut self, key: String, segments: Vec<Vec<Part>>) -> &mut Template {
        let node = match self.keys.get(&key) {
            Some(node) => *node,
            None => self.add_node(key),
        };
        let node = &mut self.nodes[node];
        let at = node.iter().position(|template| template.segments == segments).unwrap_or_else(|| {
            let literals = literals(&segments);
            let at = node.partition_point(|template| self::literals(&template.segments) >= literals);
            node.insert(at, Template { segments, methods: Vec::new() });
            at
        });
        &mut node[at]
    }

    fn add_node(&mut self, key: String) -> usize {
        let node = self.nodes.len();
        self.nodes.push(Vec::new());
        // Keys are whole literals and whole parameters, for which matchit knows no conflict.
        let _ = self.paths.insert(key.clone(), node);
        self.keys.insert(key, node);
        node
    }

    /// The route for a request and the arguments in its path; else `404`, or `405` with `Allow`.
    pub(crate) fn find(&self, method: &Method, path: &str) -> Result<(usize, PathArguments), Rejection> {
        let path = canonical_path(path);
        let Ok(found) = self.paths.at(&path) else { return Err(not_found()) };
        let texts: Vec<_> = found.params.iter().map(|(_, text)| text).collect();
        let node = self.nodes.get(*found.value).map(Vec::as_slice).unwrap_or_default();
        let mut allowed = Vec::new();
        for template in node {
            let Some(arguments) = capture_all(&template.segments, &texts) else { continue };
            if let Some(target) = template.target(method) {
                return Ok((target.route, PathArguments::new(Arc::clone(&target.names), arguments)));
            }
            allowed.extend(template.methods.iter().map(|target| target.method.as_str()));
        }
        Err(if allowed.is_empty() { not_found() } else { not_allowed(method, allowed) })
    }
}

impl Template {
    fn add(&mut self, target: Target) {
        if !self.methods.iter().any(|known| known.method == target.method) {
            self.methods.push(target);
        }
    }

    /// `HEAD` is `GET` without the body, where the document doesn't have it (RFC 9110 section 9.3.2).
    fn target(&self, method: &Method) -> Option<&Target> {
        let of = |method: &Method| self.methods.iter().find(|target| target.method == *method);
        of(method).or_else(|| if method == Method::HEAD { of(&Method::GET) } else { None })
    }
}

/// Adds a segment to a key of matchit, for which braces are doubled.
fn push_key(key: &mut String, literal: &str) {
    key.push('/');
    let mut encoded = String::new();
    push_literal(&mut encoded, literal);
    key.push_str(&encoded.replace('{', "{{").replace('}', "}}"));
}

fn name(piece: &Piece<'_>) -> Option<String> {
    match piece {
        Piece::Literal(_) => None,
        Piece::Parameter(name) => Some((*name).to_owned()),
    }
}

fn part(piece: &Piece<'_>) -> Part {
    match piece {
        Piece::Literal(literal) => {
            let mut encoded = String::new();
            push_literal(&mut encoded, literal);
            Part::Literal(encoded)
        }
        Piece::Parameter(_) => Part::Parameter,
    }
}

fn literals(segments: &[Vec<Part>]) -> usize {
    let length = |part: &Part| if let Part::Literal(text) = part { text.len() } else { 0 };
    segments.iter().flatten().map(length).sum()
}

fn capture_all(segments: &[Vec<Part>], texts: &[&str]) -> Option<Vec<String>> {
    let mut arguments = Vec::new();
    for (parts, text) in segments.iter().zip(texts) {
        let start = arguments.len();
        capture(parts, text, &mut arguments)?;
        // They were found from the right.
        arguments.get_mut(start..)?.reverse();
    }
    Some(arguments)
}

/// Matches one segment from its right end. Parameters are never empty; of several ways, the leftmost
/// parameter takes the most.
fn capture(parts: &[Part], text: &str, arguments: &mut Vec<String>) -> Option<()> {
    match parts {
        [] => text.is_empty().then_some(()),
        [before @ .., Part::Literal(literal)] => {
            capture(before, text.strip_suffix(literal.as_str())?, arguments)
        }
        [Part::Parameter] => (!text.is_empty()).then(|| arguments.push(text.to_owned())),
        [Part::Literal(literal), Part::Parameter] => {
            capture(&[Part::Parameter], text.strip_prefix(literal.as_str())?, arguments)
        }
        [before @ .., Part::Parameter] => {
            // The parameter has at least one character, so what is before it ends earlier.
            let (last, _) = text.char_indices().next_back()?;
            let literal = if let Some(Part::Literal(literal)) = before.last() { literal } else { "" };
            let argument = text.get(..last)?.rfind(literal)? + literal.len();
            arguments.push(text.get(argument..)?.to_owned());
            capture(before, text.get(..argument)?, arguments)
        }
    }
}

#[cold]
fn not_found() -> Rejection {
    Rejection::new(StatusCode::NOT_FOUND, "There is nothing at this path.")
}

#[cold]
fn not_allowed(method: &Method, mut allowed: Vec<&str>) -> Rejection {
    if allowed.contains(&"GET") && !allowed.contains(&"HEAD") {
        allowed.push("HEAD");
    }
    allowed.sort_unstable();
    allowed.dedup();
    let detail = format!("This path does not take {method}.");
    Rejection::new(StatusCode::METHOD_NOT_ALLOWED, detail).with_header(ALLOW, &allowed.join(", "))
}
