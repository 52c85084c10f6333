//! From a method, a path and a query to an operation.
//!
//! matchit tells paths apart by whole segments, under names of our own, so that templates that differ
//! only in their names are one node. Segments that are partly literal (`{sha}.{type}`) are told apart
//! within the node, the most literal template first; operations of one template by the queries that
//! their documents fix, the longest first.

use std::collections::BTreeMap;
use std::sync::Arc;

use http::{Method, StatusCode, Uri, header::ALLOW};

use crate::runtime::Metadata;
use crate::runtime::percent::{canonical_path, decode_form, pairs};
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
    /// Those with the longest fixed queries first.
    targets: Vec<Target>,
}

/// A piece of a segment; what a parameter is called differs by method.
#[derive(Clone, PartialEq, Eq)]
enum Part {
    Literal(String),
    Parameter,
}

#[derive(Clone)]
struct Target {
    operation: &'static Metadata,
    route: usize,
    names: Arc<[String]>,
}

impl Router {
    /// Adds a route. The first of two for the same requests stays.
    pub(crate) fn add(&mut self, operation: &'static Metadata, base_path: &str, route: usize) {
        let mut key = String::new();
        let (mut segments, mut names) = (Vec::new(), Vec::new());
        for literal in base_path.split('/').skip(1) {
            push_key(&mut key, literal);
        }
        for segment in operation.path.split('/').skip(1) {
            let pieces = pieces(segment);
            if pieces.iter().all(|piece| matches!(piece, Piece::Literal(_))) {
                push_key(&mut key, segment);
                continue;
            }
            key.push_str(&format!("/{{{}}}", segments.len()));
            names.extend(pieces.iter().filter_map(name));
            segments.push(pieces.iter().map(part).collect());
        }
        let target = Target { operation, route, names: names.into() };
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
            node.insert(at, Template { segments, targets: Vec::new() });
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

    /// The route for a request and the arguments in its path; else `404`, or `405` with `Allow`. The
    /// query is part of what the methods are of (RFC 9110 section 7.1).
    pub(crate) fn find(&self, method: &Method, uri: &Uri) -> Result<(usize, PathArguments), Rejection> {
        let path = canonical_path(uri.path());
        let Ok(found) = self.paths.at(&path) else { return Err(not_found("There is nothing at this path.")) };
        let texts: Vec<_> = found.params.iter().map(|(_, text)| text).collect();
        let node = self.nodes.get(*found.value).map(Vec::as_slice).unwrap_or_default();
        let query = uri.query().unwrap_or_default();
        let (mut allowed, mut missing) = (Vec::new(), "There is nothing at this path.");
        for template in node {
            let Some(arguments) = capture_all(&template.segments, &texts) else { continue };
            missing = "There is nothing at this path with this query.";
            if let Some(target) = template.target(method, query) {
                return Ok((target.route, PathArguments::new(Arc::clone(&target.names), arguments)));
            }
            allowed.extend(template.with(query).map(|target| target.operation.method.as_str()));
        }
        Err(if allowed.is_empty() { not_found(missing) } else { not_allowed(method, allowed) })
    }
}

impl Template {
    fn add(&mut self, target: Target) {
        let length = target.operation.fixed_query.len();
        let at = self.targets.partition_point(|known| known.operation.fixed_query.len() >= length);
        self.targets.insert(at, target);
    }

    /// `HEAD` is `GET` without the body, where the document doesn't have it (RFC 9110 section 9.3.2).
    fn target(&self, method: &Method, query: &str) -> Option<&Target> {
        let of = |method: &Method| self.with(query).find(|target| target.operation.method == *method);
        of(method).or_else(|| if method == Method::HEAD { of(&Method::GET) } else { None })
    }

    /// The targets whose fixed query a request has, whatever else it has.
    fn with(&self, query: &str) -> impl Iterator<Item = &Target> {
        self.targets.iter().filter(move |target| has_all(query, target.operation))
    }
}

fn has_all(query: &str, operation: &Metadata) -> bool {
    let is = |encoded: &str, text: &str| decode_form(encoded).is_some_and(|decoded| decoded == text);
    let has = |(name, value): &(&str, Option<&str>)| {
        pairs(query).any(|pair| is(pair.0, name) && is(pair.1, value.unwrap_or_default()))
    };
    operation.fixed_query.iter().all(has)
}

/// Adds a segment to a key of matchit, for which braces are doubled.
fn push_key(key: &mut String, literal: &str) {
    key.push('/');
    key.push_str(&canonical_path(literal).replace('{', "{{").replace('}', "}}"));
}

fn name(piece: &Piece<'_>) -> Option<String> {
    match piece {
        Piece::Literal(_) => None,
        Piece::Parameter(name) => Some((*name).to_owned()),
    }
}

fn part(piece: &Piece<'_>) -> Part {
    match piece {
        Piece::Literal(literal) => Part::Literal(canonical_path(literal).into_owned()),
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
fn not_found(detail: &str) -> Rejection {
    Rejection::new(StatusCode::NOT_FOUND, detail)
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
