//! `tagged_union!` and `untagged_union!`: what the JSON impls of one enum of types consist of.

/// Implements `Serialize` and `Deserialize` for an enum whose variants are told apart by a member, and
/// which keeps others in `Unknown(JsonValue)`. Each variant's type has that member itself. Variants after
/// `else` are for values that the member doesn't tell; the first that fits is taken.
#[allow(unused_macros, reason = "an API may have no unions")]
macro_rules! tagged_union {
    (
        $union:ident { $($variant:ident = $text:literal),* $(,)? } by $tag:literal
        $(else { $($other:ident),* $(,)? })?
    ) => {
        $crate::runtime::json::union_impls!($union { $($variant,)* $($($other),*)? } value => {
            match $crate::runtime::json::tag(&value, $tag)? {
                $($text => $crate::runtime::json::from_value(&value).map(Self::$variant),)*
                _ => {
                    $($(if let Ok(fitting) = $crate::runtime::json::from_value(&value) {
                        return Ok(Self::$other(fitting));
                    })*)?
                    Ok(Self::Unknown(value))
                }
            }
        });
    };
}
#[allow(unused_imports, reason = "an API may have no unions")]
pub(crate) use tagged_union;

/// Implements `Serialize` and `Deserialize` for an enum of types of which the first that fits is taken,
/// and which keeps what fits none in `Unknown(JsonValue)`.
#[allow(unused_macros, reason = "an API may have no unions")]
macro_rules! untagged_union {
    ($union:ident { $($variant:ident),* $(,)? }) => {
        $crate::runtime::json::union_impls!($union { $($variant),* } value => {
            $(if let Ok(fitting) = $crate::runtime::json::from_value(&value) {
                return Ok(Self::$variant(fitting));
            })*
            Ok(Self::Unknown(value))
        });
    };
}
#[allow(unused_imports, reason = "an API may have no unions")]
pub(crate) use untagged_union;

#[allow(unused_macros, reason = "an API may have no unions")]
macro_rules! union_impls {
    ($union:ident { $($variant:ident),* $(,)? } $value:ident => $make:block) => {
        impl serde::Serialize for $union {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(value) => value.serialize(serializer),)*
                    Self::Unknown(value) => value.serialize(serializer),
                }
            }
        }

        impl<'de> serde::Deserialize<'de> for $union {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::runtime::json::read_value(deserializer, |$value| $make)
            }
        }
    };
}
#[allow(unused_imports, reason = "an API may have no unions")]
pub(crate) use union_impls;
