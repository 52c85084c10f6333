//! The body of a sample, as text.

use serde_json::Value;

use super::undefined::undefined;
use crate::analyze::{sample, texts};
use crate::api::{Api, TypeId};
use crate::check::fits;

/// A body as text.
#[derive(Debug, Clone, Default)]
pub(super) struct SampleBody {
    pub(super) content_type: Option<String>,
    pub(super) text: String,
    pub(super) undefined: Vec<String>,
    /// The type that it was made up for, if it is one of those that are made once.
    pub(super) made_for: Option<TypeId>,
}

impl SampleBody {
    /// JSON: the first example that fits the type, or a value that is made up.
    pub(super) fn json<'e>(
        api: &Api,
        ty: TypeId,
        mut examples: impl Iterator<Item = &'e Value>,
    ) -> Option<Self> {
        let example = examples.find(|example| fits(api, ty, example).is_ok()).cloned();
        let value = example.or_else(|| sample::full(api, ty))?;
        let undefined = undefined(api, ty, &value);
        let content_type = Some("application/json".to_owned());
        Some(Self { content_type, text: value.to_string(), undefined, made_for: None })
    }

    /// With the media type that it is sent as, where that is not the usual one.
    pub(super) fn sent_as(self, media_type: Option<String>) -> Self {
        Self { content_type: media_type.or(self.content_type), ..self }
    }

    /// Bytes of some media type.
    pub(super) fn bytes(media_type: String) -> Self {
        Self { content_type: Some(media_type), text: "sample".to_owned(), ..Self::default() }
    }

    /// Plain text.
    pub(super) fn text() -> Self {
        Self::bytes("text/plain; charset=utf-8".to_owned())
    }

    /// Plain text that is a value of a type.
    pub(super) fn text_of(api: &Api, ty: Option<TypeId>) -> Option<Self> {
        let Some(ty) = ty else { return Some(Self::text()) };
        let text = texts(&sample::minimal(api, ty)?)?.pop()?;
        Some(Self { text, ..Self::text() })
    }
}
