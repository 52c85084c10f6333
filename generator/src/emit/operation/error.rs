//! `Error`: the documented failures, and everything that is not documented.

use quote::quote;

use super::{Subject, response};
use crate::api::Status;
use crate::emit::docs::Paragraphs;
use crate::emit::words;
use crate::names::{Case, Ident};
use crate::render::{Item, Row, Table};

/// The enum, and its status and display.
pub(super) fn items(subject: &Subject<'_>) -> Vec<Item> {
    let variants = response::variants(subject, &subject.surface.failures, &subject.names.failures);
    let undocumented = subject.scope.runtime("UndocumentedResponse");
    let docs = format!("What can go wrong with {}.", words::method_and_path(subject.operation));
    let item = quote! {
        #[derive(Debug)]
        #[non_exhaustive]
        pub enum Error {
            #(#variants,)*
            /// A status that the document does not list, or a body that is not what it says.
            Undocumented(#undocumented),
        }
    };
    let docs = Paragraphs::default().add([docs]);
    vec![Item::Code(docs.into(), item.into()), table(subject).into()]
}

fn table(subject: &Subject<'_>) -> Table {
    let arms = subject.surface.failures.iter().zip(&subject.names.failures);
    let (mut rows, mut of_several) = (Vec::new(), Vec::new());
    for (arm, names) in arms {
        match arm.status {
            Status::Code(code) => rows.push(Row::Status(names.variant.clone(), code)),
            Status::Range(_) | Status::Default => of_several.push(names.variant.to_string()),
        }
    }
    let tail = (!of_several.is_empty()).then(|| format!("with_status {{ {} }}", of_several.join(", ")));
    let (name, subject) = (subject.scope.runtime_macro("operation_error"), Ident::new("Error", Case::Camel));
    Table { name, subject, rows, tail }
}
