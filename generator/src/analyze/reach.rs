//! Which documents reach a type: what has to be there where a crate has only some of its documents.

use std::collections::BTreeSet;

use crate::api::{Api, DocumentId, Parent, TypeId};

/// For each type, the documents whose operations name it, at first or second hand.
#[derive(Debug, Clone)]
pub struct Reach(Vec<BTreeSet<DocumentId>>);

impl Reach {
    /// Follows everything that operations name. A definition and what is inline in it are printed in one
    /// file, so that who reaches a part of it, as an `allOf` may, reaches all of it.
    pub fn of(api: &Api) -> Self {
        let mut parts: Vec<Vec<TypeId>> = vec![Vec::new(); api.types.len()];
        for id in api.type_ids() {
            parts[outermost(api, id).index()].push(id);
        }
        let mut reached_by = vec![BTreeSet::new(); api.types.len()];
        for document in api.document_ids() {
            let operations = api[document].operations.iter();
            let mut next: Vec<TypeId> = operations.flat_map(|id| api[*id].references()).collect();
            while let Some(id) = next.pop() {
                if reached_by[id.index()].insert(document) {
                    next.extend(api[id].shape.references());
                    next.extend(&parts[id.index()]);
                    next.push(outermost(api, id));
                }
            }
        }
        Self(reached_by)
    }

    /// The documents that reach a type; none where no operation needs it.
    pub fn documents(&self, ty: TypeId) -> &BTreeSet<DocumentId> {
        &self.0[ty.index()]
    }
}

/// The type that is inline in no other, and that a type is inline in, or is.
fn outermost(api: &Api, mut id: TypeId) -> TypeId {
    while let Some(Parent::Type(parent, _)) = &api[id].parent {
        id = *parent;
    }
    id
}

#[cfg(test)]
mod tests {
    use super::Reach;
    use crate::api::{Api, TypeId};
    use crate::lower::test_support::lower;
    use crate::split;

    /// An API whose tags are its documents.
    fn tagged(yaml: &str) -> Api {
        let (mut api, findings) = lower(yaml);
        assert_eq!(findings, "");
        api.documents[0].split_by_tags = true;
        split::by_tags(&mut api);
        api
    }

    /// The labels of the documents that reach a definition.
    fn of(api: &Api, definition: &str) -> String {
        let named = |id: &TypeId| api[*id].parent.is_none() && api[*id].definition == definition;
        let id = api.type_ids().find(named).expect("a definition of that name");
        let reach = Reach::of(api);
        reach.documents(id).iter().map(|id| api[*id].label()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_type_is_reached_by_whom_it_is_named_at_first_or_second_hand() {
        let api = tagged(
            "
paths:
  /a: { get: { tags: [a], responses: { 200: { description: '', content: { application/json: { schema: { $ref: '#/components/schemas/List' } } } } } } }
  /b:
    get:
      tags: [b]
      parameters: [{ in: query, name: size, schema: { $ref: '#/components/schemas/Size' } }]
      responses: { 204: { description: '' } }
components:
  schemas:
    List: { type: array, items: { $ref: '#/components/schemas/Item' } }
    Item: { type: object, properties: { size: { $ref: '#/components/schemas/Size' }, items: { $ref: '#/components/schemas/List' } } }
    Size: { type: string, enum: [s, m] }
    Idle: { type: object, properties: { item: { $ref: '#/components/schemas/Item' } } }
",
        );
        assert_eq!(["List", "Item", "Size", "Idle"].map(|name| of(&api, name)), ["a", "a", "a b", ""]);
    }

    #[test]
    fn who_inherits_a_part_of_a_definition_needs_its_file() {
        let api = tagged(
            "
paths:
  /a: { get: { tags: [a], responses: { 200: { description: '', content: { application/json: { schema: { $ref: '#/components/schemas/Cat' } } } } } } }
  /b: { get: { tags: [b], responses: { 204: { description: '' } } } }
components:
  schemas:
    Pet: { type: object, properties: { tag: { type: object, properties: { a: { type: string } } } }, additionalProperties: { $ref: '#/components/schemas/Other' } }
    Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { lives: { type: integer } }, additionalProperties: { type: string } }] }
    Other: { type: object, properties: { a: { type: string } } }
",
        );
        assert_eq!(["Cat", "Pet", "Other"].map(|name| of(&api, name)), ["a", "a", "a"]);
    }
}
