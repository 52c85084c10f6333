//! What Cargo says under `--message-format json`, one object a line. See
//! <https://doc.rust-lang.org/cargo/reference/external-tools.html#json-messages>.

use std::path::PathBuf;

use serde::Deserialize;

use super::outcome::{COMPILE, Fault};

/// A line, as far as it is of use here.
#[derive(Debug)]
pub(super) enum Message {
    /// rustc has an error or a warning about a package.
    Fault { package: String, fault: Fault },
    /// A package was built: its contract test was, which needs all the rest. It can be run where
    /// it was linked too.
    Built { package: String, executable: Option<PathBuf> },
    /// Cargo is done, with or without success.
    Finished,
    /// Anything else.
    Other,
}

#[derive(Deserialize)]
struct Line {
    reason: String,
    #[serde(default)]
    package_id: String,
    message: Option<Diagnostic>,
    target: Option<Target>,
    executable: Option<PathBuf>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
}

#[derive(Deserialize)]
struct Diagnostic {
    level: String,
    message: String,
    code: Option<Code>,
    spans: Vec<Span>,
    rendered: Option<String>,
}

#[derive(Deserialize)]
struct Code {
    code: String,
}

#[derive(Deserialize)]
struct Span {
    file_name: String,
    line_start: usize,
    is_primary: bool,
}

/// What the test of each generated package is called.
pub(super) const TEST: &str = "contract";
/// Of a frame, so much is kept.
const MOST_LINES: usize = 24;

impl Message {
    /// Reads a line.
    pub(super) fn read(line: &str) -> Self {
        let Ok(line) = serde_json::from_str::<Line>(line) else { return Self::Other };
        let package = package(&line.package_id);
        match (line.reason.as_str(), line.message) {
            ("compiler-message", Some(said)) if said.matters() => {
                Self::Fault { package, fault: said.into_fault() }
            }
            ("compiler-artifact", _) if line.target.is_some_and(|target| target.name == TEST) => {
                Self::Built { package, executable: line.executable }
            }
            ("build-finished", _) => Self::Finished,
            _ => Self::Other,
        }
    }
}

impl Diagnostic {
    /// `aborting due to 3 previous errors` and `3 warnings emitted` have no place.
    fn matters(&self) -> bool {
        self.level.starts_with("error") && !self.message.starts_with("aborting due to")
            || self.level == "warning" && !self.message.ends_with("emitted")
    }

    fn into_fault(self) -> Fault {
        let code = self.code.map_or(self.level, |code| code.code);
        let place = self.spans.iter().find(|span| span.is_primary);
        let place = place.map(|span| format!("{}:{}", span.file_name, span.line_start)).unwrap_or_default();
        let rendered = self.rendered.unwrap_or_default();
        let detail = rendered.lines().take(MOST_LINES).collect::<Vec<_>>().join("\n");
        Fault { place, detail, ..Fault::new(COMPILE, format!("{code}: {}", self.message)) }
    }
}

/// The package of an id such as `path+file:///…/name#0.1.0`, whose folder is called as it is.
fn package(id: &str) -> String {
    let path = id.split_once('#').map_or(id, |(path, _)| path);
    path.rsplit_once('/').map_or(path, |(_, folder)| folder).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_known_by_its_package_its_code_and_its_place() {
        let line = r#"{"reason":"compiler-message","package_id":"path+file:///target/corpus-a#0.1.0",
            "message":{"level":"error","message":"not found","code":{"code":"E0433"},"rendered":"frame",
            "spans":[{"file_name":"a/src/lib.rs","line_start":7,"is_primary":true}]}}"#;
        let Message::Fault { package, fault } = Message::read(line) else { panic!("no fault") };
        assert_eq!((package.as_str(), fault.message.as_str()), ("corpus-a", "E0433: not found"));
        assert_eq!((fault.place.as_str(), fault.detail.as_str()), ("a/src/lib.rs:7", "frame"));
    }

    #[test]
    fn a_count_of_warnings_is_no_warning() {
        let line = r#"{"reason":"compiler-message","package_id":"path+file:///target/corpus-a#0.1.0",
            "message":{"level":"warning","message":"2 warnings emitted","code":null,"rendered":"","spans":[]}}"#;
        assert!(matches!(Message::read(line), Message::Other));
    }
}
