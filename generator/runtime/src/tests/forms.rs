//! Forms with files, and bodies of text, from both sides.

use http::{Request, StatusCode};

use crate::media::post_report;
use crate::runtime::{
    Answer, Asked, Body, File, Operation, PathArguments, Rejection, RequestBuilder, Separator,
};

/// What a client sends, whatever the operation.
fn builder() -> RequestBuilder {
    RequestBuilder::new(post_report::Request::METADATA)
}

fn sent(request: Request<Body>) -> (String, String) {
    let content_type = request.headers()["content-type"].to_str().unwrap().to_owned();
    let bytes = request.into_body().try_into_bytes().unwrap();
    (content_type, String::from_utf8(bytes.to_vec()).unwrap())
}

fn asked<T>(
    content_type: Option<&str>,
    body: &str,
    read: impl FnOnce(Asked<'_>) -> Result<T, Rejection>,
) -> Result<T, Rejection> {
    let mut request = Request::post("/api/report");
    if let Some(content_type) = content_type {
        request = request.header("content-type", content_type);
    }
    let request = request.body(Body::from(body.to_owned())).unwrap();
    let path = PathArguments::find(post_report::Request::METADATA, &"/api/report".parse().unwrap()).unwrap();
    read(Asked::new(request, &path))
}

#[test]
fn a_part_says_its_field_and_a_file_its_name_and_media_type_too() {
    let file = File::new("%PDF").with_name("my \"plans\".pdf").with_content_type("application/pdf");
    let request = builder().multipart().field("reason", &"spam".to_owned()).file("proof", file).end();
    let (content_type, body) = sent(request.unwrap());
    assert_eq!(content_type, "multipart/form-data; boundary=form-data-boundary-0000000000000000");
    let expected = "--form-data-boundary-0000000000000000\r\n\
         Content-Disposition: form-data; name=\"reason\"\r\n\r\nspam\r\n\
         --form-data-boundary-0000000000000000\r\n\
         Content-Disposition: form-data; name=\"proof\"; filename=\"my %22plans%22.pdf\"\r\n\
         Content-Type: application/pdf\r\n\r\n%PDF\r\n\
         --form-data-boundary-0000000000000000--\r\n";
    assert_eq!(body, expected);
}

#[test]
fn what_a_client_writes_a_server_reads() {
    let files = || vec![File::new("\r\n--").with_name("ü\r\n\".txt"), File::new("").with_name("empty")];
    let (scores, tags) = (vec![1, 2], vec!["a, b".to_owned(), String::new()]);
    let request = builder()
        .multipart()
        .field("odd \"name\"", &true)
        .field_list("scores", Separator::Pipe, &scores)
        .field_list("tags", Separator::Multi, &tags)
        .file("files", files())
        .file("absent", None::<File>)
        .end();
    let (content_type, body) = sent(request.unwrap());
    let read = asked(Some(&content_type), &body, |asked| {
        let mut asked = asked.multipart()?;
        assert!(asked.field::<bool>("odd \"name\"")?);
        assert_eq!(asked.field_list::<Vec<i32>>("scores", Separator::Pipe)?, scores);
        assert_eq!(asked.field_list::<Vec<String>>("tags", Separator::Multi)?, tags);
        assert!(asked.file::<Option<File>>("absent")?.is_none());
        asked
            .file::<Vec<File>>("files")
            .map_err(Rejection::from)
            .and_then(|files| asked.empty().map(|()| files))
    });
    let read = read.unwrap().into_iter().map(seen);
    let octets = |file: File| seen(file.with_content_type("application/octet-stream"));
    assert!(read.eq(files().into_iter().map(octets)));
}

fn seen(file: File) -> (Option<String>, Option<String>, bytes::Bytes) {
    (file.name, file.content_type, file.body.try_into_bytes().unwrap())
}

#[test]
fn a_file_that_contains_the_boundary_gets_another_one() {
    let (first, _) = sent(builder().multipart().end().unwrap());
    let (_, boundary) = first.split_once('=').unwrap();
    let content = format!("\r\n--{boundary}\r\n\r\n--{boundary}--");
    let file = File::new(content.clone());
    let (content_type, body) = sent(builder().multipart().file("file", file).end().unwrap());
    assert_ne!(content_type, first);
    let read = asked(Some(&content_type), &body, |asked| Ok(asked.multipart()?.file::<File>("file")?));
    assert_eq!(seen(read.unwrap()).2, content);
}

#[test]
fn a_header_of_a_part_can_not_be_broken_out_of() {
    let file = File::new("").with_content_type("text/plain\r\nX-Evil: 1");
    assert_eq!(builder().multipart().file("file", file).end().unwrap_err().name(), "file");
    let file = File::new("").with_name("a\r\nX-Evil: 1");
    let (_, body) = sent(builder().multipart().file("file", file).end().unwrap());
    assert!(body.contains("filename=\"a%0D%0AX-Evil: 1\""), "{body}");
}

#[test]
fn all_that_is_wrong_with_a_form_is_in_one_answer() {
    let body = "--b\r\nContent-Disposition: form-data; name=score\r\n\r\nhigh\r\n--b--\r\n";
    let refused = asked(Some("multipart/form-data; boundary=b"), body, |asked| {
        let mut asked = asked.multipart()?;
        let (score, file) = (asked.field::<i32>("score"), asked.file::<File>("file"));
        asked.empty()?;
        Ok((score?, file?))
    });
    let violations = refused.unwrap_err().violations().to_vec();
    let found: Vec<_> = violations.iter().map(|one| (&*one.name, &*one.detail)).collect();
    assert_eq!(found, [("/score", "expected an integer of 32 bits"), ("/file", "is missing")]);
}

#[test]
fn what_is_no_form_is_refused() {
    let status = |content_type, body| {
        let read = asked(content_type, body, |asked| asked.multipart().map(drop));
        read.err().map(|rejection| rejection.status())
    };
    assert_eq!(status(Some("application/json"), "{}"), Some(StatusCode::UNSUPPORTED_MEDIA_TYPE));
    assert_eq!(status(Some("multipart/form-data"), "--b--"), Some(StatusCode::BAD_REQUEST));
    let broken = "--b\r\nContent-Disposition: form-data; name=a\r\n\r\nhalf";
    assert_eq!(status(Some("multipart/form-data; boundary=b"), broken), Some(StatusCode::BAD_REQUEST));
    assert_eq!(status(None, "a=b"), Some(StatusCode::BAD_REQUEST));
    assert_eq!(status(None, ""), None);
}

#[test]
fn text_that_may_be_absent_is_no_body() {
    assert!(builder().optional_text(&None::<String>).unwrap().headers().get("content-type").is_none());
    let (content_type, body) = sent(builder().optional_text(&Some(7_i64)).unwrap());
    assert_eq!((&*content_type, &*body), ("text/plain; charset=utf-8", "7"));
    let read = |body| asked(Some("text/plain"), body, |asked| asked.optional_text::<i64>());
    assert_eq!(read("7").unwrap(), Some(7));
    assert_eq!(read("").unwrap(), None);
    assert_eq!(read("x").unwrap_err().status(), StatusCode::BAD_REQUEST);
}

#[test]
fn a_failure_that_is_not_the_text_it_should_be_is_kept() {
    let answer = |body: &'static str| {
        let response = http::Response::builder().status(409).body(Body::from(body)).unwrap();
        let answer = Answer::new(response, post_report::Request::METADATA).unwrap();
        answer.text_or(Ok, |response| Err::<i64, _>(response.into_inner().into_body()))
    };
    assert_eq!(answer("3"), Ok(3));
    assert_eq!(answer("three"), Err("three".into()));
}
