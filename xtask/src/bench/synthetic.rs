//! Documents of as many operations as are wanted, each with a type of its own that refers to another.

use serde_json::{Map, Value, json};

/// A document of so many operations.
pub(super) fn document(operations: usize) -> Value {
    let paths: Map<_, _> = (0..operations).map(path).collect();
    let mut definitions: Map<_, _> = (0..operations).map(|at| (name(at), definition(at))).collect();
    definitions.insert("Error".to_owned(), error());
    json!({
        "swagger": "2.0",
        "info": { "title": "Things", "version": "1" },
        "consumes": ["application/json"],
        "produces": ["application/json"],
        "paths": paths,
        "definitions": definitions,
    })
}

fn name(at: usize) -> String {
    format!("Thing{at}")
}

fn path(at: usize) -> (String, Value) {
    let id = json!({ "name": "id", "in": "path", "type": "string", "required": true });
    let limit = json!({ "name": "limit", "in": "query", "type": "integer", "format": "int32", "minimum": 1 });
    let thing = json!({ "$ref": format!("#/definitions/{}", name(at)) });
    let operation = json!({
        "operationId": format!("changeThing{at}"),
        "summary": format!("Change thing {at}."),
        "description": "All members that are given take the place of those that were there.",
        "parameters": [id, limit, { "name": "body", "in": "body", "required": true, "schema": thing }],
        "responses": {
            "200": { "description": "It was changed.", "schema": thing },
            "404": { "description": "There is no such thing.", "schema": { "$ref": "#/definitions/Error" } },
        },
    });
    (format!("/things/{at}/{{id}}"), json!({ "put": operation }))
}

/// Each refers to the one before, in groups of ten: chains of types stay short, as they are in
/// documents that people write.
fn definition(at: usize) -> Value {
    let mut properties = json!({
        "name": { "type": "string", "description": "What it is called." },
        "count": { "type": "integer", "format": "int64" },
        "share": { "type": "number" },
        "created": { "type": "string", "format": "date-time" },
        "labels": { "type": "object", "additionalProperties": { "type": "string" } },
        "state": { "type": "string", "enum": ["new", "used", "gone"] },
        "open": { "type": "boolean" },
    });
    if !at.is_multiple_of(10) {
        properties["part"] = json!({ "$ref": format!("#/definitions/{}", name(at - 1)) });
    }
    json!({ "type": "object", "required": ["name", "count"], "properties": properties })
}

fn error() -> Value {
    json!({
        "type": "object",
        "required": ["code"],
        "properties": { "code": { "type": "string" }, "message": { "type": "string" } },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_has_as_many_operations_as_were_asked_for() {
        let document = document(25);
        assert_eq!(document["paths"].as_object().map(Map::len), Some(25));
        assert_eq!(document["definitions"].as_object().map(Map::len), Some(26));
    }
}
