//! The difference between a file as it is and as it would be, in the form that `patch` takes.

use similar::TextDiff;

/// The unified diff of one file; `None` for a side where the file is not.
pub fn unified(path: &str, old: Option<&str>, new: Option<&str>) -> String {
    let name = |side: &str, text: Option<&str>| match text {
        Some(_) => format!("{side}/{path}"),
        None => "/dev/null".to_owned(),
    };
    TextDiff::from_lines(old.unwrap_or_default(), new.unwrap_or_default())
        .unified_diff()
        .context_radius(3)
        .header(&name("a", old), &name("b", new))
        .to_string()
}
