//! The keys that each object of the specification has, for the "unknown key" warning.

/// An object of the specification.
#[derive(Debug)]
pub(crate) struct Noun {
    /// Its name in the specification, without "Object".
    pub(crate) name: &'static str,
    /// Its fixed fields.
    pub(crate) keys: &'static [&'static str],
    /// Those that it has in OpenAPI 3 only, and that are read wherever they are.
    pub(crate) later: &'static [&'static str],
}

pub(crate) const fn noun(name: &'static str, keys: &'static [&'static str]) -> Noun {
    Noun { name, keys, later: &[] }
}

pub(crate) static SWAGGER: Noun = noun(
    "Swagger",
    &[
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
);

pub(crate) static INFO: Noun = Noun {
    name: "Info",
    keys: &["title", "description", "termsOfService", "contact", "license", "version"],
    later: &["summary"],
};

pub(crate) static CONTACT: Noun = noun("Contact", &["name", "url", "email"]);

pub(crate) static LICENSE: Noun = Noun { name: "License", keys: &["name", "url"], later: &["identifier"] };

pub(crate) static TAG: Noun = noun("Tag", &["name", "description", "externalDocs"]);

pub(crate) static EXTERNAL_DOCS: Noun = noun("External Documentation", &["description", "url"]);

/// The methods in capital letters are not of the specification; reading them has its own warning.
pub(crate) static PATH_ITEM: Noun = noun(
    "Path Item",
    &[
        "$ref",
        "get",
        "put",
        "post",
        "delete",
        "options",
        "head",
        "patch",
        "parameters",
        "GET",
        "PUT",
        "POST",
        "DELETE",
        "OPTIONS",
        "HEAD",
        "PATCH",
    ],
);

pub(crate) static OPERATION: Noun = noun(
    "Operation",
    &[
        "tags",
        "summary",
        "description",
        "externalDocs",
        "operationId",
        "consumes",
        "produces",
        "parameters",
        "responses",
        "schemes",
        "deprecated",
        "security",
    ],
);

pub(crate) static RESPONSE: Noun = noun("Response", &["description", "schema", "headers", "examples"]);

pub(crate) static SECURITY_SCHEME: Noun = noun(
    "Security Scheme",
    &["type", "description", "name", "in", "flow", "authorizationUrl", "tokenUrl", "scopes"],
);

/// A parameter in the body.
pub(crate) static BODY_PARAMETER: Noun =
    noun("Parameter", &["name", "in", "description", "required", "schema"]);

/// A parameter elsewhere, which is an Items Object as well.
pub(crate) static PARAMETER: Noun = Noun {
    name: "Parameter",
    keys: &[
        "name",
        "in",
        "description",
        "required",
        "allowEmptyValue",
        "type",
        "format",
        "items",
        "collectionFormat",
        "default",
        "maximum",
        "exclusiveMaximum",
        "minimum",
        "exclusiveMinimum",
        "maxLength",
        "minLength",
        "pattern",
        "maxItems",
        "minItems",
        "uniqueItems",
        "enum",
        "multipleOf",
    ],
    later: &["schema", "example"],
};

pub(crate) static HEADER: Noun = Noun {
    name: "Header",
    keys: &[
        "description",
        "type",
        "format",
        "items",
        "collectionFormat",
        "default",
        "maximum",
        "exclusiveMaximum",
        "minimum",
        "exclusiveMinimum",
        "maxLength",
        "minLength",
        "pattern",
        "maxItems",
        "minItems",
        "uniqueItems",
        "enum",
        "multipleOf",
    ],
    later: &["example"],
};

/// A Schema Object, and the Items Object that is a part of it.
pub(crate) static SCHEMA: Noun = Noun {
    name: "Schema",
    keys: &[
        "$ref",
        "format",
        "title",
        "description",
        "default",
        "multipleOf",
        "maximum",
        "exclusiveMaximum",
        "minimum",
        "exclusiveMinimum",
        "maxLength",
        "minLength",
        "pattern",
        "maxItems",
        "minItems",
        "uniqueItems",
        "maxProperties",
        "minProperties",
        "required",
        "enum",
        "type",
        "items",
        "allOf",
        "properties",
        "additionalProperties",
        "discriminator",
        "readOnly",
        "xml",
        "externalDocs",
        "example",
        "collectionFormat",
    ],
    later: &[
        "oneOf",
        "anyOf",
        "not",
        "nullable",
        "writeOnly",
        "deprecated",
        "const",
        "examples",
        "patternProperties",
        "contentEncoding",
        "contentMediaType",
        "contentSchema",
        "$defs",
        "$comment",
        "$schema",
        "$id",
        "if",
        "then",
        "else",
        "contains",
        "minContains",
        "maxContains",
        "dependentRequired",
        "dependentSchemas",
        "prefixItems",
        "propertyNames",
        "unevaluatedItems",
        "unevaluatedProperties",
        "$anchor",
        "$dynamicRef",
        "$dynamicAnchor",
    ],
};
