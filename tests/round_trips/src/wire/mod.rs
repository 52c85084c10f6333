//! Requests and responses of an operation as they are on the wire, written by the specifications
//! alone: nothing here calls the code under test.

mod argument;
mod content;
mod multipart;
mod percent;
mod request;
mod response;

pub(crate) use request::requests;
pub(crate) use response::responses;
