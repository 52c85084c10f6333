//! Documents for tests, of this stage and of those after it.

use openapiv3::OpenAPI;
use serde_json::Value;

use super::{DocumentInput, Lowering};
use crate::api::Api;
use crate::diagnostic::{Place, Sink};
use crate::source::{FileId, Pointer, escape};
use crate::upgrade::Origins;

/// Lowers an OpenAPI 3 document, in YAML; `info` and `paths` may be missing. Gives the findings too.
pub(crate) fn lower(yaml: &str) -> (Api, String) {
    let mut document: Value = serde_yaml::from_str(yaml).expect("the test's YAML");
    let members = document.as_object_mut().expect("an object");
    members.insert("openapi".into(), "3.0.3".into());
    members.insert("info".into(), serde_json::json!({ "title": "", "version": "1" }));
    members.entry("paths").or_insert(serde_json::json!({}));
    let mut origins = Origins::new(Pointer::root(FileId(0)));
    record(&document, "", &mut origins);
    let openapi: OpenAPI = serde_json::from_value(document).expect("an OpenAPI document");

    let sink = Sink::new();
    let mut lowering = Lowering::new(&sink);
    lowering.add(&openapi, &origins, DocumentInput { name: "pets".into(), base_path: None });
    let api = lowering.finish();
    (api, findings(sink))
}

/// A document that nobody has upgraded was written where it is.
fn record(value: &Value, at: &str, origins: &mut Origins) {
    origins.record(at, &Pointer::new(FileId(0), at));
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                record(value, &format!("{at}/{}", escape(key)), origins);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                record(value, &format!("{at}/{index}"), origins);
            }
        }
        _ => {}
    }
}

/// All findings, one per line.
pub(crate) fn findings(sink: Sink) -> String {
    let mut text = String::new();
    for found in sink.into_findings() {
        let place = match &found.primary.place {
            Place::Key(pointer) | Place::Value(pointer) => pointer.to_string(),
            other => format!("{other:?}"),
        };
        text += &format!("{} {place}: {}\n", found.code.id, found.message);
    }
    text
}
