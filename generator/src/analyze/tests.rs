//! Facts about small APIs.

use serde_json::json;

use super::{Facts, sample};
use crate::api::{Api, Shape, TypeId};
use crate::lower::test_support::lower;

fn definitions(yaml: &str) -> Api {
    let indented: String = yaml.lines().map(|line| format!("    {line}\n")).collect();
    lower(&format!("components:\n  schemas:\n{indented}")).0
}

fn find(api: &Api, name: &str) -> TypeId {
    api.type_ids().find(|id| api[*id].definition == name).expect("a definition of that name")
}

/// The properties that are boxed, as `Type.property`.
fn boxed(api: &Api) -> Vec<String> {
    let facts = Facts::of(api);
    let mut boxed = Vec::new();
    for id in api.type_ids() {
        let Shape::Object(object) = &api[id].shape else { continue };
        for (index, property) in object.properties.iter().enumerate() {
            if facts.is_boxed(id, index) {
                boxed.push(format!("{}.{}", api[id].definition, property.name));
            }
        }
    }
    boxed
}

#[test]
fn only_what_closes_a_cycle_of_objects_is_boxed() {
    let api = definitions(
        "
Node: { properties: { next: { $ref: '#/components/schemas/Node' }, children: { type: array, items: { $ref: '#/components/schemas/Node' } }, leaf: { $ref: '#/components/schemas/Leaf' } } }
Leaf: { properties: { value: { type: string } } }
A: { properties: { b: { $ref: '#/components/schemas/B' } } }
B: { properties: { c: { $ref: '#/components/schemas/C' } } }
C: { properties: { a: { $ref: '#/components/schemas/Also' } } }
Also: { $ref: '#/components/schemas/A' }
Tree: { additionalProperties: { $ref: '#/components/schemas/Tree' } }
",
    );
    assert_eq!(boxed(&api), ["Node.next", "C.a"]);
}

#[test]
fn a_list_or_map_of_itself_has_no_end() {
    let api = definitions(
        "
Tree: { additionalProperties: { type: array, items: { $ref: '#/components/schemas/Also' } } }
Also: { $ref: '#/components/schemas/Tree' }
Forest: { type: array, items: { $ref: '#/components/schemas/Tree' } }
Node: { properties: { children: { $ref: '#/components/schemas/Nodes' } } }
Nodes: { type: array, items: { $ref: '#/components/schemas/Node' } }
",
    );
    let facts = Facts::of(&api);
    let endless = api.type_ids().filter(|id| facts.is_endless(*id));
    assert_eq!(endless.map(|id| api[id].definition.as_str()).collect::<Vec<_>>(), ["Tree"]);
}

#[test]
fn a_long_chain_of_types_raises_the_recursion_limit() {
    let chain = |length: usize| {
        let link = |at| {
            format!("T{at}: {{ properties: {{ next: {{ $ref: '#/components/schemas/T{}' }} }} }}\n", at + 1)
        };
        let links: String = (0..length).map(link).collect();
        Facts::of(&definitions(&format!("{links}T{length}: {{ type: string }}\n")))
    };
    assert_eq!(chain(10).nesting(), 11);
    assert_eq!(chain(10).recursion_limit(), None);
    assert_eq!(chain(100).recursion_limit(), Some(512));
}

#[test]
fn samples_keep_to_the_schema() {
    let api = definitions(
        "
User:
  required: [name, age, tags, friend]
  properties:
    name: { type: string, minLength: 8 }
    age: { type: integer, minimum: 10, exclusiveMinimum: true, multipleOf: 4 }
    tags: { type: array, minItems: 2, uniqueItems: true, items: { type: string, enum: [a, b] } }
    friend: { type: object, nullable: true, required: [user], properties: { user: { $ref: '#/components/schemas/User' } } }
    born: { type: string, format: date-time }
    score: { type: number, maximum: 0.5 }
    spouse: { $ref: '#/components/schemas/User' }
Endless: { required: [next], properties: { next: { $ref: '#/components/schemas/Endless' } } }
Pet: { type: object, required: [kind], discriminator: { propertyName: kind }, properties: { kind: { type: string } } }
Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { properties: { lives: { type: integer } } }] }
",
    );
    assert_eq!(
        sample::minimal(&api, find(&api, "User")),
        Some(json!({ "name": "sampleaa", "age": 12, "tags": ["a", "b"], "friend": null }))
    );
    assert_eq!(
        sample::full(&api, find(&api, "User")),
        Some(json!({
            "name": "sampleaa", "age": 12, "tags": ["a", "b"], "friend": null,
            "born": "2017-07-21T17:32:01Z", "score": -0.5
        }))
    );
    assert_eq!(sample::full(&api, find(&api, "Endless")), None);
    assert_eq!(sample::full(&api, find(&api, "Pet")), Some(json!({ "kind": "Cat", "lives": 1 })));
}

#[test]
fn samples_keep_to_constraints() {
    let api = definitions(
        "
Exact: { type: integer, minimum: 9007199254740993, maximum: 9007199254740993 }
Half: { type: integer, multipleOf: 2.5, minimum: 6 }
Cent: { type: number, multipleOf: 0.01, minimum: 0.29, maximum: 0.3, exclusiveMaximum: true }
Between: { type: number, format: double, minimum: 0.1, exclusiveMinimum: true, maximum: 0.2, exclusiveMaximum: true }
Negative: { type: number, maximum: -10 }
Lists: { type: array, minItems: 2, uniqueItems: true, items: { type: array, minItems: 1, items: { type: integer } } }
Objects: { type: array, minItems: 2, uniqueItems: true, items: { type: object, required: [id], properties: { id: { type: string } } } }
One: { type: object, maxProperties: 1, required: [a], properties: { a: { type: boolean }, b: { type: boolean } } }
Key: { type: string, pattern: '^[a-z]{2}-[0-9]+$', minLength: 8, maxLength: 9 }
Keys: { type: array, minItems: 2, uniqueItems: true, items: { type: string, pattern: '^(a|b)$' } }
",
    );
    let sample = |name| sample::full(&api, find(&api, name)).map(|value| value.to_string());
    assert_eq!(sample("Exact").as_deref(), Some("9007199254740993"));
    assert_eq!(sample("Half").as_deref(), Some("10"));
    assert_eq!(sample("Cent").as_deref(), Some("0.29"));
    assert_eq!(sample("Between").as_deref(), Some("0.11"));
    assert_eq!(sample("Negative").as_deref(), Some("-11.0"));
    assert_eq!(sample("Lists").as_deref(), Some("[[1],[2]]"));
    assert_eq!(sample("Objects").as_deref(), Some(r#"[{"id":"sample"},{"id":"1sample"}]"#));
    assert_eq!(sample("One").as_deref(), Some(r#"{"a":true}"#));
    assert_eq!(sample("Key").as_deref(), Some("\"aa-00000\""));
    assert_eq!(sample("Keys").as_deref(), Some(r#"["a","b"]"#));
}
