//! Sample responses of an operation, one for each outcome.

use std::borrow::Cow;

use proc_macro2::TokenStream;
use quote::quote;

use super::sample_body::SampleBody;
use super::texts::{self, sample_texts};
use crate::api::{Api, OperationId, Outcome, Status};
use crate::emit::Emission;
use crate::emit::operation::{special_json, special_text};
use crate::surface::{Arm, OperationSurface, Payload, ResponseSurface};

/// The samples of an operation, each with the name of its outcome: `200`, `4xx`, `default`.
pub(super) struct Samples<'a> {
    successes: Vec<(String, Sample<'a>)>,
    failures: Vec<(String, Sample<'a>)>,
}

/// A response as it is on the wire.
pub(super) struct Sample<'a> {
    status: u16,
    headers: Vec<(String, String)>,
    body: Cow<'a, SampleBody>,
}

impl<'a> Samples<'a> {
    /// Those of an operation.
    pub(super) fn of(emission: &Emission<'a>, id: OperationId) -> Self {
        let outcomes = &emission.api[id].outcomes;
        let named = |arm: &Arm| {
            let outcome = &outcomes[arm.outcome];
            Some((label(outcome.status), sample(emission, outcomes, outcome, arm)?))
        };
        let surface = &emission.surfaces[id];
        Self {
            successes: successes(surface).iter().filter_map(named).collect(),
            failures: surface.failures.iter().filter_map(named).collect(),
        }
    }

    /// The name of the first documented success that has one.
    pub(super) fn first_success(&self) -> Option<&str> {
        self.successes.first().map(|(label, _)| label.as_str())
    }

    /// All of them.
    pub(super) fn iter(&self) -> impl Iterator<Item = &(String, Sample<'a>)> {
        self.successes.iter().chain(&self.failures)
    }
}

/// The outcomes that there are samples of.
pub(super) fn sampled(surface: &OperationSurface) -> impl Iterator<Item = &Arm> {
    successes(surface).iter().chain(&surface.failures)
}

fn successes(surface: &OperationSurface) -> &[Arm] {
    match &surface.response {
        // `default` is sampled as the failure that it is, too.
        ResponseSurface::One(arm) if arm.status == Status::Default => &[],
        response => response.arms(),
    }
}

fn label(status: Status) -> String {
    match status {
        Status::Code(code) => code.to_string(),
        Status::Range(digit) => format!("{digit}xx"),
        Status::Default => "default".to_owned(),
    }
}

impl Sample<'_> {
    /// The constant that it is.
    pub(super) fn tokens(&self, emission: &Emission<'_>) -> TokenStream {
        let status = proc_macro2::Literal::u16_unsuffixed(self.status);
        let headers = self.headers.iter().map(|(name, value)| quote!((#name, #value)));
        let (text, undefined) = (emission.bodies.text(emission, &self.body), &self.body.undefined);
        quote! {
            ResponseSample { status: #status, headers: &[#(#headers),*], body: #text, undefined: &[#(#undefined),*] }
        }
    }
}

fn body<'a>(emission: &Emission<'a>, outcome: &Outcome, payload: Payload) -> Option<Cow<'a, SampleBody>> {
    let examples = outcome.contents.iter().flat_map(|content| &content.examples);
    let body = match payload {
        Payload::Empty => SampleBody::default(),
        Payload::Json(ty) | Payload::Flattened(ty) => {
            return emission.bodies.json(emission.api, ty, examples.map(|example| &example.value));
        }
        Payload::Text | Payload::Kept => SampleBody::text(),
        Payload::Stream => {
            let media_types = outcome.contents.iter().map(|content| content.media_type.as_str());
            SampleBody::bytes(crate::emit::operation::definite(media_types))
        }
    };
    Some(Cow::Owned(body))
}

fn sample<'a>(
    emission: &Emission<'a>,
    outcomes: &[Outcome],
    outcome: &Outcome,
    arm: &Arm,
) -> Option<Sample<'a>> {
    let body = body(emission, outcome, arm.payload)?;
    let content_type = match arm.payload {
        Payload::Json(_) | Payload::Flattened(_) => special_json(&outcome.contents),
        Payload::Text => special_text(&outcome.contents),
        Payload::Empty | Payload::Kept | Payload::Stream => None,
    };
    let content_type = content_type.as_ref().or(body.content_type.as_ref());
    let status = code(outcome.status, outcomes)?;
    let mut headers = headers(emission.api, outcome)?;
    if !headers.iter().any(|(name, _)| name == "content-type") {
        headers.extend(content_type.map(|value| ("content-type".to_owned(), value.clone())));
    }
    Some(Sample { status, headers, body })
}

/// The documented headers; nothing where one has no sample that must be there.
fn headers(api: &Api, outcome: &Outcome) -> Option<Vec<(String, String)>> {
    let mut headers = Vec::new();
    for header in &outcome.headers {
        match sample_texts(api, header.ty).and_then(|texts| texts::header(header.style, &texts)) {
            Some(value) => headers.push((header.name.to_lowercase(), value)),
            None if header.required => return None,
            None => {}
        }
    }
    Some(headers)
}

/// A status that means the outcome, and no other.
fn code(status: Status, outcomes: &[Outcome]) -> Option<u16> {
    match status {
        Status::Code(code) => Some(code),
        Status::Range(digit) => free(u16::from(digit) * 100, outcomes),
        Status::Default => {
            free(500, outcomes).filter(|_| !outcomes.iter().any(|other| other.status == Status::Range(5)))
        }
    }
}

fn free(first: u16, outcomes: &[Outcome]) -> Option<u16> {
    (first..first + 100).find(|code| !outcomes.iter().any(|other| other.status == Status::Code(*code)))
}
