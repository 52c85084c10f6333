//! Parameters.

use openapiv3 as oas;
use openapiv3::{
    CookieStyle, HeaderStyle, ParameterData, ParameterSchemaOrContent, PathStyle, QueryStyle, ReferenceOr,
};

use super::{Converter, nouns};
use crate::diagnostic::{self as codes, Diagnostic, Place, instead_of};
use crate::source::{Node, below};
use crate::swagger::{Fields, words};
use crate::upgrade::extensions::parameter_place;
use crate::upgrade::schemas::anything;

impl Converter<'_, '_> {
    /// The parameters of a path item or an operation at `at`, and whether all could be read.
    pub(super) fn parameters(
        &mut self,
        fields: &Fields<'_, '_>,
        at: &str,
    ) -> (Vec<ReferenceOr<oas::Parameter>>, bool) {
        let mut parameters = Vec::new();
        let mut complete = true;
        for node in fields.list("parameters") {
            let place = Place::Value(node.pointer.clone());
            let parameter = match node.reference() {
                Some(reference) if words(&node).is_none() => self.component(&node, reference),
                reference => {
                    let (shared, at) =
                        (reference.is_some(), below(at, ["parameters", &parameters.len().to_string()]));
                    self.parameter(node, shared, &at).map(ReferenceOr::Item)
                }
            };
            let Some(parameter) = parameter else {
                complete = false;
                continue;
            };
            match self.shared_parameters.followed(&parameter) {
                Some(parameter) if is_set_otherwise(parameter) => self.ignored(parameter, place),
                _ => parameters.push(parameter),
            }
        }
        (parameters, complete)
    }

    /// The reference to the parameter that a `$ref` leads to, which is a component.
    fn component(&mut self, node: &Node<'_>, reference: &str) -> Option<ReferenceOr<oas::Parameter>> {
        self.reader.check_reference(node);
        let target = self.reader.target(&node.pointer, reference)?;
        let place = target.pointer.clone();
        if self.shared_parameters.reference(&place).is_none() {
            let key = self.shared_parameters.key(&place, self.schemas.sources);
            let made = self.parameter(target, true, &parameter_place(&key))?;
            self.shared_parameters.insert(key, made);
        }
        self.shared_parameters.reference(&place)
    }

    fn parameter(&mut self, node: Node<'_>, shared: bool, at: &str) -> Option<oas::Parameter> {
        let reader = self.reader;
        let fields = Fields::open(node, &nouns::PARAMETER, &reader)?;
        self.record(at, &fields.pointer());
        let location = fields.required_text("in")?;
        let parameter_data = self.parameter_data(&fields, shared, at)?;
        Some(match location.as_str() {
            "query" => oas::Parameter::Query {
                style: query_style(&fields),
                allow_reserved: fields.flag("allowReserved"),
                allow_empty_value: fields.optional_flag("allowEmptyValue"),
                parameter_data,
            },
            "header" => oas::Parameter::Header { parameter_data, style: HeaderStyle::Simple },
            "path" => oas::Parameter::Path { parameter_data, style: path_style(&fields) },
            "cookie" => oas::Parameter::Cookie { parameter_data, style: CookieStyle::Form },
            _ => {
                let message = format!("a parameter can't be in `{location}`");
                let place = Place::Value(fields.pointer().child("in"));
                self.report(
                    Diagnostic::new(&codes::UNKNOWN_VALUE, place, message)
                        .help(instead_of(&location, &["query", "header", "path", "cookie"])),
                );
                return None;
            }
        })
    }

    fn parameter_data(&mut self, fields: &Fields<'_, '_>, shared: bool, at: &str) -> Option<ParameterData> {
        let name = fields.required_text("name")?;
        Some(ParameterData {
            name,
            description: fields.text("description"),
            required: fields.flag("required"),
            deprecated: fields.optional_flag("deprecated"),
            format: self.schema_or_content(fields, shared, at),
            example: self.example(fields, at),
            examples: self.examples(fields, at),
            explode: fields.optional_flag("explode"),
            extensions: fields.extensions(),
        })
    }

    fn ignored(&self, parameter: &oas::Parameter, place: Place) {
        let name = &parameter.parameter_data_ref().name;
        let message = format!("the header parameter `{name}` is ignored");
        self.report(
            Diagnostic::new(&codes::IGNORED_HEADER, place, message)
                .help("describe it with media types or with a security scheme"),
        );
    }

    /// How the value of a parameter or header is described.
    pub(super) fn schema_or_content(
        &mut self,
        fields: &Fields<'_, '_>,
        shared: bool,
        at: &str,
    ) -> ParameterSchemaOrContent {
        if fields.member("content").is_some() {
            return ParameterSchemaOrContent::Content(self.content(fields, shared, at));
        }
        if fields.member("schema").is_none() {
            fields.missing(&codes::MISSING_TYPE, "schema");
        }
        let schema = self.schema(fields, shared, &below(at, ["schema"]));
        ParameterSchemaOrContent::Schema(schema.unwrap_or_else(anything))
    }
}

/// OpenAPI 3, Parameter Object, `name`: these three headers have places of their own.
pub(super) fn is_set_otherwise(parameter: &oas::Parameter) -> bool {
    let oas::Parameter::Header { parameter_data, .. } = parameter else { return false };
    ["accept", "content-type", "authorization"].contains(&&*parameter_data.name.to_lowercase())
}

fn query_style(fields: &Fields<'_, '_>) -> QueryStyle {
    let Some(member) = fields.member("style") else { return QueryStyle::Form };
    match member.as_str() {
        Some("form") => QueryStyle::Form,
        Some("spaceDelimited") => QueryStyle::SpaceDelimited,
        Some("pipeDelimited") => QueryStyle::PipeDelimited,
        Some("deepObject") => QueryStyle::DeepObject,
        _ => {
            let expected = "one of `form`, `spaceDelimited`, `pipeDelimited` and `deepObject`";
            fields.ignore::<QueryStyle>(&member, expected).unwrap_or_default()
        }
    }
}

fn path_style(fields: &Fields<'_, '_>) -> PathStyle {
    let Some(member) = fields.member("style") else { return PathStyle::Simple };
    match member.as_str() {
        Some("simple") => PathStyle::Simple,
        Some("label") => PathStyle::Label,
        Some("matrix") => PathStyle::Matrix,
        _ => fields.ignore::<PathStyle>(&member, "one of `simple`, `label` and `matrix`").unwrap_or_default(),
    }
}
