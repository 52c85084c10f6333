//! Who sends a type: clients, in requests, or servers, in responses.

use crate::api::{Api, TypeId};

/// Who sends a type. A definition that no operation names is sent by nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Direction {
    /// It is a part of some request.
    pub in_requests: bool,
    /// It is a part of some response.
    pub in_responses: bool,
}

/// The direction of each type.
pub(super) fn of_types(api: &Api) -> Vec<Direction> {
    let mut requests = Vec::new();
    let mut responses = Vec::new();
    for operation in &api.operations {
        requests.extend(operation.parameters.iter().map(|parameter| parameter.ty));
        let bodies = operation.body.iter().flat_map(|body| &body.contents);
        requests.extend(bodies.filter_map(|content| content.ty));
        for outcome in &operation.outcomes {
            responses.extend(outcome.contents.iter().filter_map(|content| content.ty));
            responses.extend(outcome.headers.iter().map(|header| header.ty));
        }
    }
    let (sent, received) = (reached(api, requests), reached(api, responses));
    let both = sent.into_iter().zip(received);
    both.map(|(in_requests, in_responses)| Direction { in_requests, in_responses }).collect()
}

/// For each type, whether it can be got to from those.
pub(super) fn reached(api: &Api, mut next: Vec<TypeId>) -> Vec<bool> {
    let mut reached = vec![false; api.types.len()];
    while let Some(id) = next.pop() {
        if !std::mem::replace(&mut reached[id.index()], true) {
            next.extend(api[id].shape.references());
        }
    }
    reached
}
