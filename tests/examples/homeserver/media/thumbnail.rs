//! Making an image smaller.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, ImageReader, Limits, imageops::FilterType};

use crate::homeserver::failure::Failure;

/// Larger thumbnails are not made, whatever is asked for.
const MAX_EDGE: u32 = 1024;
/// What one image may take while it is read: a small file can describe a huge picture.
const MAX_DECODED_BYTES: u64 = 64 * 1024 * 1024;

/// How an image is made to fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fit {
    /// All of it is kept, and its proportions.
    Scale,
    /// The wanted size is filled, the rest cut off.
    Crop,
}

/// The wanted size.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Thumbnail {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) fit: Fit,
}

impl Thumbnail {
    /// Makes the thumbnail, as PNG. An image that is small enough already is not made larger.
    pub(crate) async fn of(self, original: Vec<u8>) -> Result<Vec<u8>, Failure> {
        let worker = tokio::task::spawn_blocking(move || self.make(&original));
        worker.await.map_err(Failure::internal)?
    }

    fn make(self, original: &[u8]) -> Result<Vec<u8>, Failure> {
        let image = read(original)?;
        let (width, height) = (self.width.clamp(1, MAX_EDGE), self.height.clamp(1, MAX_EDGE));
        let small = if image.width() <= width && image.height() <= height {
            image
        } else if self.fit == Fit::Crop {
            image.resize_to_fill(width, height, FilterType::Triangle)
        } else {
            image.thumbnail(width, height)
        };
        let mut png = Cursor::new(Vec::new());
        small.write_to(&mut png, ImageFormat::Png).map_err(Failure::internal)?;
        Ok(png.into_inner())
    }
}

fn read(original: &[u8]) -> Result<DynamicImage, Failure> {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_DECODED_BYTES);
    let mut reader =
        ImageReader::new(Cursor::new(original)).with_guessed_format().map_err(Failure::internal)?;
    reader.limits(limits);
    let unreadable = "A thumbnail can only be made of a JPEG or PNG image of moderate size.";
    reader.decode().map_err(|_| Failure::invalid(unreadable))
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn thumbnail(fit: Fit) -> Result<(u32, u32), Failure> {
        let mut picture = Cursor::new(Vec::new());
        let wide = DynamicImage::new_rgb8(400, 100);
        wide.write_to(&mut picture, ImageFormat::Jpeg).map_err(Failure::internal)?;
        let small = Thumbnail { width: 40, height: 40, fit }.of(picture.into_inner()).await?;
        let small = read(&small)?;
        Ok((small.width(), small.height()))
    }

    #[tokio::test]
    async fn scaling_keeps_the_proportions_and_cropping_fills_the_size() -> Result<(), Failure> {
        assert_eq!(thumbnail(Fit::Scale).await?, (40, 10));
        assert_eq!(thumbnail(Fit::Crop).await?, (40, 40));
        Ok(())
    }

    #[tokio::test]
    async fn what_is_no_image_is_refused() {
        let thumbnail = Thumbnail { width: 40, height: 40, fit: Fit::Scale };
        let refused = thumbnail.of(b"<svg onload=\"alert(1)\"/>".to_vec()).await;
        assert_eq!(refused.err().map(|failure| failure.status.as_u16()), Some(400));
    }
}
