//! Path templates, in whatever form.

use std::collections::BTreeSet;

use cratewright::Model;
use cratewright::api::{Api, PathSegment};
use cratewright::config::{Config, Document};
use cratewright::diagnostic::Sink;
use cratewright::lower::Lowering;
use cratewright::source::MemoryLoader;
use serde_json::json;

/// A path is refused, or its pieces are the path again.
pub fn check(path: &str) {
    let findings = Sink::new();
    let api = api(path, &findings);
    if api.operations.is_empty() {
        assert!(!findings.is_empty() || path.starts_with("x-"), "{path:?} was dropped without a word");
    }
    for operation in &api.operations {
        let template = &operation.path;
        let again: String = template.segments.iter().map(|segment| format!("/{}", text(segment))).collect();
        let written = template.text.strip_prefix('/').unwrap_or(&template.text);
        assert_eq!(again.strip_prefix('/').unwrap_or(&again), written, "the pieces of {path:?}");
        // Space around it is taken off, and a slash that is forgotten is put before it.
        let path = path.trim();
        let path = format!("/{}", path.strip_prefix('/').unwrap_or(path));
        assert!(path.starts_with(&template.text), "{path:?} became {:?}", template.text);
        let names: Vec<&str> = template.parameters().collect();
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{path:?} has one name twice");
    }
}

fn text(segment: &[PathSegment]) -> String {
    let pieces = segment.iter().map(|piece| match piece {
        PathSegment::Literal(text) => text.clone(),
        PathSegment::Parameter(name) => format!("{{{name}}}"),
    });
    pieces.collect()
}

/// The API of a document with one operation at `path`, whose placeholders are declared.
fn api(path: &str, findings: &Sink) -> Api {
    let names: BTreeSet<&str> =
        path.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect();
    let parameters: Vec<_> = names
        .iter()
        .map(|name| json!({"name": name, "in": "path", "required": true, "type": "string"}))
        .collect();
    let document = json!({
        "swagger": "2.0",
        "info": {"title": "Paths", "version": "1"},
        "paths": {path: {"get": {"parameters": parameters, "responses": {"204": {"description": "done"}}}}},
    });
    let loader = MemoryLoader::new().with("paths.json", document.to_string());
    let config = Config { documents: vec![Document::new("paths.json")], ..Config::default() };
    let sources = config.sources(&loader);
    let mut lowering = Lowering::new(findings);
    if let Some(model) = Model::read(&config.documents[0], &sources, &config, findings) {
        model.lower(&mut lowering);
    }
    let mut api = lowering.finish();
    cratewright::check::check(&mut api, &sources, findings);
    api
}
