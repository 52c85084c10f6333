//! Bodies that are read at once, by a transport: without the boxes that streams need.

use std::future::poll_fn;
use std::pin::pin;

use bytes::Bytes;

use super::BodyError;
use super::buffer::Collected;
use crate::runtime::BoxError;

impl super::Body {
    /// Waits for a body that is small.
    pub(crate) async fn of_small<B>(body: B) -> Result<Self, BodyError>
    where
        B: http_body::Body<Data = Bytes>,
        B::Error: Into<BoxError>,
    {
        let mut body = pin!(body);
        let mut collected = Collected::default();
        while let Some(frame) = poll_fn(|cx| body.as_mut().poll_frame(cx)).await {
            // Trailers: no document describes them.
            if let Ok(data) = frame.map_err(BodyError::new)?.into_data() {
                collected.push(data, body.size_hint().lower());
            }
        }
        Ok(collected.into_bytes().into())
    }
}
