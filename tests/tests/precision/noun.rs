//! What each object of a Swagger 2.0 document is, as the specification names it: which of its keys are the
//! specification's, which of them it has to have, and what stands under each.

use serde_json::Value;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Noun {
    Document,
    Info,
    /// Contact, License, Tag, External Documentation: texts, one of which is required.
    Note(&'static str),
    Paths,
    PathItem,
    Operation,
    Parameters,
    Parameter,
    Items,
    Responses,
    Response,
    Header,
    Schema,
    Scheme,
    Requirements,
    Requirement,
    /// An object whose keys are the author's, or a list.
    All(&'static Noun),
    Enum,
    Text,
    Flag,
    Number,
    /// A value without a meaning of its own: an example, an extension.
    Data,
}

use Noun::*;

impl Noun {
    /// What stands under `key`.
    pub(crate) fn below(self, key: &str) -> Self {
        match (self, key) {
            (Paths, key) if key.starts_with('/') => PathItem,
            (All(noun), _) => *noun,
            (Responses, key) if !key.starts_with("x-") => Response,
            (Requirement, _) => All(&Text),
            (Requirements, _) => Requirement,
            (Parameters, _) => Parameter,
            (noun, key) if noun.owns(key) => noun.field(key),
            _ => Data,
        }
    }

    fn field(self, key: &str) -> Self {
        match key {
            "info" => Info,
            "contact" | "license" => Note("name"),
            "externalDocs" => Note("url"),
            "paths" => Paths,
            "definitions" | "properties" => All(&Schema),
            "responses" if self == Operation => Responses,
            "responses" => All(&Response),
            "parameters" if self == Document => All(&Parameter),
            "parameters" => Parameters,
            "securityDefinitions" => All(&Scheme),
            "security" => Requirements,
            "headers" => All(&Header),
            "tags" if self == Document => All(&Note("name")),
            "tags" | "schemes" | "consumes" | "produces" | "scopes" => All(&Text),
            "required" if self == Schema => All(&Text),
            "allOf" => All(&Schema),
            "items" if self != Schema => Items,
            "items" | "schema" | "additionalProperties" => Schema,
            "enum" => Enum,
            "required" | "deprecated" | "uniqueItems" | "exclusiveMinimum" | "exclusiveMaximum" => Flag,
            "minimum" | "maximum" | "multipleOf" => Number,
            "minLength" | "maxLength" | "minItems" | "maxItems" | "minProperties" | "maxProperties" => Number,
            "default" | "example" | "examples" => Data,
            "get" | "put" | "post" | "delete" | "options" | "head" | "patch" => Operation,
            _ => Text,
        }
    }

    /// Whether a key is the specification's.
    pub(crate) fn owns(self, key: &str) -> bool {
        let keys: &[&str] = match self {
            Document => &[
                "swagger",
                "info",
                "host",
                "basePath",
                "schemes",
                "consumes",
                "produces",
                "paths",
                "definitions",
                "parameters",
                "responses",
                "securityDefinitions",
                "security",
                "tags",
                "externalDocs",
            ],
            Info => &["title", "description", "version", "contact", "license"],
            Note(_) => &["name", "url", "email", "description", "externalDocs"],
            PathItem => &["get", "put", "post", "delete", "options", "head", "patch", "parameters"],
            Operation => &[
                "tags",
                "summary",
                "description",
                "operationId",
                "consumes",
                "produces",
                "parameters",
                "responses",
                "deprecated",
                "security",
                "schemes",
                "externalDocs",
            ],
            Parameter => &["name", "in", "description", "required", "schema"],
            Response => &["description", "schema", "headers", "examples"],
            Header => &["description"],
            Schema => &[
                "title",
                "description",
                "example",
                "required",
                "properties",
                "additionalProperties",
                "allOf",
                "maxProperties",
                "minProperties",
            ],
            Scheme => {
                &["type", "description", "name", "in", "flow", "authorizationUrl", "tokenUrl", "scopes"]
            }
            _ => &[],
        };
        keys.contains(&key) || self.is_typed() && TYPED.contains(&key)
    }

    /// Whether it has a `type` and what belongs to one.
    pub(crate) fn is_typed(self) -> bool {
        matches!(self, Parameter | Items | Header | Schema)
    }

    /// The keys that an object can't be without.
    pub(crate) fn required(self, object: &Value) -> Vec<&'static str> {
        let is = |key: &str, word: &str| object[key] == word;
        let typed = |keys: &[&'static str]| match is("type", "array") {
            true => [keys, &["type", "items"]].concat(),
            false => [keys, &["type"]].concat(),
        };
        match self {
            Document => vec!["swagger", "info", "paths"],
            Info => vec!["title", "version"],
            Note(key) => vec![key],
            Operation => vec!["responses"],
            Response => vec!["description"],
            Parameter if is("in", "body") => vec!["name", "in", "schema"],
            Parameter if is("in", "path") => typed(&["name", "in", "required"]),
            Parameter => typed(&["name", "in"]),
            Header | Items => typed(&[]),
            Scheme if is("type", "apiKey") => vec!["type", "name", "in"],
            Scheme if is("flow", "implicit") => vec!["type", "flow", "authorizationUrl"],
            Scheme => vec!["type"],
            _ => Vec::new(),
        }
    }

    /// Whether a `$ref` may stand in place of it.
    pub(crate) fn can_refer(self) -> bool {
        matches!(self, PathItem | Parameter | Response | Schema | All(_))
    }
}

const TYPED: &[&str] = &[
    "type",
    "format",
    "items",
    "collectionFormat",
    "default",
    "enum",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "pattern",
    "minItems",
    "maxItems",
    "uniqueItems",
];
