//! What a media type says about the values in it.

use crate::api::{Encoding, Shape};

/// What a media type says about how to read it (RFC 6838, RFC 6839 for the suffixes).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MediaKind {
    Json,
    Form,
    Multipart,
    Text,
    /// `*/*` and `application/*` say nothing.
    Wildcard,
    Other,
}

impl MediaKind {
    /// What a media type says.
    pub(super) fn of(media_type: &str) -> Self {
        let lower = media_type.to_ascii_lowercase();
        let (essence, parameters) = lower.split_once(';').unwrap_or((&lower, ""));
        match essence.trim() {
            // Kubernetes: one value after the other, for as long as the watch goes on.
            _ if parameters.contains("stream=") => Self::Other,
            "application/json-seq" | "application/stream+json" | "text/event-stream" => Self::Other,
            "application/json" | "text/json" | "application/x-json" | "text/x-json" | "json" => Self::Json,
            json if json.ends_with("+json") => Self::Json,
            "application/x-www-form-urlencoded" => Self::Form,
            "multipart/form-data" => Self::Multipart,
            "*/*" | "application/*" | "*" => Self::Wildcard,
            text if text.starts_with("text/") => Self::Text,
            _ => Self::Other,
        }
    }

    /// How values of a shape become bytes. What has no structure of its own in a media type is
    /// kept as it comes.
    pub(super) fn encoding(self, shape: &Shape) -> Encoding {
        let is_object = matches!(shape, Shape::Object(_) | Shape::Map(_));
        let is_scalar = matches!(
            shape,
            Shape::Boolean | Shape::Integer(_) | Shape::Number(_) | Shape::String(_) | Shape::Enumeration(_)
        );
        match self {
            Self::Json => Encoding::Json,
            Self::Form if is_object => Encoding::Form,
            Self::Multipart if is_object => Encoding::Multipart,
            Self::Text if is_scalar => Encoding::Text,
            // A structure must have some syntax, and nobody means any other.
            Self::Wildcard if !is_scalar && *shape != Shape::Any => Encoding::Json,
            _ => Encoding::Raw,
        }
    }
}

/// Whether a media type is of something that is no syntax for the values of a schema: a picture, a page, an
/// archive.
pub(super) fn is_medium(media_type: &str) -> bool {
    const ARCHIVES: &[&str] = &["gzip", "x-gzip", "x-tar", "zip", "x-zip-compressed", "x-7z-compressed"];
    let lower = media_type.to_ascii_lowercase();
    let essence = lower.split(';').next().unwrap_or_default().trim();
    match essence.split_once('/') {
        Some(("image" | "audio" | "video" | "font" | "model", _)) => true,
        Some(("application", subtype)) => subtype == "pdf" || ARCHIVES.contains(&subtype),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::{StringFormat, TypeId};

    #[test]
    fn a_wildcard_is_json_for_structures_and_bytes_for_the_rest() {
        let encoding = |media_type, shape: &Shape| MediaKind::of(media_type).encoding(shape);
        let text = Shape::String(StringFormat::Plain);
        let list = Shape::Array(TypeId(0));

        assert_eq!(encoding("*/*", &list), Encoding::Json);
        assert_eq!(encoding("*/*", &text), Encoding::Raw);
        assert_eq!(encoding("application/merge-patch+json; charset=utf-8", &list), Encoding::Json);
        assert_eq!(encoding("application/json;stream=watch", &list), Encoding::Raw);
        assert_eq!(encoding("text/plain", &text), Encoding::Text);
        assert_eq!(encoding("text/plain", &list), Encoding::Raw);
        assert_eq!(encoding("application/xml", &list), Encoding::Raw);
    }

    #[test]
    fn a_picture_is_no_syntax() {
        for media_type in ["image/*", "Image/PNG", "application/pdf; version=2", "application/x-tar"] {
            assert!(is_medium(media_type), "{media_type}");
        }
        for media_type in ["application/xml", "application/octet-stream", "text/plain", "*/*", "pdf"] {
            assert!(!is_medium(media_type), "{media_type}");
        }
    }
}
