//! Reading and writing JSON objects.
//!
//! `json_object!` prints what differs between two types, one call per member; everything else is
//! here, compiled once per crate or once per type of member.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer, ser::SerializeMap};

use crate::runtime::{Additional, Field};

use super::slots::{Slot, twice};

/// How the text of an error about a missing member starts; the name and a backtick follow.
pub(super) const MISSING: &str = "missing member `";

/// Writes the members of an object, and tells in the end whether all could be written.
pub struct ObjectWriter<M: SerializeMap>(Result<M, M::Error>);

impl<M: SerializeMap> ObjectWriter<M> {
    /// Opens the object.
    pub fn new<S: Serializer<SerializeMap = M, Error = M::Error>>(serializer: S) -> Self {
        Self(serializer.serialize_map(None))
    }

    /// A member that is always there.
    pub fn required<T: Serialize>(&mut self, name: &'static str, value: &T) {
        self.entry(name, value);
    }

    /// A member that is left out where there is no value.
    pub fn optional<T: Serialize>(&mut self, name: &'static str, value: &Option<T>) {
        if let Some(value) = value {
            self.entry(name, value);
        }
    }

    /// A member that is always there, and `null` where there is no value.
    pub fn nullable<T: Serialize>(&mut self, name: &'static str, value: &Option<T>) {
        self.entry(name, value);
    }

    /// A member where absent and `null` differ.
    pub fn field<T: Serialize>(&mut self, name: &'static str, value: &Field<T>) {
        match value {
            Field::Absent => {}
            Field::Null => self.entry(name, &()),
            Field::Value(value) => self.entry(name, value),
        }
    }

    /// The members that the document doesn't name.
    pub fn additional<V: Serialize>(&mut self, members: &Additional<V>) {
        members.iter().for_each(|(name, value)| self.entry(name, value));
    }

    /// Closes the object.
    pub fn end(self) -> Result<M::Ok, M::Error> {
        self.0.and_then(M::end)
    }

    fn entry<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) {
        if let Ok(object) = &mut self.0
            && let Err(error) = object.serialize_entry(name, value)
        {
            self.0 = Err(error);
        }
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
    /// Reads the members into the slots of their names; unknown ones are skipped.
    pub fn read(&mut self, names: Names, slots: &mut [&mut dyn Slot<'de, A>]) -> Result<(), A::Error> {
        while let Some(name) = self.name(names, false)? {
            match name {
                Name::Known(index) => self.fill(slots, index)?,
                Name::Other(_) => drop(self.access.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }

    /// Reads the members into the slots of their names; unknown ones are refused.
    pub fn read_closed(&mut self, names: Names, slots: &mut [&mut dyn Slot<'de, A>]) -> Result<(), A::Error> {
        while let Some(name) = self.name(names, false)? {
            match name {
                Name::Known(index) => self.fill(slots, index)?,
                Name::Other(_) => return Err(A::Error::custom("is not a member of this object")),
            }
        }
        Ok(())
    }

    /// Reads the members into the slots of their names; unknown ones are kept.
    pub fn read_open<V: Deserialize<'de>>(
        &mut self,
        names: Names,
        slots: &mut [&mut dyn Slot<'de, A>],
        additional: &mut Additional<V>,
    ) -> Result<(), A::Error> {
        while let Some(name) = self.name(names, true)? {
            match name {
                Name::Known(index) => self.fill(slots, index)?,
                Name::Other(name) if additional.contains_key(&name) => return Err(twice()),
                Name::Other(name) => drop(additional.insert(name, self.access.next_value()?)),
            }
        }
        Ok(())
    }

    fn name(&mut self, names: Names, keep: bool) -> Result<Option<Name>, A::Error> {
        self.access.next_key_seed(NameSeed { names, start: self.next, keep })
    }

    fn fill(&mut self, slots: &mut [&mut dyn Slot<'de, A>], index: usize) -> Result<(), A::Error> {
        self.next = index + 1;
        match slots.get_mut(index) {
            Some(slot) => slot.fill(&mut self.access),
            // A table of names is as long as its slots.
            None => Ok(()),
        }
    }
}

/// The names of an object's members.
type Names = &'static [&'static str];

/// Finds the name of a member in a table, without an allocation.
struct NameSeed {
    names: Names,
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

/// A member that must be there is not.
#[cold]
pub fn missing<E: serde::de::Error>(name: &'static str) -> E {
    E::custom(format_args!("{MISSING}{name}`"))
}
