//! Input that was made to break the reader: it must be refused, soon, and without a crash.

use std::time::{Duration, Instant};

use super::files;
use crate::diagnostic::{Sink, Style, render, render_json};
use crate::source::{Limits, Sources};

/// Reads, reports and renders within seconds, on a thread with the stack of a test.
fn refused(path: &str, text: &str, words: &str) {
    let start = Instant::now();
    let loader = files([(path, text)]);
    let sources = Sources::new(&loader, Limits::default());
    let sink = Sink::new();
    assert_eq!(sources.load(path, None, &sink), None, "{words}");
    let findings = sink.into_findings();
    let said = render(&findings, &sources, Style::default());
    assert!(said.contains(words), "{}", said.get(..2000).unwrap_or(&said));
    assert!(said.len() < 4000, "{} bytes", said.len());
    assert_eq!(render_json(&findings, &sources).lines().count(), findings.len());
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
}

#[test]
fn deep_nesting() {
    refused("a.json", &"[".repeat(100_000), "deeper than 128");
    refused("a.json", &"{\"a\":".repeat(100_000), "deeper than 128");
    refused("a.yaml", &"[".repeat(100_000), "deeper than 128");
    refused("a.yaml", &"{a: ".repeat(100_000), "deeper than 128");
    refused("a.yaml", &"- ".repeat(100_000), "deeper than 128");
    refused(
        "a.yaml",
        &(0..2_000).map(|level| format!("{}a:\n", " ".repeat(level))).collect::<String>(),
        "deeper",
    );
}

#[test]
fn aliases_of_aliases() {
    let laughs = (1..20).fold("a0: &a0 [lol, lol]\n".to_owned(), |text, level| {
        let alias = format!("*a{}", level - 1);
        text + &format!("a{level}: &a{level} [{}]\n", [alias.as_str(); 9].join(", "))
    });
    refused("a.yaml", &laughs, "aliases");
    let wide = format!("a: &a [{}]\nb: [{}]\n", "1, ".repeat(5_000), "*a, ".repeat(5_000));
    refused("a.yaml", &wide, "aliases");
    refused("a.yaml", "a: &a [*a]\n", "deeper than 128");
    refused("a.yaml", "a: &a {<<: *a}\n", "deeper than 128");
}

#[test]
fn sizes() {
    let limits = Limits { file_bytes: 10, ..Limits::default() };
    let loader = files([("a.yaml", "a: 1234567890")]);
    let sources = Sources::new(&loader, limits);
    let sink = Sink::new();
    assert_eq!(sources.load("a.yaml", None, &sink), None);
    assert!(super::rendered(sink, &sources).contains("larger than 10 bytes"));
}

/// What can be read, but has a fault on a line of megabytes, or a thousand faults.
#[test]
fn frames_stay_small() {
    let long = format!("{{\"text\": \"{}\", \"a\": 1, \"a\": 2}}", "ü".repeat(1_000_000));
    let many = format!("{{{}}}", "\"a\": 1, ".repeat(10_000) + "\"b\": 1");
    for text in [long, many] {
        let start = Instant::now();
        let loader = files([("a.json", &text)]);
        let sources = Sources::new(&loader, Limits::default());
        let sink = Sink::new();
        assert!(sources.load("a.json", None, &sink).is_some());
        let findings = sink.into_findings();
        let said = render(&findings, &sources, Style::default());
        assert!(said.contains("there twice"));
        assert!(said.len() < 2_000 * findings.len(), "{} bytes", said.len());
        assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
    }
}
