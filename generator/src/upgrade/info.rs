//! Info, tags and external documentation, which are the same in both specifications.

use openapiv3 as oas;

use crate::swagger::{ExternalDocs, Info, Tag};

pub(crate) fn info(info: &Info) -> oas::Info {
    oas::Info {
        title: info.title.clone(),
        description: info.description.clone(),
        terms_of_service: info.terms_of_service.clone(),
        contact: info.contact.as_ref().map(|contact| oas::Contact {
            name: contact.name.clone(),
            url: contact.url.clone(),
            email: contact.email.clone(),
            extensions: contact.extensions.clone(),
        }),
        license: info.license.as_ref().map(|license| oas::License {
            name: license.name.clone(),
            url: license.url.clone(),
            extensions: license.extensions.clone(),
        }),
        version: info.version.clone(),
        extensions: info.extensions.clone(),
    }
}

pub(crate) fn tag(tag: &Tag) -> oas::Tag {
    oas::Tag {
        name: tag.name.clone(),
        description: tag.description.clone(),
        external_docs: tag.external_docs.as_ref().map(external_docs),
        extensions: tag.extensions.clone(),
    }
}

pub(crate) fn external_docs(docs: &ExternalDocs) -> oas::ExternalDocumentation {
    oas::ExternalDocumentation {
        description: docs.description.clone(),
        url: docs.url.clone(),
        extensions: docs.extensions.clone(),
    }
}
