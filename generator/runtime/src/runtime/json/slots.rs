//! Where the members of an object go while it is read: a type of slot for each mode of `json_object!`.
//!
//! An object's slots are handed over as a table of trait objects, so that the loop over its members is
//! compiled once and a type prints no more than the table. Reading costs a call through a pointer for each
//! member, and compiling a third of what it does with a branch for each.

use serde::Deserialize;
use serde::de::{Error, MapAccess};

use crate::runtime::Field;

use super::error::{JsonError, REFUSED};
use super::nulls;

/// Where a member goes.
pub trait Slot<'de, A: MapAccess<'de>> {
    /// Reads the member's value.
    fn fill(&mut self, access: &mut A) -> Result<(), A::Error>;
}

/// A member that must be there.
pub fn required<T>() -> Required<T> {
    Required(None)
}

/// A member that may be absent. Where nobody says otherwise, `null` means the same.
pub fn optional<T>() -> Option<T> {
    None
}

/// A member that must be there and may be `null`.
pub fn nullable<T>() -> Nullable<T> {
    Nullable(None)
}

/// A member where absent and `null` differ.
pub fn field<T>() -> Absentable<T> {
    Absentable(None)
}

/// The slot of a member that must be there.
pub struct Required<T>(Option<T>);

/// The slot of a member that must be there and may be `null`.
pub struct Nullable<T>(Option<Option<T>>);

/// The slot of a member where absent and `null` differ.
pub struct Absentable<T>(Option<Option<T>>);

impl<T> Required<T> {
    /// What has been read: nothing where it is missing.
    pub fn take(self) -> Option<T> {
        self.0
    }
}

impl<T> Nullable<T> {
    /// What has been read: nothing where it is missing.
    pub fn take(self) -> Option<Option<T>> {
        self.0
    }
}

impl<T> Absentable<T> {
    /// What has been read.
    pub fn take(self) -> Field<T> {
        match self.0 {
            None => Field::Absent,
            Some(None) => Field::Null,
            Some(Some(value)) => Field::Value(value),
        }
    }
}

/// Implements [`Slot`] for what holds the value of a member once it is there.
macro_rules! slot {
    ($($slot:ident),*) => {$(
        impl<'de, T: Deserialize<'de>, A: MapAccess<'de>> Slot<'de, A> for $slot<T> {
            fn fill(&mut self, access: &mut A) -> Result<(), A::Error> {
                self.0 = Some(access.next_value()?);
                Ok(())
            }
        }
    )*};
}

slot!(Required, Nullable, Absentable);

/// A member that may be absent goes where it stays.
impl<'de, T: Deserialize<'de>, A: MapAccess<'de>> Slot<'de, A> for Option<T> {
    fn fill(&mut self, access: &mut A) -> Result<(), A::Error> {
        *self = match access.next_value()? {
            None if nulls::are_refused() => Some(null()?),
            value => value,
        };
        Ok(())
    }
}

/// What `null` is as a value of the type: any JSON value may be it.
#[cold]
fn null<'de, T: Deserialize<'de>, E: Error>() -> Result<T, E> {
    // By the deserializer that everything else is read by.
    serde_json::from_str("null").map_err(|error| {
        let error = JsonError::reading(b"null", &error);
        E::custom(format_args!("{REFUSED}{}", error.message()))
    })
}
