//! Reading and writing JSON objects.
//!
//! `json_object!` prints what differs between two types, one call per member; everything else is
//! here, compiled once per crate or once per type of member.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer, ser::SerializeMap};

use crate::runtime::{Additional, Field};

use super::seen::Seen;
use super::slots::Slot;

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

    // Once for each type of member, not for each member.
    #[inline(never)]
    fn entry<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) {
        // Not `serialize_entry`: the two are inlined here, and that is a call of its own.
        if let Ok(object) = &mut self.0
            && let Err(error) = object.serialize_key(name).and_then(|()| object.serialize_value(value))
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
        T::read(ObjectReader { access, next: 0, seen: Seen::default() })
    }
}

/// Reads the members of an object.
pub struct ObjectReader<A> {
    access: A,
    /// Where the search for the next name starts: members mostly come in the document's order.
    next: usize,
    seen: Seen,
}

impl<'de, A: MapAccess<'de>> ObjectReader<A> {
    /// Reads the members into the slots of their names; unknown ones are skipped.
    pub fn read(&mut self, names: Names, slots: &mut [&mut dyn Slot<'de, A>]) -> Result<(), A::Error> {
        while let Some(index) = self.name(names, None)? {
            match slots.get_mut(index) {
                Some(slot) => self.fill(*slot, index)?,
                None => drop(self.access.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }

    /// Reads the members into the slots of their names; unknown ones are refused.
    pub fn read_closed(&mut self, names: Names, slots: &mut [&mut dyn Slot<'de, A>]) -> Result<(), A::Error> {
        while let Some(index) = self.name(names, None)? {
            match slots.get_mut(index) {
                Some(slot) => self.fill(*slot, index)?,
                None => return Err(A::Error::custom("is not a member of this object")),
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
        let mut other = String::new();
        while let Some(index) = self.name(names, Some(&mut other))? {
            match slots.get_mut(index) {
                Some(slot) => self.fill(*slot, index)?,
                None if additional.contains_key(&other) => return Err(twice()),
                None => drop(additional.insert(std::mem::take(&mut other), self.access.next_value()?)),
            }
        }
        Ok(())
    }

    /// The place in the table of the next member's name, which is behind the table where it isn't in it.
    fn name(&mut self, names: Names, other: Option<&mut String>) -> Result<Option<usize>, A::Error> {
        self.access.next_key_seed(NameSeed { names, start: self.next, other })
    }

    fn fill(&mut self, slot: &mut dyn Slot<'de, A>, index: usize) -> Result<(), A::Error> {
        self.next = index + 1;
        if self.seen.is_again(index) { Err(twice()) } else { slot.fill(&mut self.access) }
    }
}

/// The names of an object's members, as many as there are slots.
type Names = &'static [&'static str];

/// Finds the name of a member in a table, without an allocation.
struct NameSeed<'n> {
    names: Names,
    start: usize,
    /// Where a name goes that isn't in the table, where anybody wants it.
    other: Option<&'n mut String>,
}

impl NameSeed<'_> {
    /// Looks behind the place where the name was expected, as members may be absent, and then before it.
    #[inline(never)]
    fn find(self, name: &str) -> usize {
        let (before, behind) = self.names.split_at_checked(self.start).unwrap_or_default();
        if let Some(index) = behind.iter().position(|known| is(known, name)) {
            return self.start + index;
        }
        before.iter().position(|known| is(known, name)).unwrap_or_else(|| {
            if let Some(other) = self.other {
                other.push_str(name);
            }
            self.names.len()
        })
    }
}

impl<'de> DeserializeSeed<'de> for NameSeed<'_> {
    type Value = usize;

    // There is one for each member of each object.
    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'de> Visitor<'de> for NameSeed<'_> {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    #[inline]
    fn visit_str<E>(self, name: &str) -> Result<usize, E> {
        if self.names.get(self.start).is_some_and(|known| is(known, name)) {
            return Ok(self.start);
        }
        Ok(self.find(name))
    }
}

/// Whether two names are equal. Most are so short that calling `memcmp` would take longer than this.
#[inline]
fn is(known: &str, name: &str) -> bool {
    let (known, name) = (known.as_bytes(), name.as_bytes());
    known.len() == name.len()
        && match known.len() {
            0..4 => known.iter().zip(name).all(|(one, other)| one == other),
            4..=8 => have_same_ends::<4>(known, name),
            9..=16 => have_same_ends::<8>(known, name),
            _ => known == name,
        }
}

fn have_same_ends<const N: usize>(one: &[u8], other: &[u8]) -> bool {
    one.first_chunk::<N>() == other.first_chunk::<N>() && one.last_chunk::<N>() == other.last_chunk::<N>()
}

#[cold]
fn twice<E: serde::de::Error>() -> E {
    E::custom("is given twice")
}

/// A member that must be there is not.
#[cold]
pub fn missing<E: serde::de::Error>(name: &'static str) -> E {
    E::custom(format_args!("{MISSING}{name}`"))
}
