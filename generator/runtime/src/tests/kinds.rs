//! Bodies of several kinds: the client writes the media type, the server reads by it.

use bytes::Bytes;
use http::{Request, Response, StatusCode};

use super::homeserver::{in_process, service, zeros};
use crate::media::put_cover::{self, FormBody, RequestBody};
use crate::runtime::Body;
use crate::types::Profile;

/// What the server says that it has read.
async fn read(body: impl Into<RequestBody>) -> String {
    in_process().put_cover(put_cover::Request::new().with_body(body)).await.unwrap()
}

async fn answer(content_type: Option<&str>, body: impl Into<Body>) -> Response<Bytes> {
    let mut request = Request::put("/api/cover");
    if let Some(content_type) = content_type {
        request = request.header("content-type", content_type);
    }
    let response = service().respond(request.body(body.into()).unwrap()).await;
    let (parts, body) = response.into_parts();
    Response::from_parts(parts, body.collect(1 << 10).await.unwrap())
}

#[tokio::test]
async fn a_body_is_of_the_kind_that_it_was_sent_as() {
    assert_eq!(read(Profile::new("@bob:localhost", None)).await, "JSON of @bob:localhost");
    assert_eq!(read(FormBody::new("https://a.test/?b&c")).await, "a form of https://a.test/?b&c");
    assert_eq!(read("plain words".to_owned()).await, "a text of plain words");
    let image = RequestBody::Image { content_type: "image/webp".to_owned(), body: Body::from("RIFF") };
    assert_eq!(read(image).await, "image/webp of 4 bytes");
    let nothing = in_process().put_cover(put_cover::Request::new()).await.unwrap();
    assert_eq!(nothing, "nothing");
}

#[tokio::test]
async fn parameters_of_a_media_type_make_no_difference() {
    let json = r#"{"user_id":"@bob:localhost","avatar_url":null}"#;
    for content_type in ["Application/JSON; charset=utf-8", "application/ld+json", "text/json"] {
        assert_eq!(answer(Some(content_type), json).await.body(), "JSON of @bob:localhost", "{content_type}");
    }
    let text = answer(Some("text/plain; charset=us-ascii"), "words").await;
    assert_eq!(text.body(), "a text of words");
    let charset = answer(Some("text/plain; charset=utf-16"), "words").await;
    assert_eq!(charset.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
}

#[tokio::test]
async fn a_media_type_of_no_kind_is_refused_with_those_that_there_are() {
    for content_type in ["application/xml", "image", "video/mp4", ""] {
        let refused = answer(Some(content_type), "?").await;
        assert_eq!(refused.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE, "{content_type}");
        let all = "application/json, application/x-www-form-urlencoded, text/plain, image/*";
        assert_eq!(refused.headers()["accept"], all);
    }
}

#[tokio::test]
async fn a_body_that_does_not_say_what_it_is_is_taken_for_the_first_kind() {
    let json = r#"{"user_id":"@bob:localhost","avatar_url":null}"#;
    assert_eq!(answer(None, json).await.body(), "JSON of @bob:localhost");
    assert_eq!(answer(None, "words").await.status(), StatusCode::BAD_REQUEST);
    // One that says what it is has to be that, also without a byte.
    assert_eq!(answer(Some("application/json"), "").await.status(), StatusCode::BAD_REQUEST);
}

/// The limit of what is collected is 2 MiB.
#[tokio::test]
async fn bytes_are_streamed_and_other_kinds_collected() {
    assert_eq!(answer(Some("image/png"), zeros(3 << 20)).await.body(), "image/png of 3145728 bytes");
    for content_type in [Some("application/json"), Some("text/plain"), None] {
        let refused = answer(content_type, zeros(3 << 20)).await;
        assert_eq!(refused.status(), StatusCode::PAYLOAD_TOO_LARGE, "{content_type:?}");
    }
}
