//! A server to test against, as a user writes one.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Frame, SizeHint};

use crate::client::Client;
use crate::login::{Login, post_login};
use crate::media::{
    Media, download, get_messages, post_attachment, post_report, put_alias, put_cover, put_status, upload,
};
use crate::runtime::{Body, BodyError, RawBody, Service};
use crate::security::{AccessToken, Admin, Bearer, Device, Session};
use crate::{server, types};

pub(super) struct Homeserver;

/// The service, and a client that calls it in process.
pub(super) fn in_process() -> Client {
    Client::with_transport("http://homeserver", service()).unwrap()
}

pub(super) fn service() -> Service {
    server::service(Homeserver)
}

pub(super) fn token() -> AccessToken {
    AccessToken::new("s3cret &+%")
}

impl Login for Homeserver {
    async fn post_login(
        &self,
        request: post_login::Request,
        access_token: Option<AccessToken>,
    ) -> Result<post_login::Response, post_login::Error> {
        match request.username.as_str() {
            "panics" => panic!("the handler panics"),
            "limited" => {
                Err(post_login::Error::TooManyRequests(types::Error::new().with_errcode("M_LIMIT_EXCEEDED")))
            }
            "teapot" => {
                let response = http::Response::builder().status(418).header("x-tea", "Assam");
                Err(post_login::Error::Undocumented(response.body(Bytes::from("short")).unwrap().into()))
            }
            name if request.password == "ilovebananas" => Ok(post_login::Response::new()
                .with_user_id(format!("@{name}:matrix.org"))
                .with_access_token(access_token.map_or("new".to_owned(), |token| token.reveal().to_owned()))),
            _ => Err(post_login::Error::Forbidden(RawBody::new(
                "application/json",
                r#"{"errcode":"M_FORBIDDEN"}"#,
            ))),
        }
    }
}

impl Media for Homeserver {
    /// Answers with what it was asked.
    async fn get_messages(
        &self,
        request: get_messages::Request,
    ) -> Result<get_messages::Response, get_messages::Error> {
        match request.limit {
            Some(0) => Err(get_messages::Error::NotFound(types::Error::new())),
            Some(-1) => Err(get_messages::Error::Default {
                status: http::StatusCode::CONFLICT,
                body: types::Error::new(),
            }),
            _ => Ok(vec![types::Profile::new(format!("{request:?}"), None)]),
        }
    }

    async fn put_status(
        &self,
        request: put_status::Request,
        access_token: AccessToken,
    ) -> Result<put_status::Response, put_status::Error> {
        assert_eq!(access_token, token());
        assert_eq!(request.user_id, "@bob:localhost");
        Ok(put_status::Response::new())
    }

    /// Says who asked, and how much there was of what.
    async fn upload(
        &self,
        request: upload::Request,
        access_token: Option<AccessToken>,
        admin: Option<Admin>,
    ) -> Result<upload::Response, upload::Error> {
        let who = admin.map_or("user".to_owned(), |admin| admin.username);
        assert!(who != "user" || access_token.is_some());
        let length = length(request.body).await.unwrap();
        let content_type = request.content_type.unwrap_or_default();
        Ok(upload::Response::new(format!("{who}: {length} of {content_type}")))
    }

    async fn download(&self, request: download::Request) -> Result<download::Response, download::Error> {
        match request.extension.as_str() {
            "none" => Err(download::Error::NotFound("nothing".into())),
            "zeros" => Ok(download::Response::new(zeros(request.media_id.parse().unwrap()))),
            _ => Ok(download::Response::new(Body::from(format!("{request:?}"))).with_etag("\"1\"")),
        }
    }

    async fn put_alias(
        &self,
        request: put_alias::Request,
        _: Admin,
    ) -> Result<put_alias::Response, put_alias::Error> {
        Ok(request.body.map_or(put_alias::Response::Created, put_alias::Response::Ok))
    }

    /// Answers with the score.
    async fn post_report(
        &self,
        request: post_report::Request,
        bearer: Bearer,
        device: Device,
        session: Session,
    ) -> Result<post_report::Response, post_report::Error> {
        assert_eq!([bearer.reveal(), device.reveal(), session.reveal()], ["b;=", "d;=", "s;= %"]);
        assert_eq!(request.language.as_deref(), Some("d\u{e9}; x=1"));
        assert_eq!(request.reason, "a&b=c +%\u{e9}");
        assert_eq!(request.events.as_deref(), Some(&["1,2".to_owned(), "3".to_owned()][..]));
        Ok(request.score.unwrap_or_default().into())
    }

    /// Says how large the file is, which is read as it comes.
    async fn post_attachment(
        &self,
        request: post_attachment::Request,
    ) -> Result<post_attachment::Response, post_attachment::Error> {
        assert_eq!(request.title, "a title");
        length(request.file.body).await.map_err(|error| {
            let response = http::Response::builder().status(422).body(error.to_string().into());
            post_attachment::Error::Undocumented(response.unwrap().into())
        })
    }

    /// Says what it has read.
    async fn put_cover(&self, request: put_cover::Request) -> Result<put_cover::Response, put_cover::Error> {
        Ok(match request.body {
            Some(put_cover::RequestBody::Json(profile)) => format!("JSON of {}", profile.user_id),
            Some(put_cover::RequestBody::Form(form)) => format!("a form of {}", form.url),
            Some(put_cover::RequestBody::Text(text)) => format!("a text of {text}"),
            Some(put_cover::RequestBody::Image { content_type, body }) => {
                format!("{content_type} of {} bytes", length(body).await.unwrap())
            }
            None => "nothing".to_owned(),
        })
    }
}

/// How long a body is, a piece at a time.
pub(super) async fn length(mut body: Body) -> Result<i64, BodyError> {
    let mut length = 0;
    while let Some(piece) = body.next().await {
        length += i64::try_from(piece?.len()).unwrap();
    }
    Ok(length)
}

/// So many bytes, which are made while they are sent.
pub(super) fn zeros(length: u64) -> Body {
    Body::stream(Zeros { left: length, says_length: true })
}

pub(super) struct Zeros {
    pub(super) left: u64,
    pub(super) says_length: bool,
}

impl http_body::Body for Zeros {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        const PIECE: &[u8] = &[0; 64 << 10];
        if self.left == 0 {
            return Poll::Ready(None);
        }
        let piece = &PIECE[..usize::try_from(self.left).map_or(PIECE.len(), |left| left.min(PIECE.len()))];
        self.left -= piece.len() as u64;
        Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(piece)))))
    }

    fn size_hint(&self) -> SizeHint {
        if self.says_length { SizeHint::with_exact(self.left) } else { SizeHint::new() }
    }
}
