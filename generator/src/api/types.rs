//! What values look like.
//!
//! Types form a graph over [`TypeId`]: a definition that contains itself is a cycle of ids.

use serde_json::{Number, Value};

use super::{Docs, OperationId, Style, TypeId};
use crate::pattern::Pattern;
use crate::source::Pointer;

/// A type: one schema of the document, or one that several documents share.
#[derive(Debug, Clone)]
pub struct Type {
    /// Where it is written; for a definition, the definition itself, not the `$ref` to it.
    pub pointer: Pointer,
    /// What it is an inline part of; nothing for a shared definition.
    pub parent: Option<Parent>,
    /// What a shared definition is called: its key, or its file's name without folder and
    /// extension (the key that the upgrade gave it in `components.schemas`). Empty for inline types.
    pub definition: String,
    /// `x-rust-name`.
    pub preferred_name: Option<String>,
    /// Its words; `docs.summary` is the `title`.
    pub docs: Docs,
    /// What values look like.
    pub shape: Shape,
    /// Whether `null` is a value too (OpenAPI 3 `nullable`, Swagger 2.0 `x-nullable`).
    pub nullable: bool,
    /// What values must also satisfy.
    pub constraints: Constraints,
    /// `default`.
    pub default: Option<Value>,
    /// `example`.
    pub example: Option<Value>,
    /// Whether values must not be logged (`format: password`).
    pub secret: bool,
}

/// What an inline type is a part of, and as what: its name is made from this.
#[derive(Debug, Clone, PartialEq)]
pub enum Parent {
    /// A part of an operation.
    Operation(OperationId, Role),
    /// A part of whichever operations refer to it, too plain to have a name.
    Operations(Role),
    /// A part of another type.
    Type(TypeId, Role),
}

/// As what an inline type is a part of its parent.
#[derive(Debug, Clone, PartialEq)]
pub enum Role {
    /// The body of the request.
    RequestBody,
    /// The body of a response.
    ResponseBody(super::Status),
    /// The parameter or header of that name.
    Parameter(String),
    /// The property of that name.
    Property(String),
    /// The elements of an array.
    Items,
    /// The values of a map.
    Additional,
    /// The alternative at that index.
    Variant(usize),
}

/// What values look like.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// Any JSON value.
    Any,
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Integer(IntegerFormat),
    /// A number.
    Number(NumberFormat),
    /// Text.
    String(StringFormat),
    /// One of a list of scalars.
    Enumeration(Vec<EnumValue>),
    /// A list.
    Array(TypeId),
    /// An object whose members all look alike.
    Map(TypeId),
    /// An object with known members.
    Object(Object),
    /// One of several types.
    Union(Union),
    /// Bytes as they are: `type: file`, or a body of `format: binary`.
    Bytes,
    /// Another type under a name of its own: a definition that is only a `$ref`, or one whose
    /// `allOf` has one member and adds nothing.
    Alias(TypeId),
}

/// `format` of an integer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum IntegerFormat {
    Int32,
    Int64,
    Uint32,
    Uint64,
    /// No format: wide enough for what documents hold, 64 bits.
    Unspecified,
}

/// `format` of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum NumberFormat {
    Float,
    Double,
    /// Digits are kept as they are written.
    Decimal,
}

/// `format` of a string.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum StringFormat {
    /// Text of any kind, also where the format has no type of its own.
    Plain,
    /// Base64 (`byte`).
    Base64,
    Date,
    DateTime,
    Uuid,
    Ipv4,
    Ipv6,
    /// An integer of 64 bits, written as a string.
    Int64,
    Uint64,
}

/// One value of an enumeration.
#[derive(Debug, Clone, PartialEq)]
pub struct EnumValue {
    /// The scalar on the wire.
    pub value: Value,
    /// `x-enum-varnames` or `x-ms-enum`.
    pub preferred_name: Option<String>,
    /// What the document says about this value.
    pub description: Option<String>,
}

/// An object with known members.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Object {
    /// The members, in document order; those of `allOf` members are merged in.
    pub properties: Vec<Property>,
    /// What further members look like, where the document says that there are any.
    pub additional: Option<TypeId>,
    /// `additionalProperties: false`.
    pub closed: bool,
}

/// A member of an object.
#[derive(Debug, Clone, PartialEq)]
pub struct Property {
    /// Where it is written.
    pub pointer: Pointer,
    /// The name on the wire.
    pub name: String,
    /// `x-rust-name`.
    pub preferred_name: Option<String>,
    /// Its words, where it has some beside those of its type.
    pub docs: Docs,
    /// What values look like.
    pub ty: TypeId,
    /// Whether an object without it is wrong.
    pub required: bool,
    /// Whether `null` is a value too, by the type or beside a `$ref` to it.
    pub nullable: bool,
    /// Only in responses.
    pub read_only: bool,
    /// Only in requests.
    pub write_only: bool,
    /// The value that stands in where it is absent.
    pub default: Option<Value>,
    /// How a list is written, where the object is a form.
    pub style: Style,
}

/// One of several types.
#[derive(Debug, Clone, PartialEq)]
pub struct Union {
    /// The property that tells which (`discriminator`); without one, the first that fits.
    pub discriminator: Option<String>,
    /// The alternatives.
    pub variants: Vec<Variant>,
    /// The alternative that takes a value whose discriminator names none of them: the base of a
    /// hierarchy, which is the last variant then.
    pub fallback: Option<usize>,
}

/// One alternative of a union.
#[derive(Debug, Clone, PartialEq)]
pub struct Variant {
    /// The value of the discriminator that tells this one.
    pub tag: Option<String>,
    /// What values look like.
    pub ty: TypeId,
}

/// What values must also satisfy (JSON Schema validation, draft 4 section 5).
#[derive(Debug, Clone, PartialEq, Default)]
#[expect(missing_docs, reason = "each is the keyword of that name")]
pub struct Constraints {
    pub minimum: Option<Number>,
    pub exclusive_minimum: bool,
    pub maximum: Option<Number>,
    pub exclusive_maximum: bool,
    pub multiple_of: Option<Number>,
    pub min_length: Option<u64>,
    pub max_length: Option<u64>,
    pub pattern: Option<Pattern>,
    pub min_items: Option<u64>,
    pub max_items: Option<u64>,
    pub unique_items: bool,
    pub min_properties: Option<u64>,
    pub max_properties: Option<u64>,
    /// A `format` that no type of its own stands for.
    pub format: Option<String>,
}
