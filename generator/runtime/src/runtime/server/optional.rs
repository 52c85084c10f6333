//! Taking parameters out of a request that need not be there.
//!
//! Most parameters are optional, and a decoder of many of them is shorter, and faster to compile, if it need
//! not look at each twice. What is wrong is noted as ever, and refused by the call that reads the body; until
//! then it counts as absent.

use crate::runtime::{Argument, Separator};

use super::Asked;

impl Asked<'_> {
    /// An optional query parameter.
    pub fn optional_query<T: Argument>(&mut self, name: &str) -> Option<T> {
        self.query(name).unwrap_or_default()
    }

    /// An optional query parameter that is a list.
    pub fn optional_query_list<T: Argument>(&mut self, name: &str, by: Separator) -> Option<T> {
        self.query_list(name, by).unwrap_or_default()
    }

    /// An optional field of the form that [`read_form`](Self::read_form) has read.
    pub fn optional_field<T: Argument>(&mut self, name: &str) -> Option<T> {
        self.field(name).unwrap_or_default()
    }

    /// An optional field of the form that is a list.
    pub fn optional_field_list<T: Argument>(&mut self, name: &str, by: Separator) -> Option<T> {
        self.field_list(name, by).unwrap_or_default()
    }

    /// An optional header.
    pub fn optional_header<T: Argument>(&mut self, name: &str) -> Option<T> {
        self.header(name).unwrap_or_default()
    }

    /// An optional header that is a list.
    pub fn optional_header_list<T: Argument>(&mut self, name: &str, by: Separator) -> Option<T> {
        self.header_list(name, by).unwrap_or_default()
    }

    /// An optional cookie.
    pub fn optional_cookie<T: Argument>(&mut self, name: &str) -> Option<T> {
        self.cookie(name).unwrap_or_default()
    }

    /// An optional cookie that is a list.
    pub fn optional_cookie_list<T: Argument>(&mut self, name: &str, by: Separator) -> Option<T> {
        self.cookie_list(name, by).unwrap_or_default()
    }
}
