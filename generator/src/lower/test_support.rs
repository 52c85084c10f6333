//! Documents for tests, of this stage and of those after it.

use openapiv3::OpenAPI;
use serde_json::Value;

use super::{DocumentInput, Lowering};
use crate::api::Api;
use crate::diagnostic::Sink;
use crate::source::{FileId, Pointer, escape};
use crate::upgrade::Origins;

/// Lowers an OpenAPI 3 document, in YAML; `info` and `paths` may be missing. Gives the findings too.
pub(crate) fn lower(yaml: &str) -> (Api, String) {
    lower_all(&[yaml])
}

/// The same for several documents of one crate.
pub(crate) fn lower_all(documents: &[&str]) -> (Api, String) {
    let sink = Sink::new();
    let mut lowering = Lowering::new(&sink);
    for (index, yaml) in documents.iter().enumerate() {
        let (openapi, origins) = read(yaml, FileId(index as u32));
        lowering.add(
            &openapi,
            &origins,
            DocumentInput { name: format!("document{index}"), ..DocumentInput::default() },
        );
    }
    let api = lowering.finish();
    (api, findings(sink))
}

fn read(yaml: &str, file: FileId) -> (OpenAPI, Origins) {
    let mut document: Value = serde_yaml::from_str(yaml).expect("the test's YAML");
    let members = document.as_object_mut().expect("an object");
    members.insert("openapi".into(), "3.0.3".into());
    members.insert("info".into(), serde_json::json!({ "title": "", "version": "1" }));
    members.entry("paths").or_insert(serde_json::json!({}));
    let mut origins = Origins::new(Pointer::root(file));
    record(&document, "", file, &mut origins);
    let openapi = serde_json::from_value(document).expect("an OpenAPI document");
    (openapi, origins)
}

/// A document that nobody has upgraded was written where it is.
fn record(value: &Value, at: &str, file: FileId, origins: &mut Origins) {
    origins.record(at, &Pointer::new(file, at));
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                record(value, &format!("{at}/{}", escape(key)), file, origins);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                record(value, &format!("{at}/{index}"), file, origins);
            }
        }
        _ => {}
    }
}

/// All findings, one per line.
pub(crate) fn findings(sink: Sink) -> String {
    let mut text = String::new();
    for found in sink.into_findings() {
        let place = &found.primary.place;
        let place = place.pointer().map_or_else(|| format!("{place:?}"), ToString::to_string);
        text += &format!("{} {place}: {}\n", found.code.id, found.message);
    }
    text
}
