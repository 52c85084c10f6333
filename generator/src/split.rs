//! Documents that the configuration wants as a module and a trait for each tag (Swagger 2.0, Tag
//! Object), not for the document as a whole: one of a thousand operations reads better in parts.

use indexmap::IndexMap;

use crate::api::{Api, Document, DocumentId, OperationId};
use crate::names::{Case, Ident};

/// Splits those documents. Each of their operations is in the part of its first tag; those without a
/// tag stay in a part that is named as the document is. Operations keep their order and their ids.
pub(crate) fn by_tags(api: &mut Api) {
    for document in std::mem::take(&mut api.documents) {
        let parts = if document.split_by_tags { parts(api, document) } else { vec![document] };
        for part in parts {
            let id = DocumentId(api.documents.len() as u32);
            for operation in &part.operations {
                api[*operation].document = id;
            }
            api.documents.push(part);
        }
    }
}

/// The parts of a document, in the order of their first operations.
fn parts(api: &Api, document: Document) -> Vec<Document> {
    let mut parts: IndexMap<Option<Ident>, Vec<OperationId>> = IndexMap::new();
    for id in &document.operations {
        let tag = first_tag(api, *id).map(module);
        parts.entry(tag).or_default().push(*id);
    }
    if parts.is_empty() {
        return vec![document];
    }
    let part = |(key, operations): (Option<Ident>, Vec<OperationId>)| Document {
        tag: key.and_then(|key| spelling(api, &document, &operations, &key)),
        operations,
        ..document.clone()
    };
    parts.into_iter().map(part).collect()
}

/// What a tag would be called: `Pet store` and `pet_store` are one.
fn module(tag: &str) -> Ident {
    Ident::new(tag, Case::Snake)
}

fn first_tag(api: &Api, id: OperationId) -> Option<&str> {
    api[id].tags.first().map(String::as_str).filter(|tag| !tag.trim().is_empty())
}

/// The tag as the document's list has it, or else as its first operation does.
fn spelling(api: &Api, document: &Document, operations: &[OperationId], key: &Ident) -> Option<String> {
    let listed = document.tags.iter().map(|(tag, _)| tag.as_str()).find(|tag| module(tag) == *key);
    listed.or_else(|| first_tag(api, *operations.first()?)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::by_tags;
    use crate::lower::test_support::lower;

    #[test]
    fn an_operation_is_in_the_part_of_its_first_tag() {
        let (mut api, findings) = lower(
            "
tags: [{ name: pet store }]
paths:
  /a: { get: { tags: [Pet-Store, users], responses: {} }, put: { responses: {} } }
  /b: { get: { tags: [users], responses: {} }, put: { tags: [' '], responses: {} } }
  /c: { get: { tags: [pet_store], responses: {} } }
",
        );
        assert_eq!(findings, "");
        api.documents[0].split_by_tags = true;
        by_tags(&mut api);
        let operation =
            |id: &crate::api::OperationId| format!("{} {}", api[*id].method.key(), api[*id].path.text);
        let parts: Vec<_> = api
            .documents
            .iter()
            .map(|part| (part.label(), part.operations.iter().map(operation).collect::<Vec<_>>().join(", ")))
            .collect();
        let expected =
            [("pet store", "get /a, get /c"), ("document0", "put /a, put /b"), ("users", "get /b")];
        assert_eq!(parts, expected.map(|(label, operations)| (label, operations.to_owned())));
        assert_eq!(api.operations.iter().map(|one| one.document.0).collect::<Vec<_>>(), [0, 1, 2, 1, 0]);
    }
}
