//! The names of outcomes, from the reason phrases of their status codes.

use super::{Case, Ident};
use crate::api::Status;

/// `Forbidden` for `403`, `ClientError` for `4XX`, `Default` for `default`.
pub(super) fn variant(status: Status) -> Ident {
    match status {
        Status::Code(code) => {
            let reason = http::StatusCode::from_u16(code).ok().and_then(|status| status.canonical_reason());
            match reason {
                Some(reason) => Ident::new(reason, Case::Camel),
                None => Ident::new(&format!("Status{code}"), Case::Camel),
            }
        }
        Status::Range(1) => Ident::new("Informational", Case::Camel),
        Status::Range(2) => Ident::new("Success", Case::Camel),
        Status::Range(3) => Ident::new("Redirection", Case::Camel),
        Status::Range(4) => Ident::new("ClientError", Case::Camel),
        Status::Range(_) => Ident::new("ServerError", Case::Camel),
        Status::Default => Ident::new("Default", Case::Camel),
    }
}
