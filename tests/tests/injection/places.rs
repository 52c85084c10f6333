//! Where a document has words: its texts, and the names of its members.

use std::fmt;

use serde_json::Value;

/// A text, or the name of a member.
#[derive(Debug)]
pub(crate) struct Place {
    /// The value, by the names and indexes on the way to it.
    way: Vec<Step>,
    /// The text of the value, or the last name on the way.
    text: String,
    is_name: bool,
}

#[derive(Debug, Clone)]
enum Step {
    Name(String),
    Index(usize),
}

/// All of them.
pub(crate) fn of(document: &Value) -> Vec<Place> {
    let mut places = Vec::new();
    visit(document, &mut Vec::new(), &mut places);
    places
}

fn visit(value: &Value, way: &mut Vec<Step>, places: &mut Vec<Place>) {
    match value {
        Value::String(text) => places.push(Place { way: way.clone(), text: text.clone(), is_name: false }),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                way.push(Step::Index(index));
                visit(item, way, places);
                way.pop();
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                way.push(Step::Name(name.clone()));
                places.push(Place { way: way.clone(), text: name.clone(), is_name: true });
                visit(member, way, places);
                way.pop();
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

impl Place {
    /// What stands there.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Whether that is the name of a member.
    pub(crate) fn is_name(&self) -> bool {
        self.is_name
    }

    /// The document with another text there.
    pub(crate) fn with(&self, document: &Value, text: &str) -> Value {
        let mut document = document.clone();
        let (way, last) = match (self.is_name, &*self.way) {
            (true, [way @ .., Step::Name(name)]) => (way, Some(name)),
            _ => (&*self.way, None),
        };
        let at = way.iter().fold(&mut document, |at, step| match step {
            Step::Name(name) => &mut at[name],
            Step::Index(index) => &mut at[index],
        });
        match (last, at) {
            (Some(name), Value::Object(members)) => {
                let renamed =
                    |(key, value)| if key == *name { (text.to_owned(), value) } else { (key, value) };
                *members = std::mem::take(members).into_iter().map(renamed).collect();
            }
            (_, at) => *at = Value::String(text.to_owned()),
        }
        document
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for step in &self.way {
            match step {
                Step::Name(name) => write!(formatter, "/{name}")?,
                Step::Index(index) => write!(formatter, "/{index}")?,
            }
        }
        if self.is_name { write!(formatter, " (the name)") } else { Ok(()) }
    }
}
