//! Reading and writing JSON objects.
//!
//! `json_object!` prints what differs between two types, one call per member; everything else is
//! here, compiled once per crate or once per type of member.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer, ser::SerializeMap};

use crate::runtime::{Additional, Field};

/// How the text of an error about a missing member starts; the name and a backtick follow.
pub(super) const MISSING: &str = "missing member `";

/// Writes the members of an object.
pub struct ObjectWriter<M>(M);

impl<M: SerializeMap> ObjectWriter<M> {
    /// Opens the object.
    pub fn new<S: Serializer<SerializeMap = M>>(serializer: S) -> Result<Self, S::Error> {
        serializer.serialize_map(None).map(Self)
    }

    /// A member that is always there.
    pub fn required<T: Serialize>(&mut self, name: &'static str, value: &T) -> Result<(), M::Error> {
        self.0.serialize_entry(name, value)
    }

    /// A member that is left out where there is no value.
    pub fn optional<T: Serialize>(&mut self, name: &'static str, value: &Option<T>) -> Result<(), M::Error> {
        value.as_ref().map_or(Ok(()), |value| self.0.serialize_entry(name, value))
    }

    /// A member that is always there, and `null` where there is no value.
    pub fn nullable<T: Serialize>(&mut self, name: &'static str, value: &Option<T>) -> Result<(), M::Error> {
        self.0.serialize_entry(name, value)
    }

    /// A member where absent and `null` differ.
    pub fn field<T: Serialize>(&mut self, name: &'static str, value: &Field<T>) -> Result<(), M::Error> {
        match value {
            Field::Absent => Ok(()),
            Field::Null => self.0.serialize_entry(name, &()),
            Field::Value(value) => self.0.serialize_entry(name, value),
        }
    }

    /// The members that the document doesn't name.
    pub fn additional<V: Serialize>(&mut self, members: &Additional<V>) -> Result<(), M::Error> {
        members.iter().try_for_each(|(name, value)| self.0.serialize_entry(name, value))
    }

    /// Closes the object.
    pub fn end(self) -> Result<M::Ok, M::Error> {
        self.0.end()
    }
}

/// A type that is read from an object, member by member.
pub trait ReadObject: Sized {
    /// Reads the members that are there, and says which are missing.
    fn read<'de, A: MapAccess<'de>>(object: ObjectReader<A>) -> Result<Self, A::Error>;
}

/// Reads an object.
pub fn read_object<'de, T: ReadObject, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    // Not `deserialize_struct`, for which serde_json takes arrays too.
    deserializer.deserialize_map(ObjectVisitor(PhantomData))
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: ReadObject> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<T, A::Error> {
        T::read(ObjectReader { access, next: 0 })
    }
}

/// Reads the members of an object.
pub struct ObjectReader<A> {
    access: A,
    /// Where the search for the next name starts: members mostly come in the document's order.
    next: usize,
}

impl<'de, A: MapAccess<'de>> ObjectReader<A> {
    /// The index of the next member; unknown ones are skipped.
    #[inline(never)]
    pub fn next(&mut self, names: &'static [&'static str]) -> Result<Option<usize>, A::Error> {
        loop {
            match self.access.next_key_seed(NameSeed { names, start: self.next, keep: false })? {
                None => return Ok(None),
                Some(Name::Known(index)) => return Ok(Some(self.found(index))),
                Some(Name::Other(_)) => drop(self.access.next_value::<IgnoredAny>()?),
            }
        }
    }

    /// The index of the next member; unknown ones are refused.
    #[inline(never)]
    pub fn next_of_closed(&mut self, names: &'static [&'static str]) -> Result<Option<usize>, A::Error> {
        match self.access.next_key_seed(NameSeed { names, start: self.next, keep: false })? {
            None => Ok(None),
            Some(Name::Known(index)) => Ok(Some(self.found(index))),
            Some(Name::Other(_)) => Err(A::Error::custom("is not a member of this object")),
        }
    }

    /// The index of the next member; unknown ones are kept.
    #[inline(never)]
    pub fn next_or_additional<V: Deserialize<'de>>(
        &mut self,
        names: &'static [&'static str],
        additional: &mut Additional<V>,
    ) -> Result<Option<usize>, A::Error> {
        loop {
            match self.access.next_key_seed(NameSeed { names, start: self.next, keep: true })? {
                None => return Ok(None),
                Some(Name::Known(index)) => return Ok(Some(self.found(index))),
                Some(Name::Other(name)) if additional.contains_key(&name) => return Err(twice()),
                Some(Name::Other(name)) => drop(additional.insert(name, self.access.next_value()?)),
            }
        }
    }

    /// Reads the value of the member that was found last.
    #[inline(never)]
    pub fn value<T: Deserialize<'de>>(&mut self, slot: &mut Option<T>) -> Result<(), A::Error> {
        if slot.is_some() {
            return Err(twice());
        }
        *slot = Some(self.access.next_value()?);
        Ok(())
    }

    fn found(&mut self, index: usize) -> usize {
        self.next = index + 1;
        index
    }
}

#[cold]
fn twice<E: serde::de::Error>() -> E {
    E::custom("is given twice")
}

/// Finds the name of a member in a table, without an allocation.
struct NameSeed {
    names: &'static [&'static str],
    start: usize,
    keep: bool,
}

enum Name {
    Known(usize),
    /// The name is empty where nobody wants it.
    Other(String),
}

impl<'de> DeserializeSeed<'de> for NameSeed {
    type Value = Name;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Name, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'de> Visitor<'de> for NameSeed {
    type Value = Name;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_str<E>(self, name: &str) -> Result<Name, E> {
        if self.names.get(self.start) == Some(&name) {
            return Ok(Name::Known(self.start));
        }
        Ok(match self.names.iter().position(|known| *known == name) {
            Some(index) => Name::Known(index),
            None => Name::Other(if self.keep { name.to_owned() } else { String::new() }),
        })
    }
}

/// What becomes of a member once all have been read: one function per mode of `json_object!`.
pub mod finish {
    use serde::de::Error;

    use super::MISSING;
    use crate::runtime::Field;

    /// A member that must be there.
    pub fn required<T, E: Error>(slot: Option<T>, name: &'static str) -> Result<T, E> {
        slot.ok_or_else(|| missing(name))
    }

    /// A member that may be absent or `null`, which mean the same.
    pub fn optional<T, E>(slot: Option<Option<T>>, _name: &'static str) -> Result<Option<T>, E> {
        Ok(slot.flatten())
    }

    /// A member that must be there and may be `null`.
    pub fn nullable<T, E: Error>(slot: Option<Option<T>>, name: &'static str) -> Result<Option<T>, E> {
        slot.ok_or_else(|| missing(name))
    }

    /// A member where absent and `null` differ.
    pub fn field<T, E>(slot: Option<Option<T>>, _name: &'static str) -> Result<Field<T>, E> {
        Ok(match slot {
            None => Field::Absent,
            Some(None) => Field::Null,
            Some(Some(value)) => Field::Value(value),
        })
    }

    #[cold]
    fn missing<E: Error>(name: &'static str) -> E {
        E::custom(format_args!("{MISSING}{name}`"))
    }
}
