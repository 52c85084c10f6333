//! What several schemas say together.

use indexmap::IndexMap;
use openapiv3::{Discriminator, ReferenceOr, Schema};
use serde_json::Number;

use crate::api::{Constraints, IntegerFormat, NumberFormat, Property, Shape, StringFormat, TypeId};
use crate::decimal::Decimal;
use crate::diagnostic::Diagnostic;

/// What the members of an `allOf`, and the keywords beside it, have said so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Merge<'a> {
    pub(super) properties: IndexMap<String, Property>,
    pub(super) additional: Option<TypeId>,
    pub(super) closed: bool,
    /// Names from `required`, each with the schema that says so, and which of its list it is.
    pub(super) required: Vec<(&'a str, String, usize)>,
    /// Whether some member says `type: object`.
    pub(super) is_object: bool,
    /// The shape, where values are not objects.
    pub(super) other: Option<Shape>,
    /// The definition that `other` comes from unchanged.
    pub(super) other_from: Option<TypeId>,
    /// Two members that no value satisfies both of.
    pub(super) contradiction: bool,
    pub(super) alternatives: Vec<Alternatives<'a>>,
    pub(super) constraints: Constraints,
    pub(super) secret: bool,
    /// Why a member can't be had.
    pub(super) fault: Option<Diagnostic>,
}

/// A `oneOf` or `anyOf`.
#[derive(Debug, Clone)]
pub(super) enum Alternatives<'a> {
    /// One written here.
    Written {
        schemas: &'a [ReferenceOr<Schema>],
        /// Where the list is in the model.
        at: String,
        discriminator: Option<&'a Discriminator>,
    },
    /// A definition that is one.
    Defined(TypeId),
}

impl Merge<'_> {
    /// Whether the members describe an object.
    pub(super) fn has_members(&self) -> bool {
        !self.properties.is_empty() || self.additional.is_some() || self.closed
    }

    /// Adds a shape that is not an object's; of two, the narrower one counts.
    pub(super) fn narrow(&mut self, shape: Shape, from: Option<TypeId>) {
        let known = match &self.other {
            None => Some(false),
            Some(known) if *known == shape => Some(true),
            Some(known) if is_narrower(known, &shape) => Some(true),
            Some(known) if is_narrower(&shape, known) => Some(false),
            Some(_) => None,
        };
        match known {
            Some(true) => {}
            Some(false) => (self.other, self.other_from) = (Some(shape), from),
            None => self.contradiction = true,
        }
    }
}

/// Whether all values of `a` are values of `b`, as far as shapes tell.
fn is_narrower(a: &Shape, b: &Shape) -> bool {
    match (a, b) {
        (Shape::Enumeration(narrow), Shape::Enumeration(wide)) => {
            narrow.iter().all(|value| wide.iter().any(|other| other.value == value.value))
        }
        (Shape::Enumeration(values), Shape::String(_)) => values.iter().all(|value| value.value.is_string()),
        (Shape::Enumeration(values), Shape::Integer(_) | Shape::Number(_)) => {
            values.iter().all(|value| value.value.is_number())
        }
        (Shape::String(_), Shape::String(StringFormat::Plain)) => true,
        (Shape::Integer(_), Shape::Integer(IntegerFormat::Unspecified) | Shape::Number(_)) => true,
        (Shape::Number(_), Shape::Number(NumberFormat::Double)) => true,
        (Shape::Array(_), Shape::Array(_)) => true,
        _ => false,
    }
}

/// Adds the limits of `more`: of two, the tighter one counts.
pub(super) fn tighten(limits: &mut Constraints, more: &Constraints) {
    let decimal = |number: &Number| Decimal::parse(&number.to_string());
    let above = |a: &Number, b: &Number| decimal(a) > decimal(b);
    if let Some(minimum) = &more.minimum
        && limits.minimum.as_ref().is_none_or(|known| above(minimum, known))
    {
        limits.minimum = Some(minimum.clone());
        limits.exclusive_minimum = more.exclusive_minimum;
    }
    if let Some(maximum) = &more.maximum
        && limits.maximum.as_ref().is_none_or(|known| above(known, maximum))
    {
        limits.maximum = Some(maximum.clone());
        limits.exclusive_maximum = more.exclusive_maximum;
    }
    limits.multiple_of = limits.multiple_of.take().or_else(|| more.multiple_of.clone());
    limits.pattern = limits.pattern.take().or_else(|| more.pattern.clone());
    limits.min_length = limits.min_length.max(more.min_length);
    limits.min_items = limits.min_items.max(more.min_items);
    limits.min_properties = limits.min_properties.max(more.min_properties);
    limits.max_length = least(limits.max_length, more.max_length);
    limits.max_items = least(limits.max_items, more.max_items);
    limits.max_properties = least(limits.max_properties, more.max_properties);
    limits.unique_items |= more.unique_items;
}

fn least(a: Option<u64>, b: Option<u64>) -> Option<u64> {
    a.into_iter().chain(b).min()
}
