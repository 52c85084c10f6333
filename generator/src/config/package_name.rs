//! What the generated package may be called: what Cargo takes, code can say, and nothing else is called
//! that the package needs.

use crate::dependencies::DEPENDENCIES;
use crate::names::is_keyword;

/// Why a text can't be the name of the package.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoPackageName {
    /// Cargo takes no such names, or they are beyond what folders and crates.io take.
    #[error("use ASCII letters, digits, `-` and `_`, starting with a letter")]
    Letters,
    /// `use crate::…` is something else.
    #[error("a keyword of Rust is no name of a crate")]
    Keyword,
    /// Two crates of one name, of which tests and dependencies would mean either.
    #[error("the package depends on a crate of that name")]
    Dependency,
}

/// Whether the package may be called that.
///
/// # Errors
///
/// It may not, and why.
pub fn check_package_name(text: &str) -> Result<(), NoPackageName> {
    let is_plain = text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.len() <= 64
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    let name = text.replace('-', "_");
    match name.as_str() {
        _ if !is_plain => Err(NoPackageName::Letters),
        name if is_keyword(name) => Err(NoPackageName::Keyword),
        name if OF_RUST.contains(&name) || DEPENDENCIES.contains(&name) => Err(NoPackageName::Dependency),
        _ => Ok(()),
    }
}

/// The crates that come with Rust.
const OF_RUST: [&str; 5] = ["alloc", "core", "proc_macro", "std", "test"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_is_called_what_cargo_takes_and_code_can_say() {
        for name in ["api", "matrix-client", "Api2", "union", "client_server"] {
            assert_eq!(check_package_name(name), Ok(()), "{name}");
        }
        for (name, why) in [
            ("my crate", NoPackageName::Letters),
            ("1api", NoPackageName::Letters),
            ("", NoPackageName::Letters),
            ("crate", NoPackageName::Keyword),
            ("self", NoPackageName::Keyword),
            ("gen", NoPackageName::Keyword),
            ("http", NoPackageName::Dependency),
            ("hyper-util", NoPackageName::Dependency),
            ("core", NoPackageName::Dependency),
        ] {
            assert_eq!(check_package_name(name), Err(why), "{name}");
        }
    }
}
