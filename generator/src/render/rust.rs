//! A file of Rust as text, item by item.
//!
//! Items are printed one at a time, with a blank line between, so that no text has to be patched
//! after it is formatted.

use proc_macro2::TokenStream;

use super::code::Place;
use super::{Item, RenderError, SourceFile, spacing};

/// Prints a file: its docs, then its items. Each is freed as soon as it is text. Where one can't be
/// printed, the file is asked for `again`, to say what it was.
///
/// # Errors
///
/// An item is not Rust: a defect of the emitter, which must not reach the disk.
pub fn print(file: SourceFile, again: impl Fn() -> SourceFile) -> Result<String, RenderError> {
    let SourceFile { path, docs, items } = file;
    let mut text = String::new();
    docs.comment("", "//!", &mut text);
    for (index, item) in items.into_iter().enumerate() {
        if !text.is_empty() {
            text.push('\n');
        }
        if let Err(error) = write(item, &mut text) {
            return Err(defect(path, &error, again().items.get(index)));
        }
    }
    Ok(text)
}

fn write(item: Item, to: &mut String) -> syn::Result<()> {
    match item {
        Item::Code(docs, code) => {
            docs.comment("", "///", to);
            to.push_str(&code.text(Place::Item, tokens_as_text)?);
        }
        Item::Block(block) => block.write(to, tokens_as_text)?,
        Item::Table(table) => to.push_str(&table.to_string()),
    }
    Ok(())
}

fn tokens_as_text(tokens: TokenStream) -> syn::Result<String> {
    let mut file: syn::File = syn::parse2(tokens)?;
    spacing::between_members(&mut file);
    Ok(prettyplease::unparse(&file))
}

fn defect(path: String, error: &syn::Error, item: Option<&Item>) -> RenderError {
    let message = match item {
        Some(Item::Code(_, code)) => format!("{error} in `{code}`"),
        Some(Item::Block(block)) => format!("{error} in `{}`", block.head),
        _ => error.to_string(),
    };
    RenderError { path, message }
}
