//! Whether an API is one that a crate can be made of in reasonable time, and that a compiler can build.

use crate::analyze::longest_nesting;
use crate::api::{Api, Operation, Shape, Type};
use crate::diagnostic::{Diagnostic, LIMIT, Place, Sink};
use crate::source::{Limits, Pointer};

/// Reports what is beyond the limits, and says whether nothing is.
pub(crate) fn check(api: &Api, limits: &Limits, sink: &Sink) -> bool {
    let size = Size { limits, sink };
    let before = sink.len();
    let first = api.operations.iter().map(|operation| &operation.pointer);
    if let Some(place) = first.chain(api.types.iter().map(|ty| &ty.pointer)).next() {
        let items = api.operations.len() + api.types.len();
        size.within(items, limits.items, "items", place, "the API has {} operations and types");
    }
    api.types.iter().for_each(|ty| size.of_type(ty));
    api.operations.iter().for_each(|operation| size.of_operation(operation));
    if let Some((id, length)) = longest_nesting(api) {
        let what = "types are within each other {} levels deep";
        size.within(length, limits.nested_types, "nested_types", &api[id].pointer, what);
    }
    sink.len() == before
}

struct Size<'a> {
    limits: &'a Limits,
    sink: &'a Sink,
}

impl Size<'_> {
    fn of_type(&self, ty: &Type) {
        let (count, what) = match &ty.shape {
            Shape::Object(object) => (object.properties.len(), "the type has {} properties"),
            Shape::Enumeration(values) => (values.len(), "the type has {} values"),
            Shape::Union(union) => (union.variants.len(), "the type has {} alternatives"),
            _ => return,
        };
        self.within(count, self.limits.members, "members", &ty.pointer, what);
    }

    fn of_operation(&self, operation: &Operation) {
        let (place, limits) = (&operation.pointer, self.limits);
        let parameters = operation.parameters.len();
        self.within(parameters, limits.parameters, "parameters", place, "the operation has {} parameters");
        let segments = operation.path.segments.len();
        self.within(segments, limits.path_segments, "path_segments", place, "the path has {} segments");
    }

    /// Reports a count that is beyond its limit; `what` has `{}` where the count goes.
    fn within(&self, count: usize, limit: usize, name: &str, place: &Pointer, what: &str) {
        if count > limit {
            let message = format!("{}, and {limit} are allowed", what.replace("{}", &count.to_string()));
            let found = Diagnostic::new(&LIMIT, Place::Key(place.clone()), message);
            self.sink.report(found.help(raise(name)));
        }
    }
}

/// How a limit is raised.
pub(crate) fn raise(name: &str) -> String {
    format!("if that is meant to be, raise `{name}` under `[limits]`, or with `--limit {name}=N`")
}

#[cfg(test)]
mod tests {
    use crate::config::{Config, Document};
    use crate::diagnostic::{Style, render};
    use crate::source::{Limits, MemoryLoader};

    const DOCUMENT: &str = "\
swagger: '2.0'
info: {title: Sizes, version: '1'}
paths:
  /a/{b}/c:
    get:
      parameters: [{name: b, in: path, required: true, type: string}, {name: d, in: query, type: string}]
      responses: {200: {description: ok, schema: {$ref: '#/definitions/A'}}}
definitions:
  A: {type: object, properties: {b: {$ref: '#/definitions/B'}, c: {type: string, enum: [x, y, z]}}}
  B: {type: object, properties: {c: {type: string}}}
";

    fn said(limits: Limits) -> String {
        let loader = MemoryLoader::new().with("a.yaml", DOCUMENT);
        let config = Config { documents: vec![Document::new("a.yaml")], limits, ..Config::default() };
        let sources = config.sources(&loader);
        let generated = crate::generate(&sources, &config);
        assert_eq!(generated.has_errors(), generated.files.is_empty());
        render(&generated.findings, &sources, Style::default())
    }

    #[test]
    fn each_limit_holds_and_says_how_it_is_raised() {
        assert_eq!(said(Limits::default()), "");
        for (name, least) in
            [("items", 7), ("members", 3), ("parameters", 2), ("path_segments", 3), ("nested_types", 3)]
        {
            let mut limits = Limits::default();
            *limits.by_name(name).expect("a limit") = least;
            assert_eq!(said(limits.clone()), "", "{name}");
            *limits.by_name(name).expect("a limit") = least - 1;
            let said = said(limits);
            assert!(said.contains("error[E0004]"), "{name}: {said}");
            assert!(said.contains(&format!("`--limit {name}=N`")), "{name}: {said}");
        }
    }
}
