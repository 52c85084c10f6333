//! The content repository: files as they came, and small versions of images.

mod thumbnail;

pub(crate) use thumbnail::{Fit, Thumbnail};

use super::Homeserver;
use super::database::media::{self, Media};
use super::failure::Failure;
use super::identifiers::random_text;

/// All files together take no more than this: anybody may upload, as the documents ask for no token there.
const MAX_TOTAL_BYTES: u64 = 256 * 1024 * 1024;

impl Homeserver {
    /// Stores a file and returns its `mxc://` URI.
    pub(crate) async fn store(
        &self,
        content_type: Option<String>,
        bytes: Vec<u8>,
    ) -> Result<String, Failure> {
        let media_id = random_text(24);
        let uri = format!("mxc://{}/{media_id}", self.name);
        let store = self.database.run(move |db| {
            if media::total_bytes(db)? + bytes.len() as u64 > MAX_TOTAL_BYTES {
                let full = http::StatusCode::INSUFFICIENT_STORAGE;
                return Err(Failure::new(full, "M_TOO_LARGE", "There is no space left for media."));
            }
            Ok(media::insert(db, &media_id, content_type.as_deref(), &bytes)?)
        });
        store.await?;
        Ok(uri)
    }

    /// The file that `mxc://server/media_id` names. Files of other servers are not fetched from there.
    pub(crate) async fn media(&self, server: &str, media_id: String) -> Result<Media, Failure> {
        let missing = || Failure::not_found("There is no such file on this server.");
        if *server != *self.name {
            return Err(missing());
        }
        self.database.run(move |db| Ok(media::find(db, &media_id)?)).await?.ok_or_else(missing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_file_comes_back_as_it_was() -> Result<(), Failure> {
        let homeserver = Homeserver::in_memory("localhost")?;
        let uri = homeserver.store(Some("text/x-poem".into()), b"\0roses\xff".to_vec()).await?;
        let media_id = uri.strip_prefix("mxc://localhost/").unwrap_or_default().to_owned();
        let file = homeserver.media("localhost", media_id.clone()).await?;
        assert_eq!(file, Media { content_type: Some("text/x-poem".into()), bytes: b"\0roses\xff".to_vec() });
        assert!(homeserver.media("elsewhere.org", media_id).await.is_err());
        assert!(homeserver.media("localhost", "unknown".into()).await.is_err());
        Ok(())
    }
}
