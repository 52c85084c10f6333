//! Paths of source files, as text: relative to the source root and normalised, so that one file
//! has one path, and a reference cannot lead out of the root.

use percent_encoding::percent_decode_str;

/// Why a path is refused before any loader sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PathError {
    /// More `..` than there are folders.
    #[error("it leads out of the source root")]
    OutsideRoot,
    /// `/etc/passwd`, `C:\…`.
    #[error("it is an absolute path")]
    Absolute,
    /// `\` separates nothing in a URI reference, but does on some systems.
    #[error("it has a backslash; folders are separated by `/`")]
    Backslash,
    /// A NUL or another control character, or bytes that are no UTF-8 after percent-decoding.
    #[error("it has a character that no file name may have")]
    Character,
    /// `con.yaml` and `NUL`: on Windows, in whichever folder, they are no files.
    #[error("it is the name of a device on Windows")]
    Device,
    /// Nothing is left, as of `.` or `a/..`.
    #[error("it names a folder, not a file")]
    Folder,
}

/// The normal form of a path relative to the source root.
pub fn normalise(path: &str) -> Result<String, PathError> {
    join("", path)
}

/// The path that the URI `reference` (RFC 3986 section 4.1, without fragment) means in the file
/// `base`: relative to the folder of `base`, percent-decoded.
pub fn relative_to(base: &str, reference: &str) -> Result<String, PathError> {
    let decoded = percent_decode_str(reference).decode_utf8().map_err(|_| PathError::Character)?;
    if decoded.split('/').any(is_device) {
        return Err(PathError::Device);
    }
    let folder = base.rsplit_once('/').map_or("", |(folder, _)| folder);
    join(folder, &decoded)
}

/// Whether Windows takes a name for a device, whatever its extension and its case. A document that a
/// person names may be called so elsewhere; one that a document names may not, so that it means the same
/// on every system.
pub(crate) fn is_device(name: &str) -> bool {
    let stem = name.split(['.', ':']).next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let numbered = stem.strip_prefix("COM").or_else(|| stem.strip_prefix("LPT"));
    matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$")
        || numbered.is_some_and(|number| {
            matches!(number.chars().collect::<Vec<_>>()[..], ['0'..='9' | '\u{b9}' | '\u{b2}' | '\u{b3}'])
        })
}

fn join(folder: &str, path: &str) -> Result<String, PathError> {
    refuse_unportable(path)?;
    let mut segments: Vec<&str> = folder.split('/').filter(|segment| !segment.is_empty()).collect();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                segments.pop().ok_or(PathError::OutsideRoot)?;
            }
            name => segments.push(name),
        }
    }
    let names_folder = path.is_empty() || path.ends_with('/') || matches!(last_segment(path), "." | "..");
    if names_folder || segments.is_empty() {
        return Err(PathError::Folder);
    }
    Ok(segments.join("/"))
}

fn refuse_unportable(path: &str) -> Result<(), PathError> {
    let mut start = path.chars();
    let drive = start.next().is_some_and(|c| c.is_ascii_alphabetic()) && start.next() == Some(':');
    if drive || path.starts_with('/') {
        Err(PathError::Absolute)
    } else if path.contains('\\') {
        Err(PathError::Backslash)
    } else if path.contains(char::is_control) {
        Err(PathError::Character)
    } else {
        Ok(())
    }
}

fn last_segment(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_relative_to_the_file_that_holds_it() {
        assert_eq!(
            relative_to("v1/login.yaml", "definitions/error.yaml").unwrap(),
            "v1/definitions/error.yaml"
        );
        assert_eq!(
            relative_to("v1/definitions/event.yaml", "./error.yaml").unwrap(),
            "v1/definitions/error.yaml"
        );
        assert_eq!(relative_to("v1/login.yaml", "../common//error.yaml").unwrap(), "common/error.yaml");
        assert_eq!(relative_to("login.yaml", "my%20error.yaml").unwrap(), "my error.yaml");
    }

    #[test]
    fn what_only_looks_like_a_device_is_a_file() {
        for reference in ["console.yaml", "com.yaml", "com10.yaml", "null.yaml", "error.con"] {
            assert_eq!(relative_to("login.yaml", reference).as_deref(), Ok(reference));
        }
    }

    #[test]
    fn no_path_leaves_the_root() {
        for (reference, error) in [
            ("../../error.yaml", PathError::OutsideRoot),
            ("%2e%2e/%2e%2e/error.yaml", PathError::OutsideRoot),
            ("definitions/../../../error.yaml", PathError::OutsideRoot),
            ("/etc/passwd", PathError::Absolute),
            ("%2Fetc/passwd", PathError::Absolute),
            ("C:/error.yaml", PathError::Absolute),
            ("..\\error.yaml", PathError::Backslash),
            ("..%5cerror.yaml", PathError::Backslash),
            ("error.yaml%00.txt", PathError::Character),
            ("%ff.yaml", PathError::Character),
            ("NUL", PathError::Device),
            ("nul.yaml", PathError::Device),
            ("definitions/Com1.tar.gz", PathError::Device),
            ("con%20.yaml", PathError::Device),
            ("aux/error.yaml", PathError::Device),
            ("lpt%C2%B2.yaml", PathError::Device),
            ("CONIN$", PathError::Device),
            ("prn:error.yaml", PathError::Device),
            ("..", PathError::Folder),
            ("definitions/", PathError::Folder),
        ] {
            assert_eq!(relative_to("v1/login.yaml", reference), Err(error), "{reference}");
        }
    }
}
