//! Info, Contact and License Objects.

use super::fields::Fields;
use super::{Extensions, Reader, nouns};
use crate::source::{Node, Pointer};

/// What the document says about the API (Swagger 2.0, "Info Object").
#[derive(Debug, Clone)]
pub struct Info {
    /// Where it is written.
    pub pointer: Pointer,
    /// `title`; empty if it is missing.
    pub title: String,
    /// `description`.
    pub description: Option<String>,
    /// `termsOfService`.
    pub terms_of_service: Option<String>,
    /// `contact`.
    pub contact: Option<Contact>,
    /// `license`.
    pub license: Option<License>,
    /// `version` of the API, not of the specification; empty if it is missing.
    pub version: String,
    /// `x-…`.
    pub extensions: Extensions,
}

/// Whom to ask (Swagger 2.0, "Contact Object").
#[derive(Debug, Clone)]
pub struct Contact {
    /// `name`.
    pub name: Option<String>,
    /// `url`.
    pub url: Option<String>,
    /// `email`.
    pub email: Option<String>,
    /// `x-…`.
    pub extensions: Extensions,
}

/// Under what terms the API is offered (Swagger 2.0, "License Object").
#[derive(Debug, Clone)]
pub struct License {
    /// `name`; empty if it is missing.
    pub name: String,
    /// `url`.
    pub url: Option<String>,
    /// `x-…`.
    pub extensions: Extensions,
}

impl Info {
    /// What stands in for a missing one.
    pub(crate) fn missing(document: &Pointer) -> Self {
        Self {
            pointer: document.clone(),
            title: String::new(),
            description: None,
            terms_of_service: None,
            contact: None,
            license: None,
            version: String::new(),
            extensions: Extensions::new(),
        }
    }

    pub(crate) fn read(node: Node<'_>, reader: &Reader<'_, '_>) -> Option<Self> {
        let fields = Fields::open(node, &nouns::INFO, reader)?;
        Some(Self {
            title: fields.expected_text("title"),
            version: fields.expected_text("version"),
            description: fields.text("description"),
            terms_of_service: fields.text("termsOfService"),
            contact: fields.member("contact").and_then(|node| Contact::read(node, reader)),
            license: fields.member("license").and_then(|node| License::read(node, reader)),
            extensions: fields.extensions(),
            pointer: fields.pointer(),
        })
    }
}

impl Contact {
    fn read(node: Node<'_>, reader: &Reader<'_, '_>) -> Option<Self> {
        let fields = Fields::open(node, &nouns::CONTACT, reader)?;
        Some(Self {
            name: fields.text("name"),
            url: fields.text("url"),
            email: fields.text("email"),
            extensions: fields.extensions(),
        })
    }
}

impl License {
    fn read(node: Node<'_>, reader: &Reader<'_, '_>) -> Option<Self> {
        let fields = Fields::open(node, &nouns::LICENSE, reader)?;
        Some(Self {
            name: fields.text("name").unwrap_or_default(),
            url: fields.text("url"),
            extensions: fields.extensions(),
        })
    }
}
