//! Loading a file: bytes, text, tree, overlays, in this order, each step reporting what is wrong.

use std::sync::atomic::Ordering;

use super::overlay::Overlaid;
use super::read::{self, Parsed};
use super::sources::File;
use super::{FileId, LoadError, Pointer, Sources, report};
use crate::diagnostic::Sink;

impl Sources<'_> {
    /// Reads a file that has not been asked for before. What can't be read has an id as well.
    pub(super) fn read(&self, name: &str, from: Option<&Pointer>, sink: &Sink) -> Option<FileId> {
        if self.files().count() >= self.limits.files {
            report::too_many_files(sink, name, from, self.limits.files);
            return None;
        }
        let id = self.next_id()?;
        let text = self.text_of(id, name, from, sink);
        let parsed = text.as_ref().ok().and_then(|text| self.parsed(id, name, text, sink));
        let overlays = self.overlays.get(name);
        self.add(File {
            name: name.to_owned(),
            text: text.unwrap_or_else(|readable| readable),
            syntax: parsed.as_ref().map(|parsed| parsed.syntax),
            closed: parsed.as_ref().is_some_and(|parsed| !parsed.leads_out)
                && overlays.is_none_or(Vec::is_empty),
            ..File::default()
        })?;
        if let Some(parsed) = parsed {
            self.complete(id, name, parsed, sink);
        }
        Some(id)
    }

    /// The text of a file, or as much of it as can be shown beside the report that was made.
    fn text_of(&self, id: FileId, name: &str, from: Option<&Pointer>, sink: &Sink) -> Result<String, String> {
        let limit = self.limits.file_bytes;
        let bytes = match self.loader.load(name) {
            Ok(bytes) if bytes.len() > limit => Err(LoadError::TooLarge { limit: limit as u64 }),
            loaded => loaded,
        };
        if let Ok(bytes) = &bytes {
            let before = self.bytes.fetch_add(bytes.len(), Ordering::Relaxed);
            if before.saturating_add(bytes.len()) > self.limits.total_bytes {
                report::too_many_bytes(sink, id, name, from, self.limits.total_bytes);
                return Err(String::new());
            }
        }
        let bytes = bytes.map_err(|error| {
            report::unreadable(sink, id, name, from, &error.to_string());
            String::new()
        })?;
        read::decode(bytes).map_err(|(at, readable)| {
            report::not_utf8(sink, id, name, at, &readable);
            readable
        })
    }

    fn parsed(&self, id: FileId, name: &str, text: &str, sink: &Sink) -> Option<Parsed> {
        match read::parse(name, text, &self.limits) {
            Ok(parsed) => Some(parsed),
            Err(error) => {
                report::parse_error(sink, id, name, &error, text, &self.limits);
                None
            }
        }
    }

    /// What can be said and done only once the file has its text.
    fn complete(&self, id: FileId, name: &str, parsed: Parsed, sink: &Sink) {
        if parsed.more_documents {
            report::more_documents(sink, self, id, name);
        }
        for duplicate in &parsed.duplicates {
            report::duplicate(sink, self, id, duplicate);
        }
        let mut content = Overlaid::new(parsed.value);
        for overlay in self.overlays.get(name).into_iter().flatten() {
            if let Some(overlay) = self.load(overlay, None, sink) {
                content.apply(id, overlay, self, sink);
            }
        }
        // Set once: the id is new.
        let _ = self.file(id).content.set(content);
    }
}
