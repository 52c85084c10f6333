//! The media type that a body is sent as. JSON and text have a usual one; a document that says
//! another (`application/merge-patch+json`, `text/csv`) is sent that.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::api::{Content, Encoding};

/// The call that ends with a body, such as `json(&body)`, or `json_as("…", &body)` where the document
/// does not let the usual media type pass.
pub(super) fn end(method: &str, contents: &[Content], value: &TokenStream) -> TokenStream {
    let media_type = if method.ends_with("json") { json(contents) } else { text(contents) };
    match media_type {
        Some(media_type) => {
            let method = format_ident!("{method}_as");
            quote!(#method(#media_type, #value))
        }
        None => {
            let method = format_ident!("{method}");
            quote!(#method(#value))
        }
    }
}

/// The first media type of JSON, unless `application/json` is one of them.
pub(in crate::emit) fn json(contents: &[Content]) -> Option<String> {
    let usual = |essence: &str| matches!(essence, "application/json" | "json") || essence.contains('*');
    let first = unusual(contents, Encoding::Json, usual)?;
    Some(first.to_owned())
}

/// The first media type of text, unless `text/plain` is one of them. What is sent is UTF-8, and says so.
pub(in crate::emit) fn text(contents: &[Content]) -> Option<String> {
    let utf_8 = |media_type: &str| media_type.to_ascii_lowercase().contains("charset=utf-8");
    let exact = |content: &&Content| content.encoding == Encoding::Text && utf_8(&content.media_type);
    if let Some(content) = contents.iter().find(exact) {
        return Some(content.media_type.clone());
    }
    let usual = |essence: &str| essence == "text/plain" || essence.contains('*');
    let first = unusual(contents, Encoding::Text, usual)?;
    Some(format!("{}; charset=utf-8", essence(first)))
}

fn unusual(contents: &[Content], encoding: Encoding, usual: impl Fn(&str) -> bool) -> Option<&str> {
    let of_kind = || contents.iter().filter(|content| content.encoding == encoding);
    let is_usual = |content: &Content| usual(&essence(&content.media_type));
    let first = of_kind().next()?;
    (!of_kind().any(is_usual)).then_some(&first.media_type)
}

fn essence(media_type: &str) -> String {
    media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contents(media_types: &[&str], encoding: Encoding) -> Vec<Content> {
        let content = |media_type: &&str| Content {
            media_type: (*media_type).to_owned(),
            encoding,
            ty: None,
            examples: Vec::new(),
        };
        media_types.iter().map(content).collect()
    }

    #[test]
    fn json_is_called_so_wherever_it_may_be() {
        let json = |media_types: &[&str]| json(&contents(media_types, Encoding::Json));
        assert_eq!(json(&["application/json"]), None);
        assert_eq!(json(&["application/problem+json", "application/JSON; charset=utf-8"]), None);
        assert_eq!(json(&["*/*"]), None);
        let patches = ["application/json-patch+json", "application/merge-patch+json"];
        assert_eq!(json(&patches).as_deref(), Some("application/json-patch+json"));
    }

    #[test]
    fn text_is_utf_8_and_says_so() {
        let text = |media_types: &[&str]| text(&contents(media_types, Encoding::Text));
        assert_eq!(text(&["text/plain"]), None);
        assert_eq!(text(&["text/plain; charset=iso-8859-1"]), None);
        assert_eq!(text(&["text/csv", "text/*"]), None);
        assert_eq!(text(&["text/csv"]).as_deref(), Some("text/csv; charset=utf-8"));
        assert_eq!(text(&["text/plain; charset=UTF-8"]).as_deref(), Some("text/plain; charset=UTF-8"));
    }
}
