//! What a request can break that has the right shape: constraints that mean something, and the types
//! that have one, themselves or below.

use super::{Direction, holders};
use crate::api::{Api, Constraints, Parameter, Property, Shape, StringFormat, Style, Type, TypeId};
use crate::decimal::Decimal;

/// For each type, whether something is asked of its values in requests.
pub(super) fn constrained(api: &Api, directions: &[Direction]) -> Vec<bool> {
    let holders = holders(api, asks);
    holders.into_iter().zip(directions).map(|(asks, direction)| asks && direction.in_requests).collect()
}

fn asks(ty: &Type) -> bool {
    let is_closed = match &ty.shape {
        Shape::Enumeration(_) | Shape::Union(_) => true,
        Shape::Object(object) => object.closed,
        _ => false,
    };
    is_closed || effective(ty) != Constraints::default()
}

/// The constraints of a type without those that no value of its shape breaks, and those that mean
/// nothing: a step of zero, a pattern that is none. What an enumeration lists is listed in spite of them.
pub fn effective(ty: &Type) -> Constraints {
    let all = &ty.constraints;
    let any = matches!(ty.shape, Shape::Any | Shape::Alias(_) | Shape::Union(_));
    let mut effective = Constraints::default();
    if any || matches!(ty.shape, Shape::Integer(_) | Shape::Number(_)) {
        (effective.minimum, effective.exclusive_minimum) = (all.minimum.clone(), all.exclusive_minimum);
        (effective.maximum, effective.exclusive_maximum) = (all.maximum.clone(), all.exclusive_maximum);
        effective.multiple_of = all.multiple_of.clone().filter(|step| {
            let zero = Decimal::parse("0");
            Decimal::parse(&step.to_string()) > zero
        });
    }
    if any || matches!(ty.shape, Shape::String(_)) {
        effective.min_length = all.min_length.filter(|least| *least > 0);
        effective.max_length = all.max_length;
        effective.pattern = all.pattern.clone().filter(|pattern| pattern.meaning().is_some());
    }
    if any || matches!(ty.shape, Shape::Array(_)) {
        effective.min_items = all.min_items.filter(|least| *least > 0);
        effective.max_items = all.max_items;
        effective.unique_items = all.unique_items;
    }
    if any || matches!(ty.shape, Shape::Object(_) | Shape::Map(_)) {
        effective.min_properties = all.min_properties.filter(|least| *least > 0);
        effective.max_properties = all.max_properties;
    }
    effective
}

/// The texts that a server reads where a parameter is absent.
pub fn default_of_parameter(api: &Api, parameter: &Parameter) -> Option<Vec<String>> {
    if parameter.required {
        return None;
    }
    texts(api, parameter.ty, parameter.style, parameter.default.as_ref()?)
}

/// The texts that a server reads where a field of a form is absent.
pub fn default_of_field(api: &Api, property: &Property) -> Option<Vec<String>> {
    if property.required {
        return None;
    }
    texts(api, property.ty, property.style, property.default.as_ref()?)
}

/// A default as text. A list that not every wire has a form for is none: an empty one, or one whose
/// elements are empty or hold a separator.
fn texts(api: &Api, ty: TypeId, style: Style, default: &serde_json::Value) -> Option<Vec<String>> {
    let is_apart =
        |text: &String| style == Style::Multi || !(text.is_empty() || text.contains([',', ' ', '\t', '|']));
    let texts = super::texts(default)?;
    match &api.resolved(ty).shape {
        Shape::Array(items) => {
            let of_scalars = is_scalar(&api.resolved(*items).shape);
            (of_scalars && !texts.is_empty() && texts.iter().all(is_apart)).then_some(texts)
        }
        shape => is_scalar(shape).then_some(texts),
    }
}

fn is_scalar(shape: &Shape) -> bool {
    matches!(shape, Shape::Boolean | Shape::Integer(_) | Shape::Number(_) | Shape::Enumeration(_))
        || matches!(shape, Shape::String(format) if *format != StringFormat::Base64)
}
