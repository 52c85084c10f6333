//! Responses, and their headers.

use openapiv3::{
    Header as WrittenHeader, ParameterSchemaOrContent, ReferenceOr, Response, Responses, StatusCode,
};

use super::schema::style;
use super::{Scope, Skip, docs};
use crate::api::{Header, OperationId, Outcome, Parent, Role, Shape, Status};
use crate::diagnostic::{HEADER_LEFT_OUT, MISSING_TARGET, UNKNOWN_STATUS};
use crate::source::below;
use crate::upgrade::follow;

impl<'a> Scope<'a, '_> {
    /// What can come of an operation, `default` last.
    pub(super) fn outcomes(
        &mut self,
        id: OperationId,
        written: &'a Responses,
        at: &str,
    ) -> Result<Vec<Outcome>, Skip> {
        let mut outcomes = Vec::new();
        for (code, response) in &written.responses {
            let at = below(at, ["responses", &code.to_string()]);
            let status = match code {
                StatusCode::Code(code) => Status::Code(*code),
                StatusCode::Range(digit @ 1..=5) => Status::Range(*digit as u8),
                StatusCode::Range(_) => {
                    let why = format!("there are no statuses `{code}`");
                    return Err(Box::new(self.finding(&UNKNOWN_STATUS, &at, why)));
                }
            };
            outcomes.push(self.outcome(id, status, response, &at)?);
        }
        if let Some(response) = &written.default {
            outcomes.push(self.outcome(
                id,
                Status::Default,
                response,
                &below(at, ["responses", "default"]),
            )?);
        }
        Ok(outcomes)
    }

    fn outcome(
        &mut self,
        id: OperationId,
        status: Status,
        response: &'a ReferenceOr<Response>,
        at: &str,
    ) -> Result<Outcome, Skip> {
        let components = self.given.openapi.components.as_ref();
        let found = follow(response, at, "responses", |key| components?.responses.get(key));
        let Some((response, at)) = found else {
            let why = "the response is a reference that leads nowhere";
            return Err(Box::new(self.finding(&MISSING_TARGET, at, why)));
        };
        let has_schema = response.content.values().any(|media| media.schema.is_some());
        let parent = Parent::Operation(id, Role::ResponseBody(status));
        Ok(Outcome {
            pointer: self.origin(&at),
            status,
            docs: docs::of_description(Some(&response.description), false),
            contents: match has_schema {
                true => self.contents(&response.content, &at, parent),
                false => Vec::new(),
            },
            headers: self.headers(id, response, &at),
        })
    }

    fn headers(&mut self, id: OperationId, response: &'a Response, at: &str) -> Vec<Header> {
        let mut headers: Vec<Header> = Vec::new();
        for (name, header) in &response.headers {
            let at = below(at, ["headers", name]);
            // OpenAPI 3, Response Object: the media types of the body say this one.
            if name.eq_ignore_ascii_case("content-type") {
                let message = format!("the header `{name}` is that of the body and is left out");
                self.sink.report(self.finding(&HEADER_LEFT_OUT, &at, message));
                continue;
            }
            match self.header(id, name, header, &at) {
                Some(header) => headers.push(header),
                None => {
                    let message = format!("the header `{name}` is not text and is left out");
                    self.sink.report(self.finding(&HEADER_LEFT_OUT, &at, message));
                }
            }
        }
        headers
    }

    fn header(
        &mut self,
        id: OperationId,
        name: &str,
        header: &'a ReferenceOr<WrittenHeader>,
        at: &str,
    ) -> Option<Header> {
        let components = self.given.openapi.components.as_ref();
        let (header, at) = follow(header, at, "headers", |key| components?.headers.get(key))?;
        let ParameterSchemaOrContent::Schema(schema) = &header.format else { return None };
        let role = Role::Parameter(name.to_owned());
        let ty = self.type_of(schema, &below(&at, ["schema"]), Parent::Operation(id, role));
        let target = self.settle(ty);
        let scalar = match self.store.api[target].shape {
            Shape::Array(items) => self.settle(items),
            _ => target,
        };
        self.is_text(scalar).then(|| Header {
            pointer: self.origin(&at),
            name: name.to_owned(),
            required: header.required,
            docs: docs::of_description(header.description.as_ref(), header.deprecated == Some(true)),
            ty,
            style: style(&header.extensions).unwrap_or_default(),
        })
    }
}
