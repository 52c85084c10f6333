//! A request has one body.

use super::written::Written;
use crate::diagnostic::{Diagnostic, Place, SECOND_BODY, Sink};
use crate::source::Node;

/// Reports bodies that do not replace the one of their path item, for want of its name.
pub(super) fn check(operations: &[Written<'_>], sink: &Sink) {
    for operation in operations {
        let own = operation.parameters.iter().find(|parameter| is_body(parameter));
        let inherited = operation.inherited.iter().find(|parameter| is_body(parameter));
        let (Some(own), Some(inherited)) = (own, inherited) else { continue };
        let (Some(name), Some(other)) = (name(own), name(inherited)) else { continue };
        if name == other {
            continue;
        }
        let message = format!("the body `{name}` does not replace `{other}`, the body of the path");
        sink.report(
            Diagnostic::new(&SECOND_BODY, Place::Value(own.pointer.child("name")), message)
                .also(Place::Value(inherited.pointer.child("name")), "the body of all operations of the path")
                .help(format!("call it `{other}`")),
        );
    }
}

fn is_body(parameter: &Node<'_>) -> bool {
    parameter.get("in").is_some_and(|location| location.as_str() == Some("body"))
}

fn name<'s>(parameter: &Node<'s>) -> Option<&'s str> {
    parameter.get("name")?.as_str()
}
