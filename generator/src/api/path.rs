//! Where an operation is below the base path: a path template, and the query that goes with it.

use std::fmt;

/// A path with parameters in it, cut at the slashes: `/rooms/{roomId}/join`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PathTemplate {
    /// As written: with its query, and with a fragment, which is never sent.
    pub written: String,
    /// The path alone.
    pub text: String,
    /// The parts of the path between slashes, each a run of literals and parameters.
    pub segments: Vec<Vec<PathSegment>>,
    /// What every request has in its query: `/rooms?sort=name`.
    pub query: Vec<FixedPair>,
}

/// A piece of a path segment.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum PathSegment {
    /// Text that stands as it is.
    Literal(String),
    /// The name of a path parameter.
    Parameter(String),
}

/// A pair of a query that a document fixes, decoded.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FixedPair {
    /// What is before the `=`.
    pub name: String,
    /// What is after it, if there is one.
    pub value: Option<String>,
}

impl PathTemplate {
    /// The path as a router sees it: without the names of placeholders, and without the query.
    pub fn form(&self) -> String {
        let mut form = String::new();
        for segment in &self.segments {
            form.push('/');
            for piece in segment {
                match piece {
                    PathSegment::Literal(text) => form.push_str(text),
                    PathSegment::Parameter(_) => form.push_str("{}"),
                }
            }
        }
        form
    }

    /// What the router tells operations of one path apart by: the query in no order, in which a
    /// name alone is as good as one with an empty value.
    pub fn query_form(&self) -> Vec<(&str, &str)> {
        let pairs = self.query.iter();
        let mut pairs: Vec<_> =
            pairs.map(|pair| (&*pair.name, pair.value.as_deref().unwrap_or_default())).collect();
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }

    /// What follows a `#`: an anchor for readers, where documents have one.
    pub fn fragment(&self) -> Option<&str> {
        self.written.split_once('#').map(|(_, fragment)| fragment)
    }

    /// Takes out a parameter, of which nothing is sent.
    pub(crate) fn take_out(&mut self, name: &str) {
        for segment in &mut self.segments {
            segment.retain(|piece| !matches!(piece, PathSegment::Parameter(known) if known == name));
        }
        self.text = self.text.replace(&format!("{{{name}}}"), "");
    }

    /// The names of its parameters, in order.
    pub fn parameters(&self) -> impl Iterator<Item = &str> {
        self.segments.iter().flatten().filter_map(|piece| match piece {
            PathSegment::Parameter(name) => Some(name.as_str()),
            PathSegment::Literal(_) => None,
        })
    }
}

/// What is sent: the path and its query.
impl fmt::Display for PathTemplate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)?;
        for (index, FixedPair { name, value }) in self.query.iter().enumerate() {
            f.write_str(if index == 0 { "?" } else { "&" })?;
            f.write_str(name)?;
            if let Some(value) = value {
                write!(f, "={value}")?;
            }
        }
        Ok(())
    }
}
