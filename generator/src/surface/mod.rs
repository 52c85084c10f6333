//! What a user of an operation sees: the fields of its request, the arms of its answer.
//!
//! The `api` model says what is on the wire; Rust wants a little more decided before anything can
//! be named. An inline body becomes fields of the request itself, one success is a struct and
//! several are an enum, a body that no schema describes is kept as it came. These choices are
//! made here, once, so that names and emission agree on them.

mod kinds;
mod request;
mod response;

pub use kinds::{BodyKind, KindPayload};
pub use request::{BodyForm, RequestField, RequestSurface};
pub(crate) use request::{declares_content_type, plain};
pub use response::{Arm, Payload, ResponseSurface, readable};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::api::{Api, OperationId, Shape, TypeId};

/// The surfaces of all operations, by [`OperationId`].
#[derive(Debug, Clone, Default)]
pub struct Surfaces {
    operations: Vec<OperationSurface>,
}

/// What a user of one operation sees.
#[derive(Debug, Clone)]
pub struct OperationSurface {
    /// What the caller hands in.
    pub request: RequestSurface,
    /// What comes back where all went well: the documented statuses below 400.
    pub response: ResponseSurface,
    /// The documented failures, ranges and `default`, in document order.
    pub failures: Vec<Arm>,
}

impl Surfaces {
    /// Decides the surface of every operation.
    pub fn of(api: &Api) -> Self {
        let decide = |operation| {
            let (response, failures) = response::decide(api, operation);
            OperationSurface { request: request::decide(api, operation), response, failures }
        };
        Self { operations: api.operations.par_iter().map(decide).collect() }
    }
}

impl std::ops::Index<OperationId> for Surfaces {
    type Output = OperationSurface;

    fn index(&self, id: OperationId) -> &OperationSurface {
        &self.operations[id.index()]
    }
}

impl OperationSurface {
    /// The type whose members are printed as fields of the request: an inline JSON object, or any
    /// form.
    pub fn flattened_request(&self) -> Option<TypeId> {
        match self.request.body {
            BodyForm::Flattened(ty) | BodyForm::Form(ty) | BodyForm::Multipart(ty) => Some(ty),
            _ => None,
        }
    }

    /// The type whose members are printed as fields of the response, if its body is inline.
    pub fn flattened_response(&self) -> Option<TypeId> {
        match &self.response {
            ResponseSurface::One(Arm { payload: Payload::Flattened(ty), .. }) => Some(*ty),
            _ => None,
        }
    }
}

/// Whether a type is an inline object with named members, which can stand as fields of what
/// carries it.
fn flattens(api: &Api, ty: TypeId) -> bool {
    let ty = &api[ty];
    ty.parent.is_some() && !ty.nullable && matches!(ty.shape, Shape::Object(_))
}
