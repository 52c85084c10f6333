//! Responses, and bodies of responses, that no client gets to see (RFC 9110, sections 6.4.1 and 15).

use super::written::{Written, followed};
use crate::api::Method;
use crate::diagnostic::{Diagnostic, Place, Sink, UNREACHABLE_RESPONSE};
use crate::source::{Node, Sources};

/// Reports them.
pub(super) fn check<'s>(operations: &[Written<'s>], sources: &'s Sources<'_>, sink: &Sink) {
    for operation in operations {
        for (status, response) in operation.responses(sources) {
            let informational = status.len() == 3 && status.starts_with('1');
            if informational {
                let message = format!("`{status}` is never the last answer to a request");
                let place = Place::Key(response.pointer);
                sink.report(Diagnostic::new(&UNREACHABLE_RESPONSE, place, message));
                continue;
            }
            let why = match (operation.method, status) {
                (Method::Head, _) => "an answer to `HEAD`".to_owned(),
                (_, "204" | "205" | "304") => format!("an answer with the status {status}"),
                _ => continue,
            };
            if let Some(body) = followed(response, sources).and_then(|response| body(&response)) {
                let message = format!("{why} has no body");
                let finding = Diagnostic::new(&UNREACHABLE_RESPONSE, Place::Key(body.pointer), message);
                sink.report(finding.help("leave the schema out, or answer with another status"));
            }
        }
    }
}

/// What a response says of its body: `schema`, or `content` in OpenAPI 3.
fn body<'s>(response: &Node<'s>) -> Option<Node<'s>> {
    let content = || response.get("content").filter(|content| content.entries().next().is_some());
    response.get("schema").or_else(content)
}
