//! The content repository, whose bodies are streams.

use bytes::Bytes;
use http::StatusCode;
use matrix_client_server::content_repo::{
    ContentRepo, get_download_by_server_name_and_media_id as download,
    get_thumbnail_by_server_name_and_media_id as thumbnail, post_upload,
};
use matrix_client_server::runtime::{Body, BodyError};

use super::refusals;
use crate::homeserver::Homeserver;
use crate::homeserver::failure::Failure;
use crate::homeserver::limits::{MAX_MEDIA_TYPE, check_count, check_length};
use crate::homeserver::media::{Fit, Thumbnail};

/// How large a file may be.
const MAX_FILE_BYTES: usize = 10 * 1024 * 1024;
/// The edge of a thumbnail, where the request does not say.
const EDGE: u32 = 96;

impl ContentRepo for Homeserver {
    async fn post_upload(
        &self,
        request: post_upload::Request,
    ) -> Result<post_upload::Response, post_upload::Error> {
        check_length("Content-Type", request.content_type.as_deref(), MAX_MEDIA_TYPE)?;
        let bytes = collect(request.body).await?;
        let uri = self.store(request.content_type, bytes.into()).await?;
        Ok(post_upload::Response::new(uri))
    }

    async fn get_download_by_server_name_and_media_id(
        &self,
        request: download::Request,
    ) -> Result<download::Response, download::Error> {
        let file = self.media(&request.server_name, request.media_id).await?;
        let mut response = download::Response::new(file.bytes);
        response.content_type = file.content_type;
        Ok(response)
    }

    async fn get_thumbnail_by_server_name_and_media_id(
        &self,
        request: thumbnail::Request,
    ) -> Result<thumbnail::Response, thumbnail::Error> {
        let wanted = wanted(&request)?;
        let file = self.media(&request.server_name, request.media_id).await?;
        Ok(thumbnail::Response::new(wanted.of(file.bytes).await?).with_content_type("image/png"))
    }
}

async fn collect(body: Body) -> Result<Bytes, Failure> {
    body.collect(MAX_FILE_BYTES).await.map_err(|error| match error {
        BodyError::TooLarge { limit } => {
            let message = format!("A file may have at most {limit} bytes.");
            Failure::new(StatusCode::PAYLOAD_TOO_LARGE, "M_TOO_LARGE", message)
        }
        error => Failure::new(StatusCode::BAD_REQUEST, "M_UNKNOWN", format!("The upload failed: {error}.")),
    })
}

fn wanted(request: &thumbnail::Request) -> Result<Thumbnail, Failure> {
    let fit = match &request.method {
        None | Some(thumbnail::Method::Scale) => Fit::Scale,
        Some(thumbnail::Method::Crop) => Fit::Crop,
        Some(other) => return Err(Failure::invalid(format!("`method` cannot be {:?}.", other.as_str()))),
    };
    let edge = |name, pixels| {
        let pixels = check_count(name, pixels)?;
        Ok::<_, Failure>(pixels.map_or(EDGE, |pixels| u32::try_from(pixels).unwrap_or(u32::MAX)))
    };
    Ok(Thumbnail { width: edge("width", request.width)?, height: edge("height", request.height)?, fit })
}

refusals! {
    post_upload {}
    download {}
    thumbnail {}
}
