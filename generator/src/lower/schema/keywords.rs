//! All keywords of a schema side by side, whichever variant of the model it was read as.

use indexmap::IndexMap;
use openapiv3::{
    AdditionalProperties, AnySchema, ReferenceOr, Schema, SchemaData, SchemaKind, StringFormat,
    Type as OpenApiType, VariantOrUnknownOrEmpty as Variant,
};
use serde_json::{Number, Value};

use crate::api::Constraints;
use crate::pattern::Pattern;
use crate::upgrade::extensions;

/// A schema, or a reference to one.
#[derive(Debug, Clone, Copy)]
pub(in crate::lower) enum Slot<'a> {
    Reference(&'a str),
    Inline(&'a Schema),
}

impl<'a> From<&'a ReferenceOr<Schema>> for Slot<'a> {
    fn from(schema: &'a ReferenceOr<Schema>) -> Self {
        match schema {
            ReferenceOr::Reference { reference } => Self::Reference(reference),
            ReferenceOr::Item(schema) => Self::Inline(schema),
        }
    }
}

impl<'a> From<&'a ReferenceOr<Box<Schema>>> for Slot<'a> {
    fn from(schema: &'a ReferenceOr<Box<Schema>>) -> Self {
        match schema {
            ReferenceOr::Reference { reference } => Self::Reference(reference),
            ReferenceOr::Item(schema) => Self::Inline(schema),
        }
    }
}

/// `type`, or what the other keywords say where it is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    Missing,
    Boolean,
    Integer,
    Number,
    String,
    Array,
    Object,
    Unknown(String),
}

/// The keywords of a schema.
#[derive(Debug)]
pub(super) struct Keywords<'a> {
    pub(super) data: &'a SchemaData,
    pub(super) kind: Kind,
    pub(super) format: Option<String>,
    pub(super) enumeration: Vec<Value>,
    pub(super) constraints: Constraints,
    pub(super) properties: Option<&'a IndexMap<String, ReferenceOr<Box<Schema>>>>,
    pub(super) required: &'a [String],
    pub(super) additional: Option<&'a AdditionalProperties>,
    pub(super) items: Option<Slot<'a>>,
    pub(super) all_of: &'a [ReferenceOr<Schema>],
    pub(super) alternatives: &'a [ReferenceOr<Schema>],
    /// `oneOf` or `anyOf`, for the pointers of the alternatives.
    pub(super) alternatives_key: &'static str,
    pub(super) not: bool,
}

impl<'a> Keywords<'a> {
    pub(super) fn of(schema: &'a Schema) -> Self {
        let mut keywords = Self {
            data: &schema.schema_data,
            kind: Kind::Missing,
            format: None,
            enumeration: Vec::new(),
            constraints: Constraints::default(),
            properties: None,
            required: &[],
            additional: None,
            items: None,
            all_of: &[],
            alternatives: &[],
            alternatives_key: "oneOf",
            not: false,
        };
        match &schema.schema_kind {
            SchemaKind::Type(ty) => keywords.typed(ty),
            SchemaKind::OneOf { one_of } => keywords.alternatives = one_of,
            SchemaKind::AllOf { all_of } => keywords.all_of = all_of,
            SchemaKind::AnyOf { any_of } => keywords.any_of(any_of),
            SchemaKind::Not { .. } => keywords.not = true,
            SchemaKind::Any(any) => keywords.any(any),
        }
        keywords.raw();
        keywords
    }

    /// Whether there is nothing here but words: no keyword that says what values look like.
    pub(super) fn says_nothing(&self) -> bool {
        matches!(self.kind, Kind::Missing | Kind::Object) && self.adds_nothing() && self.all_of.is_empty()
    }

    /// Whether nothing beside `type` and `allOf` says what values look like.
    pub(super) fn adds_nothing(&self) -> bool {
        self.enumeration.is_empty()
            && self.format.is_none()
            && self.constraints == Constraints::default()
            && self.properties.is_none_or(IndexMap::is_empty)
            && self.required.is_empty()
            && self.additional.is_none()
            && self.items.is_none()
            && self.alternatives.is_empty()
            && !self.not
    }

    fn typed(&mut self, ty: &'a OpenApiType) {
        match ty {
            OpenApiType::Boolean(boolean) => {
                self.kind = Kind::Boolean;
                self.enumeration = values(&boolean.enumeration);
            }
            OpenApiType::Integer(integer) => {
                self.kind = Kind::Integer;
                self.format = format(&integer.format);
                self.enumeration = values(&integer.enumeration);
                let constraints = &mut self.constraints;
                constraints.minimum = integer.minimum.map(Number::from);
                constraints.exclusive_minimum = integer.exclusive_minimum;
                constraints.maximum = integer.maximum.map(Number::from);
                constraints.exclusive_maximum = integer.exclusive_maximum;
                constraints.multiple_of = integer.multiple_of.map(Number::from);
            }
            OpenApiType::Number(number) => {
                self.kind = Kind::Number;
                self.format = format(&number.format);
                self.enumeration = values(&number.enumeration);
                let constraints = &mut self.constraints;
                constraints.minimum = number.minimum.and_then(exact);
                constraints.exclusive_minimum = number.exclusive_minimum;
                constraints.maximum = number.maximum.and_then(exact);
                constraints.exclusive_maximum = number.exclusive_maximum;
                constraints.multiple_of = number.multiple_of.and_then(exact);
            }
            OpenApiType::String(string) => {
                self.kind = Kind::String;
                self.format = string_format(&string.format);
                self.enumeration = values(&string.enumeration);
                self.constraints.pattern = string.pattern.clone().map(Pattern::new);
                self.constraints.min_length = string.min_length.map(wide);
                self.constraints.max_length = string.max_length.map(wide);
            }
            OpenApiType::Array(array) => {
                self.kind = Kind::Array;
                self.items = array.items.as_ref().map(Slot::from);
                self.constraints.min_items = array.min_items.map(wide);
                self.constraints.max_items = array.max_items.map(wide);
                self.constraints.unique_items = array.unique_items;
            }
            OpenApiType::Object(object) => {
                self.kind = Kind::Object;
                self.properties = Some(&object.properties);
                self.required = &object.required;
                self.additional = object.additional_properties.as_ref();
                self.constraints.min_properties = object.min_properties.map(wide);
                self.constraints.max_properties = object.max_properties.map(wide);
            }
        }
    }

    fn any(&mut self, any: &'a AnySchema) {
        self.kind = match any.typ.as_deref() {
            None => Kind::Missing,
            Some("boolean") => Kind::Boolean,
            Some("integer") => Kind::Integer,
            Some("number") => Kind::Number,
            Some("string") => Kind::String,
            Some("array") => Kind::Array,
            Some("object") => Kind::Object,
            Some(other) => Kind::Unknown(other.to_owned()),
        };
        self.format = any.format.clone();
        self.enumeration = any.enumeration.clone();
        self.constraints = Constraints {
            minimum: any.minimum.and_then(exact),
            exclusive_minimum: any.exclusive_minimum.unwrap_or_default(),
            maximum: any.maximum.and_then(exact),
            exclusive_maximum: any.exclusive_maximum.unwrap_or_default(),
            multiple_of: any.multiple_of.and_then(exact),
            min_length: any.min_length.map(wide),
            max_length: any.max_length.map(wide),
            pattern: any.pattern.clone().map(Pattern::new),
            min_items: any.min_items.map(wide),
            max_items: any.max_items.map(wide),
            unique_items: any.unique_items.unwrap_or_default(),
            min_properties: any.min_properties.map(wide),
            max_properties: any.max_properties.map(wide),
            format: None,
        };
        self.properties = Some(&any.properties);
        self.required = &any.required;
        self.additional = any.additional_properties.as_ref();
        self.items = any.items.as_ref().map(Slot::from);
        self.all_of = &any.all_of;
        self.not = any.not.is_some();
        match any.one_of.is_empty() {
            true => self.any_of(&any.any_of),
            false => self.alternatives = &any.one_of,
        }
    }

    fn any_of(&mut self, any_of: &'a [ReferenceOr<Schema>]) {
        self.alternatives = any_of;
        self.alternatives_key = "anyOf";
    }

    /// What the model has no room for, from the extensions that carry it.
    fn raw(&mut self) {
        let extensions = &self.data.extensions;
        if let Some(Value::Array(values)) = extensions.get(extensions::ENUM) {
            self.enumeration = values.clone();
        }
        let constraints = &mut self.constraints;
        for (key, constraint) in [
            (extensions::MINIMUM, &mut constraints.minimum),
            (extensions::MAXIMUM, &mut constraints.maximum),
            (extensions::MULTIPLE_OF, &mut constraints.multiple_of),
        ] {
            if let Some(Value::Number(number)) = extensions.get(key) {
                *constraint = Some(number.clone());
            }
        }
    }
}

fn wide(count: usize) -> u64 {
    count as u64
}

/// A whole number is written as one, whichever field it came from.
fn exact(number: f64) -> Option<Number> {
    const SAFE: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() <= SAFE {
        Some(Number::from(number as i64))
    } else {
        Number::from_f64(number)
    }
}

fn values<T: Clone + Into<Value>>(enumeration: &[Option<T>]) -> Vec<Value> {
    enumeration.iter().map(|value| value.clone().map_or(Value::Null, Into::into)).collect()
}

fn format<T: std::fmt::Debug>(format: &Variant<T>) -> Option<String> {
    match format {
        Variant::Item(known) => Some(format!("{known:?}").to_lowercase()),
        Variant::Unknown(other) => Some(other.clone()),
        Variant::Empty => None,
    }
}

fn string_format(format: &Variant<StringFormat>) -> Option<String> {
    match format {
        Variant::Item(StringFormat::DateTime) => Some("date-time".to_owned()),
        other => self::format(other),
    }
}
