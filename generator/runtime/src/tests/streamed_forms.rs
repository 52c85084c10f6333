//! Forms that are larger than what a service collects.

use http::{Request, Response, StatusCode};

use super::homeserver::{Zeros, in_process, service};
use crate::media::post_attachment;
use crate::runtime::{Body, BodyError, CallError, File, Outgoing as _, Service};

const LARGE: u64 = 5 << 20;

async fn sent(request: post_attachment::Request) -> Result<i64, StatusCode> {
    in_process().post_attachment(request).await.map_err(|error| match error {
        CallError::Answer(error) => error.status(),
        error => panic!("{error}"),
    })
}

#[tokio::test]
async fn a_file_at_the_end_is_read_as_it_comes() {
    for says_length in [true, false] {
        let file = File::new(Body::stream(Zeros { left: LARGE, says_length }));
        assert_eq!(sent(post_attachment::Request::new(file, "a title")).await, Ok(5 << 20));
    }
}

#[test]
fn a_form_of_streams_has_a_length_where_they_have() {
    let encoded = |says_length| {
        let file = File::new(Body::stream(Zeros { left: 10, says_length }));
        post_attachment::Request::new(file, "a title").encode().unwrap()
    };
    let (known, unknown) = (encoded(true), encoded(false));
    assert_eq!((known.body().len().is_some(), unknown.body().len()), (true, None));
    // What is in a stream can't be looked at, so its boundary is another one each time.
    assert_ne!(known.headers()["content-type"], unknown.headers()["content-type"]);
}

/// A form in pieces, the way a slow network brings it, of whoever's making.
async fn pieces(service: &Service, parts: &[&str]) -> Response<Body> {
    let mut pieces: Vec<_> = parts.iter().map(|part| (*part).to_owned()).collect();
    pieces.reverse();
    let request = Request::post("/api/attachment")
        .header("content-type", "multipart/form-data; boundary=b")
        .body(Body::stream(Pieces(pieces)))
        .unwrap();
    service.respond(request).await
}

struct Pieces(Vec<String>);

impl http_body::Body for Pieces {
    type Data = bytes::Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: std::pin::Pin<&mut Self>,
        cx: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<http_body::Frame<bytes::Bytes>, BodyError>>> {
        match self.0.pop() {
            // An empty piece is one that takes a while.
            Some(piece) if piece.is_empty() => {
                cx.waker().wake_by_ref();
                std::task::Poll::Pending
            }
            piece => std::task::Poll::Ready(piece.map(|piece| Ok(http_body::Frame::data(piece.into())))),
        }
    }
}

const TITLE: &str = "--b\r\nContent-Disposition: form-data; name=title\r\n\r\na title\r\n";
const FILE: &str = "--b\r\nContent-Disposition: form-data; name=file; filename=f\r\n\r\n";

#[tokio::test]
async fn the_end_of_a_file_is_found_wherever_the_pieces_are_cut() {
    let service = service().with_body_limit(TITLE.len() + FILE.len() + 10);
    let content = "0123456789012345678901234567890\r\r\n-\r\n--c";
    let whole = format!("{TITLE}{FILE}{content}\r\n--b--\r\n");
    for cut in TITLE.len() + FILE.len() + 20..whole.len() {
        let (before, after) = whole.split_at(cut);
        let response = pieces(&service, &[before, "", after]).await;
        assert_eq!(response.status(), 200, "{cut}");
        let body = response.into_body().collect(100).await.unwrap();
        assert_eq!(body, content.len().to_string(), "{cut}");
    }
}

#[tokio::test]
async fn a_part_after_a_streamed_file_is_an_error_of_its_stream() {
    let service = service().with_body_limit(200);
    let file = format!("{FILE}{}\r\n", "x".repeat(300));
    for after in [TITLE, "--b\r\nContent-Disposition: form-data; name=other\r\n\r\nx\r\n", "no boundary"] {
        let response = pieces(&service, &[TITLE, &file, after, "--b--\r\n"]).await;
        assert_eq!(response.status(), 422, "{after}");
    }
    // What breaks off in the middle of the file is told to its reader, too.
    assert_eq!(pieces(&service, &[TITLE, &file]).await.status(), 422);
}

#[tokio::test]
async fn what_is_too_large_in_another_way_is_refused() {
    let service = service().with_body_limit(200);
    let large = "x".repeat(300);
    let other = format!("--b\r\nContent-Disposition: form-data; name=other\r\n\r\n{large}\r\n");
    let title = TITLE.replace("a title", &large);
    let file = format!("{FILE}{large}\r\n");
    for parts in [&[&*file, TITLE][..], &[&other], &[&title], &[&large], &[TITLE, &other, &file]] {
        let parts: Vec<_> = parts.iter().copied().chain(["--b--\r\n"]).collect();
        assert_eq!(pieces(&service, &parts).await.status().as_u16() / 100, 4, "{parts:?}");
    }
    assert_eq!(pieces(&service, &[&title, "--b--\r\n"]).await.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(pieces(&service, &[&other, "--b--\r\n"]).await.status(), StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn a_file_of_this_machine_is_sent_under_its_name() {
    let path = std::env::temp_dir().join(format!("cratewright-{}.txt", std::process::id()));
    tokio::fs::write(&path, "x".repeat(100_000)).await.unwrap();
    let file = File::open(&path).await.unwrap();
    assert_eq!(file.body.len(), Some(100_000));
    assert!(file.name.as_deref().is_some_and(|name| name.starts_with("cratewright-")));
    assert_eq!(sent(post_attachment::Request::new(file, "a title")).await, Ok(100_000));
    // A body of a file that shrinks while it is read is no shorter body: it fails.
    let cut = Body::open(&path).await.unwrap();
    tokio::fs::write(&path, "short").await.unwrap();
    assert!(cut.collect(1 << 20).await.is_err());
    tokio::fs::remove_file(&path).await.unwrap();
}
