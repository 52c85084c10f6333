//! Header parameters that Swagger 2.0 has like any other, and OpenAPI 3 ignores.

use openapiv3::OpenAPI;

use super::super::parameter::is_set_otherwise;
use crate::diagnostic::{self as codes, Diagnostic, Place, Sink};
use crate::source::below;
use crate::upgrade::{Origins, follow};

/// Reports them. They are written all the same: people read documents too.
pub(super) fn report(openapi: &OpenAPI, origins: &Origins, sink: &Sink) {
    for (path, method, operation) in openapi.operations() {
        for (index, parameter) in operation.parameters.iter().enumerate() {
            let at = below("", ["paths", path, method, "parameters", &index.to_string()]);
            let parameters = |key: &str| openapi.components.as_ref()?.parameters.get(key);
            let Some((parameter, at)) = follow(parameter, &at, "parameters", parameters) else { continue };
            if is_set_otherwise(parameter) {
                let name = &parameter.parameter_data_ref().name;
                let message = format!("OpenAPI 3 ignores the header parameter `{name}`");
                sink.report(Diagnostic::new(&codes::IGNORED_HEADER, Place::Value(origins.get(&at)), message));
            }
        }
    }
}
