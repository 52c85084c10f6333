//! `transparent!`: what the JSON impls of one list or map that holds itself consist of.

/// Implements `Serialize` and `Deserialize` for a tuple struct that is in JSON what its only field is.
#[allow(unused_macros, reason = "an API may have no type that needs it")]
macro_rules! transparent {
    ($name:ident {}) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.serialize(serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                serde::Deserialize::deserialize(deserializer).map(Self)
            }
        }
    };
}
#[allow(unused_imports, reason = "an API may have no type that needs it")]
pub(crate) use transparent;
