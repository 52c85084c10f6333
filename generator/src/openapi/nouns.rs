//! The keys that each object has in OpenAPI 3.0 and 3.1, for the "unknown key" warning. Those that
//! Swagger 2.0 has as well are in `swagger/nouns.rs`.

use crate::swagger::{Noun, noun};

pub(super) static OPENAPI: Noun = noun(
    "OpenAPI",
    &[
        "openapi",
        "info",
        "jsonSchemaDialect",
        "servers",
        "paths",
        "webhooks",
        "components",
        "security",
        "tags",
        "externalDocs",
    ],
);

pub(super) static COMPONENTS: Noun = noun(
    "Components",
    &[
        "schemas",
        "responses",
        "parameters",
        "examples",
        "requestBodies",
        "headers",
        "securitySchemes",
        "links",
        "callbacks",
        "pathItems",
    ],
);

pub(super) static SERVER: Noun = noun("Server", &["url", "description", "variables"]);

pub(super) static SERVER_VARIABLE: Noun = noun("Server Variable", &["enum", "default", "description"]);

pub(super) static PATH_ITEM: Noun = noun(
    "Path Item",
    &[
        "$ref",
        "summary",
        "description",
        "get",
        "put",
        "post",
        "delete",
        "options",
        "head",
        "patch",
        "trace",
        "servers",
        "parameters",
    ],
);

pub(super) static OPERATION: Noun = noun(
    "Operation",
    &[
        "tags",
        "summary",
        "description",
        "externalDocs",
        "operationId",
        "parameters",
        "requestBody",
        "responses",
        "callbacks",
        "deprecated",
        "security",
        "servers",
    ],
);

pub(super) static PARAMETER: Noun = noun(
    "Parameter",
    &[
        "name",
        "in",
        "description",
        "required",
        "deprecated",
        "allowEmptyValue",
        "style",
        "explode",
        "allowReserved",
        "schema",
        "example",
        "examples",
        "content",
    ],
);

pub(super) static HEADER: Noun = noun(
    "Header",
    &[
        "description",
        "required",
        "deprecated",
        "allowEmptyValue",
        "style",
        "explode",
        "allowReserved",
        "schema",
        "example",
        "examples",
        "content",
    ],
);

pub(super) static REQUEST_BODY: Noun = noun("Request Body", &["description", "content", "required"]);

pub(super) static MEDIA_TYPE: Noun = noun("Media Type", &["schema", "example", "examples", "encoding"]);

pub(super) static ENCODING: Noun =
    noun("Encoding", &["contentType", "headers", "style", "explode", "allowReserved"]);

pub(super) static EXAMPLE: Noun = noun("Example", &["summary", "description", "value", "externalValue"]);

pub(super) static RESPONSE: Noun = noun("Response", &["description", "headers", "content", "links"]);

pub(super) static SECURITY_SCHEME: Noun = noun(
    "Security Scheme",
    &["type", "description", "name", "in", "scheme", "bearerFormat", "flows", "openIdConnectUrl"],
);

pub(super) static FLOWS: Noun =
    noun("OAuth Flows", &["implicit", "password", "clientCredentials", "authorizationCode"]);

pub(super) static FLOW: Noun = noun("OAuth Flow", &["authorizationUrl", "tokenUrl", "refreshUrl", "scopes"]);
