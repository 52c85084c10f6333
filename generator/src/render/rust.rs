//! A file of Rust as text, item by item.
//!
//! Items are printed one at a time, with a blank line between, so that no text has to be patched
//! after it is formatted.

use proc_macro2::TokenStream;

use super::{Item, RenderError, SourceFile, docs, spacing};

/// Prints a file: its docs, then its items. Each is freed as soon as it is text. Where one can't be
/// printed, the file is asked for `again`, to say what it was.
///
/// # Errors
///
/// An item is not Rust: a defect of the emitter, which must not reach the disk.
pub fn print(file: SourceFile, again: impl Fn() -> SourceFile) -> Result<String, RenderError> {
    let SourceFile { path, docs, items } = file;
    let mut text = module_docs(&docs);
    for (index, item) in items.into_iter().enumerate() {
        if !text.is_empty() {
            text.push('\n');
        }
        match item {
            Item::Tokens(tokens) => match tokens_as_text(tokens) {
                Ok(item) => text.push_str(&item),
                Err(error) => return Err(defect(path, &error, again().items.get(index))),
            },
            Item::Table(table) => text.push_str(&table.to_string()),
        }
    }
    Ok(text)
}

/// `//!` lines.
fn module_docs(lines: &[String]) -> String {
    lines.iter().map(|line| format!("//! {line}").trim_end().to_owned() + "\n").collect()
}

fn tokens_as_text(tokens: TokenStream) -> syn::Result<String> {
    let mut file: syn::File = syn::parse2(tokens)?;
    spacing::between_members(&mut file);
    Ok(docs::a_line_each(prettyplease::unparse(&file)))
}

fn defect(path: String, error: &syn::Error, item: Option<&Item>) -> RenderError {
    let message = match item {
        Some(Item::Tokens(tokens)) => format!("{error} in `{tokens}`"),
        _ => error.to_string(),
    };
    RenderError { path, message }
}
