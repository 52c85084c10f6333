//! Corrections that have lost what they correct.

use crate::config::Config;
use crate::diagnostic::{CORRECTED_NOTHING, Diagnostic, Sink};
use crate::source::Sources;

/// Reports every file that the configuration corrects and no document refers to: a correction that
/// is not applied is an error, like an overlay whose target matches nothing.
pub(crate) fn check(config: &Config, sources: &Sources<'_>, sink: &Sink) {
    let read = |path: &str| sources.files().any(|file| sources.name(file) == path);
    for path in config.corrections.keys().filter(|path| !read(path)) {
        let message = format!("`[corrections]` has `{path}`, to which no document refers");
        let place = config.place(sources, |written| written.correction(path));
        sink.report(Diagnostic::new(&CORRECTED_NOTHING, place, message));
    }
}
