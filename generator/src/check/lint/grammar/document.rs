//! The document, and what it says about itself.

use super::forms::{BASE_PATH, HOST};
use super::operation::{PATHS, RESPONSE, SCHEMES};
use super::parameter::parameter;
use super::schema::SCHEMA;
use super::security::{SECURITY, scheme};
use super::words::MEDIA_TYPES;
use super::{List, Noun, Shape};

pub(in super::super) static SWAGGER: Shape = Shape::Object(&Noun::new(
    "Swagger",
    &[
        ("swagger", Shape::Word(&["2.0"])),
        ("info", Shape::Object(&INFO)),
        ("host", Shape::Form(&HOST)),
        ("basePath", Shape::Form(&BASE_PATH)),
        ("schemes", Shape::List(&SCHEMES)),
        ("consumes", Shape::List(&MEDIA_TYPES)),
        ("produces", Shape::List(&MEDIA_TYPES)),
        ("paths", Shape::Object(&PATHS)),
        ("definitions", Shape::Definitions(&SCHEMA)),
        ("parameters", Shape::Definitions(&PARAMETER)),
        ("responses", Shape::Definitions(&RESPONSE)),
        ("securityDefinitions", Shape::Map(&Shape::Choice(scheme))),
        ("security", Shape::List(&SECURITY)),
        ("tags", Shape::List(&List { of: Shape::Object(&TAG), least: 0, distinct: true })),
        ("externalDocs", Shape::Object(&EXTERNAL_DOCS)),
    ],
    &["swagger", "info", "paths"],
));

static PARAMETER: Shape = Shape::Choice(parameter);

static INFO: Noun = Noun::new(
    "Info",
    &[
        ("title", Shape::Text),
        ("description", Shape::Text),
        ("termsOfService", Shape::Text),
        ("contact", Shape::Object(&CONTACT)),
        ("license", Shape::Object(&LICENSE)),
        ("version", Shape::Text),
    ],
    &["title", "version"],
);

static CONTACT: Noun =
    Noun::new("Contact", &[("name", Shape::Text), ("url", Shape::Text), ("email", Shape::Text)], &[]);

static LICENSE: Noun = Noun::new("License", &[("name", Shape::Text), ("url", Shape::Text)], &["name"]);

static TAG: Noun = Noun::new(
    "Tag",
    &[("name", Shape::Text), ("description", Shape::Text), ("externalDocs", Shape::Object(&EXTERNAL_DOCS))],
    &["name"],
);

pub(super) static EXTERNAL_DOCS: Noun =
    Noun::new("External Documentation", &[("description", Shape::Text), ("url", Shape::Text)], &["url"]);
