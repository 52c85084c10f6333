//! Names that the configuration pins by place: they win over whatever the document proposes.

use crate::api::{Api, Shape};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, PINNED_NOTHING, Sink};
use crate::source::{Pointer, Sources};

/// Pins the names of operations, parameters, types, properties. They are by file and JSON
/// pointer: `login.yaml#/paths/~1login/post`. A name that is pinned to nothing is an error: the
/// document has moved on, and the code that relies on the name would not compile.
pub(crate) fn apply(config: &Config, api: &mut Api, sources: &Sources<'_>, sink: &Sink) {
    for (place, name) in &config.names {
        let found = find(place, sources).is_some_and(|pointer| pin(api, &pointer, name));
        if !found {
            let message = format!("the name `{name}` is pinned to `{place}`, where nothing has a name");
            let place = config.place(sources, |written| written.pinned_name(place));
            sink.report(Diagnostic::new(&PINNED_NOTHING, place, message));
        }
    }
}

/// The pointer that a place means, if its file was read.
fn find(place: &str, sources: &Sources<'_>) -> Option<Pointer> {
    let (path, pointer) = place.split_once('#')?;
    let file = sources.files().find(|file| sources.name(*file) == path)?;
    Some(Pointer::new(file, pointer))
}

/// Gives the name to everything that is written at the place: a property and its own type are.
fn pin(api: &mut Api, pointer: &Pointer, name: &str) -> bool {
    let mut found = false;
    let mut give = |at: &Pointer, preferred: &mut Option<String>| {
        if at == pointer {
            *preferred = Some(name.to_owned());
            found = true;
        }
    };
    for operation in &mut api.operations {
        give(&operation.pointer, &mut operation.preferred_name);
        for parameter in &mut operation.parameters {
            give(&parameter.pointer, &mut parameter.preferred_name);
        }
    }
    for ty in api.types.flatten() {
        give(&ty.pointer, &mut ty.preferred_name);
        if let Shape::Object(object) = &mut ty.shape {
            for property in &mut object.properties {
                give(&property.pointer, &mut property.preferred_name);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::config::{Config, Document};
    use crate::diagnostic::Sink;
    use crate::report::Report;
    use crate::source::MemoryLoader;

    const DOCUMENT: &str = "
swagger: '2.0'
info: {title: A, version: '1'}
paths:
  /login:
    post:
      parameters: [{in: query, name: type, type: string}]
      responses: {200: {description: A., schema: {$ref: '#/definitions/a'}}}
definitions:
  a: {type: object, properties: {b: {type: string}}}
";

    /// The names that are pinned, and the findings.
    fn pinned(places: &[&str]) -> (Vec<String>, usize) {
        let loader = MemoryLoader::new().with("a.yaml", DOCUMENT);
        let documents = vec![Document::new("a.yaml")];
        let names = places.iter().map(|place| ((*place).to_owned(), format!("at {place}"))).collect();
        let config = Config { documents, names, ..Config::default() };
        let (sources, sink) = (config.sources(&loader), Sink::new());
        let mut report = Report::default();
        let models = crate::read(&sources, &config, &sink, &mut report);
        let mut api = crate::lower(&models, &sink, &mut report);
        super::apply(&config, &mut api, &sources, &sink);
        let operations = api.operations.iter().flat_map(|operation| {
            let parameters = operation.parameters.iter().map(|parameter| parameter.preferred_name.clone());
            std::iter::once(operation.preferred_name.clone()).chain(parameters)
        });
        let types = api.types.iter().flat_map(|ty| {
            let properties = match &ty.shape {
                crate::api::Shape::Object(object) => object.properties.as_slice(),
                _ => &[],
            };
            let properties = properties.iter().map(|property| property.preferred_name.clone());
            std::iter::once(ty.preferred_name.clone()).chain(properties)
        });
        let mut names: Vec<String> = operations.chain(types).flatten().collect();
        names.dedup();
        (names, sink.len())
    }

    #[test]
    fn operations_parameters_definitions_and_properties_can_be_pinned() {
        let places = [
            "a.yaml#/paths/~1login/post",
            "a.yaml#/paths/~1login/post/parameters/0",
            "a.yaml#/definitions/a",
            "a.yaml#/definitions/a/properties/b",
        ];
        for place in places {
            assert_eq!(pinned(&[place]), (vec![format!("at {place}")], 0));
        }
    }

    #[test]
    fn a_name_pinned_to_nothing_is_a_finding() {
        assert_eq!(pinned(&["a.yaml#/paths/~1logout/post", "b.yaml#/definitions/a"]), (vec![], 2));
    }
}
