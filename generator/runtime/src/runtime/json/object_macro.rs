//! `json_object!`: what the JSON impls of one struct consist of.

/// Implements `Serialize` and `Deserialize` for a struct that is a JSON object.
///
/// Each member is `mode field: "name on the wire"`, where the mode is one of
///
/// - `required`: `T`;
/// - `optional`: `Option<T>`, left out where it is `None`, and `None` where it is absent or `null`;
/// - `nullable`: `Option<T>`, always there, `null` where it is `None`;
/// - `field`: `Field<T>`, where absent and `null` differ.
///
/// Members that aren't listed are skipped. With `additional field` after the list they are kept in
/// that field, an `Additional<V>`; with `closed` they are an error. A member given twice is an error.
#[allow(unused_macros, reason = "an API may have no objects")]
macro_rules! json_object {
    ($object:ident $members:tt) => {
        $crate::runtime::json_object!(@impl $object $members next []);
    };
    ($object:ident $members:tt additional $rest:ident) => {
        $crate::runtime::json_object!(@impl $object $members next_or_additional [$rest]);
    };
    ($object:ident $members:tt closed) => {
        $crate::runtime::json_object!(@impl $object $members next_of_closed []);
    };
    (@impl $object:ident { $($mode:ident $field:ident: $name:literal),* $(,)? } $next:ident [$($rest:ident)?]) => {
        impl serde::Serialize for $object {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                #[allow(unused_mut, reason = "an object may have no members")]
                let mut object = $crate::runtime::json::ObjectWriter::new(serializer)?;
                $(object.$mode($name, &self.$field)?;)*
                $(object.additional(&self.$rest)?;)?
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
                #[allow(non_camel_case_types, dead_code, reason = "the names are those of the fields")]
                enum Member { $($field),* }
                $(let mut $field = None;)*
                $(let mut $rest = $crate::runtime::Additional::new();)?
                while let Some(_member) = object.$next(&[$($name),*] $(, &mut $rest)?)? {
                    $(if _member == Member::$field as usize {
                        object.value(&mut $field)?;
                        continue;
                    })*
                }
                Ok(Self {
                    $($field: $crate::runtime::json::finish::$mode($field, $name)?,)*
                    $($rest,)?
                })
            }
        }
    };
}
#[allow(unused_imports, reason = "an API may have no objects")]
pub(crate) use json_object;
