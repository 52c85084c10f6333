//! `json_object!`: what the JSON impls of one struct consist of.

/// Implements `Serialize` and `Deserialize` for a struct that is a JSON object.
///
/// Each member is `mode field: "name on the wire"`, where the mode is one of
///
/// - `required`: `T`;
/// - `optional`: `Option<T>`, left out where it is `None`, and `None` where it is absent or, but for requests
///   that a server reads, `null`;
/// - `nullable`: `Option<T>`, always there, `null` where it is `None`;
/// - `field`: `Field<T>`, where absent and `null` differ.
///
/// Members that aren't listed are skipped. With `additional field` after the list they are kept in
/// that field, an `Additional<V>`; with `closed` they are an error. A member given twice is an error.
#[allow(unused_macros, reason = "an API may have no objects")]
macro_rules! json_object {
    ($object:ident $members:tt) => {
        $crate::runtime::json_object!(@impl $object $members read []);
    };
    ($object:ident $members:tt additional $rest:ident) => {
        $crate::runtime::json_object!(@impl $object $members read_open [$rest]);
    };
    ($object:ident $members:tt closed) => {
        $crate::runtime::json_object!(@impl $object $members read_closed []);
    };
    (@impl $object:ident { $($mode:ident $field:ident: $name:literal),* $(,)? } $read:ident [$($rest:ident)?]) => {
        impl serde::Serialize for $object {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                #[allow(unused_mut, reason = "an object may have no members")]
                let mut object = $crate::runtime::json::ObjectWriter::new(serializer);
                $(object.$mode($name, &self.$field);)*
                $(object.additional(&self.$rest);)?
                object.end()
            }
        }

        impl<'de> serde::Deserialize<'de> for $object {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::runtime::json::read_object(deserializer)
            }
        }

        impl $crate::runtime::json::ReadObject for $object {
            fn read<'de, A: serde::de::MapAccess<'de>>(
                mut object: $crate::runtime::json::ObjectReader<A>,
            ) -> Result<Self, A::Error> {
                $crate::runtime::json_object!(@read object.$read { $($mode $field: $name),* } [$($rest)?])
            }
        }
    };
    // Nothing has to be there: the members go where they stay. Their types are known from the start, which
    // spares a compiler much.
    (@read $object:ident.$read:ident { $(optional $field:ident: $name:literal),+ } [$($rest:ident)?]) => {{
        let mut whole = Self { $($field: None,)* $($rest: $crate::runtime::Additional::new(),)? };
        $object.$read(&[$($name),*], &mut [$(&mut whole.$field),*] $(, &mut whole.$rest)?)?;
        Ok(whole)
    }};
    (@read $object:ident.$read:ident { $($mode:ident $field:ident: $name:literal),* } [$($rest:ident)?]) => {{
        $(let mut $field = $crate::runtime::json::slots::$mode();)*
        $(let mut $rest = $crate::runtime::Additional::new();)?
        $object.$read(&[$($name),*], &mut [$(&mut $field),*] $(, &mut $rest)?)?;
        Ok(Self {
            $($field: $crate::runtime::json_object!(@take $mode $field $name),)*
            $($rest,)?
        })
    }};
    (@take optional $field:ident $name:literal) => {
        $field
    };
    (@take field $field:ident $name:literal) => {
        $field.take()
    };
    // Neither `?` nor a closure: there may be thousands of these.
    (@take $mode:ident $field:ident $name:literal) => {
        match $field.take() {
            Some(value) => value,
            None => return Err($crate::runtime::json::missing($name)),
        }
    };
}
#[allow(unused_imports, reason = "an API may have no objects")]
pub(crate) use json_object;
