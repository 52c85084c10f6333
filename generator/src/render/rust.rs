//! A file of Rust as text, item by item.
//!
//! Items are printed one at a time, with a blank line between, so that no text has to be patched
//! after it is formatted.

use proc_macro2::TokenStream;

use super::{Item, RenderError, SourceFile, spacing};

/// Prints a file: its docs, then its items.
///
/// # Errors
///
/// An item is not Rust: a defect of the emitter, which must not reach the disk.
pub fn print(file: SourceFile) -> Result<String, RenderError> {
    let mut text = module_docs(&file.docs);
    // Each is freed as soon as it is text.
    for item in file.items {
        if !text.is_empty() {
            text.push('\n');
        }
        match item {
            Item::Tokens(tokens) => text.push_str(&tokens_as_text(&file.path, &tokens)?),
            Item::Table(table) => text.push_str(&table.to_string()),
        }
    }
    Ok(text)
}

/// `//!` lines.
fn module_docs(lines: &[String]) -> String {
    lines.iter().map(|line| format!("//! {line}").trim_end().to_owned() + "\n").collect()
}

fn tokens_as_text(path: &str, tokens: &TokenStream) -> Result<String, RenderError> {
    let mut file: syn::File = syn::parse2(tokens.clone())
        .map_err(|error| RenderError { path: path.to_owned(), message: format!("{error} in `{tokens}`") })?;
    spacing::between_members(&mut file);
    Ok(prettyplease::unparse(&file))
}
