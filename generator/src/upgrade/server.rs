//! `host`, `basePath` and `schemes` become servers.

use indexmap::IndexMap;
use openapiv3::Server;

use crate::diagnostic::{self as codes, Diagnostic, Place, Sink, nearest};
use crate::source::Pointer;
use crate::swagger::Document;

/// Where the API is.
pub(super) struct Address {
    /// One server per scheme; without a host, the base path alone, relative to where the document
    /// was got from.
    pub(super) servers: Vec<Server>,
    /// What comes before every path: empty, or `/…` without a trailing slash.
    pub(super) base_path: String,
}

/// Where the API of `document` is, with `variables` in place of `%NAME%`.
pub(super) fn address(document: &Document<'_>, variables: &IndexMap<String, String>, sink: &Sink) -> Address {
    let reporter = Reporter { root: &document.pointer, sink };
    let base_path = base_path(document, variables, &reporter);
    let urls = match host(document, variables, &reporter) {
        Some(host) => {
            reporter.other_schemes(&document.schemes);
            let schemes = schemes(&document.schemes);
            schemes.iter().map(|scheme| format!("{scheme}://{host}{base_path}")).collect()
        }
        None if base_path.is_empty() => vec!["/".to_owned()],
        None => vec![base_path.clone()],
    };
    Address { servers: urls.into_iter().map(server).collect(), base_path }
}

/// The servers of an operation: none, unless it has schemes of its own.
pub(super) fn of_operation(own: Option<&[String]>, servers: &[Server]) -> Vec<Server> {
    let Some(own) = own else { return Vec::new() };
    let Some((_, rest)) = servers.first().and_then(|server| server.url.split_once("://")) else {
        return Vec::new();
    };
    schemes(own).iter().map(|scheme| server(format!("{scheme}://{rest}"))).collect()
}

fn server(url: String) -> Server {
    Server { url, ..Server::default() }
}

/// The schemes of HTTP among those listed. The specification leaves the default to how the
/// document was got; it is the safe one here.
fn schemes(listed: &[String]) -> Vec<&str> {
    let http: Vec<&str> =
        listed.iter().map(String::as_str).filter(|scheme| matches!(*scheme, "http" | "https")).collect();
    if http.is_empty() { vec!["https"] } else { http }
}

fn host(
    document: &Document<'_>,
    variables: &IndexMap<String, String>,
    reporter: &Reporter<'_>,
) -> Option<String> {
    let written = document.host.as_deref()?;
    let host = substitute(written, variables, "host", reporter);
    let bare = host.split_once("://").map_or(host.as_str(), |(_, rest)| rest).trim_matches('/').trim();
    if bare != written && !written.contains('%') {
        reporter.read_as("host", written, bare);
    }
    (!bare.is_empty()).then(|| bare.to_owned())
}

fn base_path(
    document: &Document<'_>,
    variables: &IndexMap<String, String>,
    reporter: &Reporter<'_>,
) -> String {
    let Some(written) = document.base_path.as_deref() else { return String::new() };
    let path = substitute(written, variables, "basePath", reporter);
    let bare = path.trim().trim_matches('/');
    if bare.is_empty() {
        return String::new();
    }
    let normal = format!("/{bare}");
    if normal != path {
        reporter.read_as("basePath", &path, &normal);
    }
    normal
}

/// Replaces each `%NAME%` by its value. `%2F` and the like are no names.
fn substitute(
    text: &str,
    variables: &IndexMap<String, String>,
    key: &str,
    reporter: &Reporter<'_>,
) -> String {
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        result.push_str(before);
        match after.split_once('%').filter(|(name, _)| is_name(name)) {
            Some((name, after)) => {
                match variables.get(name) {
                    Some(value) => result.push_str(value),
                    None => {
                        reporter.unknown_variable(key, name);
                        result.push_str(&format!("%{name}%"));
                    }
                }
                rest = after;
            }
            None => {
                result.push('%');
                rest = after;
            }
        }
    }
    result + rest
}

fn is_name(text: &str) -> bool {
    let starts = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    starts && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

struct Reporter<'a> {
    root: &'a Pointer,
    sink: &'a Sink,
}

impl Reporter<'_> {
    fn read_as(&self, key: &str, written: &str, read: &str) {
        let message = format!("`{key}` is `{written}`; read as `{read}`");
        self.sink.report(Diagnostic::new(&codes::SERVER_ADDRESS, self.place(key), message));
    }

    fn other_schemes(&self, listed: &[String]) {
        let is_other = |scheme: &&str| !matches!(*scheme, "http" | "https");
        let other = listed.iter().map(String::as_str).enumerate().find(|(_, scheme)| is_other(scheme));
        if let Some((index, other)) = other {
            let message = format!("`{other}` among the `schemes` is not one of HTTP; ignored");
            let place = Place::Value(self.root.child("schemes").index(index));
            let found = Diagnostic::new(&codes::SERVER_ADDRESS, place, message);
            self.sink.report(match nearest(other, ["http", "https"]) {
                Some(near) => found.help(format!("did you mean `{near}`?")),
                None => found,
            });
        }
    }

    fn unknown_variable(&self, key: &str, name: &str) {
        let message = format!("`{key}` has the placeholder `%{name}%`, and there is no value for it");
        self.sink.report(
            Diagnostic::new(&codes::UNKNOWN_VARIABLE, self.place(key), message)
                .help(format!("set `{name}` under `variables` in the configuration")),
        );
    }

    fn place(&self, key: &str) -> Place {
        Place::Value(self.root.child(key))
    }
}
