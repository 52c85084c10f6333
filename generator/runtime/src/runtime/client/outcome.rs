//! What an answer of nothing but a body comes to: a success or a failure, made of the body.
//!
//! An operation has an arm for each status, and an API thousands of them. So what an arm would do in a chain of
//! calls is one here, with the variant as a plain function: neither `?` nor a closure that a compiler has to
//! look through.

use serde::de::DeserializeOwned;

use crate::runtime::{RawBody, Scalar, UndocumentedResponse};

use super::{Answer, DecodeError};

impl Answer {
    /// A success with a body of JSON.
    pub fn ok_json<T: DeserializeOwned, R, E>(self, ok: fn(T) -> R) -> Result<Result<R, E>, DecodeError> {
        self.json().map(|body| Ok(ok(body)))
    }

    /// A success with a body of one scalar.
    pub fn ok_text<T: Scalar, R, E>(self, ok: fn(T) -> R) -> Result<Result<R, E>, DecodeError> {
        self.text().map(|body| Ok(ok(body)))
    }

    /// A success with a body as it came.
    pub fn ok_raw<R, E>(self, ok: fn(RawBody) -> R) -> Result<Result<R, E>, DecodeError> {
        Ok(Ok(ok(self.raw())))
    }

    /// A failure with a body of JSON, or the response as it came; see [`json_or`](Self::json_or).
    pub fn err_json<T: DeserializeOwned, R, E>(
        self,
        err: fn(T) -> E,
        otherwise: fn(UndocumentedResponse) -> E,
    ) -> Result<Result<R, E>, DecodeError> {
        Ok(Err(self.json_or(err, otherwise)))
    }

    /// A failure with a body of one scalar, or the response as it came.
    pub fn err_text<T: Scalar, R, E>(
        self,
        err: fn(T) -> E,
        otherwise: fn(UndocumentedResponse) -> E,
    ) -> Result<Result<R, E>, DecodeError> {
        Ok(Err(self.text_or(err, otherwise)))
    }

    /// A failure with a body as it came.
    pub fn err_raw<R, E>(self, err: fn(RawBody) -> E) -> Result<Result<R, E>, DecodeError> {
        Ok(Err(err(self.raw())))
    }

    /// A failure that the document doesn't list.
    pub fn err_undocumented<R, E>(
        self,
        err: fn(UndocumentedResponse) -> E,
    ) -> Result<Result<R, E>, DecodeError> {
        Ok(Err(err(self.undocumented())))
    }
}
