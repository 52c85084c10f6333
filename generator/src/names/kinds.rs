//! The names of the kinds of bodies that a request may have, which come from their media types.

use super::scope::Scope;
use super::{Case, Ident, members};
use crate::api::{Api, Content, Operation, Shape};
use crate::surface::{BodyKind, KindPayload, OperationSurface};

/// The enum of the kinds, in the module of its operation.
pub(super) const ENUM: &str = "RequestBody";

/// The names of one kind.
#[derive(Debug, Clone)]
pub struct KindNames {
    /// The variant: `Json`, `Pdf`.
    pub variant: Ident,
    /// The struct of a form.
    pub form: Option<Ident>,
    /// The fields of that struct, in the order of the form's properties.
    pub fields: Vec<Ident>,
}

/// Names the kinds of an operation's body.
pub(super) fn decide(api: &Api, operation: &Operation, surface: &OperationSurface) -> Vec<KindNames> {
    let (kinds, mut scope) = (&surface.request.kinds, Scope::default());
    let contents = operation.body.as_ref().map_or(&[][..], |body| &body.contents);
    let several_json = kinds.iter().filter(|kind| matches!(kind.payload, KindPayload::Json(_))).count() > 1;
    let name = |kind: &BodyKind| {
        let contents: Vec<_> = kind.contents.iter().filter_map(|index| contents.get(*index)).collect();
        let word = match kind.payload {
            KindPayload::Json(_) if several_json => of_json(&contents),
            KindPayload::Json(_) => "Json".to_owned(),
            KindPayload::Form(_) => "Form".to_owned(),
            KindPayload::Multipart(_) => "Multipart".to_owned(),
            KindPayload::Text(_) => "Text".to_owned(),
            KindPayload::Raw => of_bytes(&contents),
        };
        let fields = match kind.payload.form().map(|ty| &api[ty].shape) {
            Some(Shape::Object(object)) => members::fields(object, &mut Scope::default()),
            _ => Vec::new(),
        };
        KindNames { variant: scope.take([Ident::new(&word, Case::Camel)]), form: form(kind), fields }
    };
    kinds.iter().map(name).collect()
}

/// The struct that the fields of a form are in.
pub(super) fn form(kind: &BodyKind) -> Option<Ident> {
    let name = match kind.payload {
        KindPayload::Form(_) => "FormBody",
        KindPayload::Multipart(_) => "MultipartBody",
        _ => return None,
    };
    Some(Ident::new(name, Case::Camel))
}

/// `application/merge-patch+json` is `MergePatchJson`.
fn of_json(contents: &[&Content]) -> String {
    let plain = |content: &&Content| parts(&content.media_type).1 == "json";
    match contents.first() {
        Some(first) if !contents.iter().any(plain) => parts(&first.media_type).1.to_owned(),
        _ => "Json".to_owned(),
    }
}

/// `application/pdf` is `Pdf`, all kinds of `image` are `Image`, anything else is `Bytes`.
fn of_bytes(contents: &[&Content]) -> String {
    let all: Vec<_> = contents.iter().map(|content| parts(&content.media_type)).collect();
    match all.as_slice() {
        [(_, "octet-stream")] => "Bytes".to_owned(),
        [(_, subtype)] if *subtype != "*" => subtype.trim_start_matches("x-").to_owned(),
        [(first, _), rest @ ..] if *first != "*" && rest.iter().all(|(kind, _)| kind == first) => {
            if matches!(*first, "application" | "text") { "Bytes".to_owned() } else { (*first).to_owned() }
        }
        _ => "Bytes".to_owned(),
    }
}

/// The two words of a media type.
fn parts(media_type: &str) -> (&str, &str) {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    essence.split_once('/').unwrap_or(("*", essence))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::Encoding;

    fn of(media_types: &[&str]) -> String {
        let content = |media_type: &&str| Content {
            media_type: (*media_type).to_owned(),
            encoding: Encoding::Raw,
            ty: None,
            examples: Vec::new(),
        };
        let contents: Vec<_> = media_types.iter().map(content).collect();
        Ident::new(&of_bytes(&contents.iter().collect::<Vec<_>>()), Case::Camel).to_string()
    }

    #[test]
    fn bytes_are_called_after_what_they_are() {
        assert_eq!(of(&["application/pdf"]), "Pdf");
        assert_eq!(of(&["application/x-tar; charset=binary"]), "Tar");
        assert_eq!(of(&["application/octet-stream"]), "Bytes");
        assert_eq!(of(&["image/png", "image/*"]), "Image");
        assert_eq!(of(&["application/pdf", "image/png"]), "Bytes");
        assert_eq!(of(&["application/zip", "application/gzip"]), "Bytes");
        assert_eq!(of(&["*/*"]), "Bytes");
    }
}
