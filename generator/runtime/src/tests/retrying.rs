//! Trying again, where that can do no harm.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use http::Response;
use tokio::time::Instant;

use crate::client::Client;
use crate::login::post_login;
use crate::media::get_messages;
use crate::runtime::{Body, BoxError, CallError, Next, Retry, TransportError, TransportErrorKind};

type Answer = Result<Response<Body>, BoxError>;

/// A server that answers what it is given, in turn, and tells when it was asked.
#[derive(Clone)]
struct Server(Arc<Mutex<(VecDeque<Answer>, Vec<Duration>)>>);

impl Server {
    fn new(answers: impl IntoIterator<Item = Answer>) -> (Self, Next) {
        let server = Self(Arc::new(Mutex::new((answers.into_iter().collect(), Vec::new()))));
        let (start, asked) = (Instant::now(), server.clone());
        let next = Next::of(move |_| {
            let mut server = asked.0.lock().unwrap();
            server.1.push(start.elapsed());
            let answer = server.0.pop_front().expect("it is asked no more than this");
            Box::pin(async { answer })
        });
        (server, next)
    }

    /// When it was asked.
    fn times(&self) -> Vec<Duration> {
        self.0.lock().unwrap().1.clone()
    }
}

fn answer(status: u16, headers: &[(&str, &str)], body: &'static str) -> Answer {
    let mut response = Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    Ok(response.body(Body::from(body)).unwrap())
}

fn ok() -> Answer {
    answer(200, &[], "[]")
}

fn failed(kind: TransportErrorKind) -> Answer {
    Err(TransportError::new(kind, "no route").into())
}

fn client(next: Next, retry: Retry) -> Client {
    Client::with_transport("http://a", next).unwrap().with_layer(retry)
}

/// An idempotent call, against the answers.
async fn got(retry: Retry, answers: impl IntoIterator<Item = Answer>) -> (Option<u16>, Vec<Duration>) {
    let (server, next) = Server::new(answers);
    let outcome = client(next, retry).get_messages(get_messages::Request::new("!a")).await;
    let status = match outcome {
        Ok(_) => Some(200),
        Err(error) => error.status().map(|status| status.as_u16()),
    };
    (status, server.times())
}

/// A call that is not idempotent, against the answers.
async fn posted(retry: Retry, answers: impl IntoIterator<Item = Answer>) -> (Option<u16>, usize) {
    let (server, next) = Server::new(answers);
    let outcome = client(next, retry).post_login(post_login::Request::new("a", "b")).await;
    let status = match outcome {
        Ok(_) => Some(200),
        Err(error) => error.status().map(|status| status.as_u16()),
    };
    (status, server.times().len())
}

fn assert_within(wait: Duration, least: u64, most: u64) {
    assert!((least..=most).contains(&(wait.as_millis() as u64)), "{wait:?}");
}

#[tokio::test(start_paused = true)]
async fn waits_double_and_end() {
    let retry = Retry::new().with_attempts(5).with_backoff(Duration::from_secs(1), Duration::from_secs(3));
    let busy = || answer(503, &[], "");
    let (status, times) = got(retry, [busy(), busy(), busy(), busy(), busy()]).await;
    assert_eq!((status, times.len()), (Some(503), 5));
    let waits: Vec<_> = times.windows(2).map(|pair| pair[1] - pair[0]).collect();
    for (wait, longest) in waits.into_iter().zip([1000, 2000, 3000, 3000]) {
        assert_within(wait, longest / 2, longest + 1);
    }
}

#[tokio::test(start_paused = true)]
async fn the_server_says_how_long_to_wait() {
    let date = httpdate::fmt_http_date(SystemTime::now() + Duration::from_secs(9));
    let json = [("content-type", "application/json")];
    let limited = r#"{"errcode": "M_LIMIT_EXCEEDED", "retry_after_ms": 7500}"#;
    for (refusal, least, most) in [
        (answer(503, &[("retry-after", "5")], ""), 5000, 5201),
        (answer(429, &[("retry-after", date.as_str())], ""), 7000, 9201),
        (answer(429, &[("retry-after", "Mon, 01 Jan 2024 00:00:00 GMT")], ""), 0, 201),
        (answer(429, &json, limited), 7500, 7701),
        (answer(429, &[("retry-after", "whenever")], ""), 100, 201),
        (answer(429, &json, r#"{"retry_after_ms": -1}"#), 100, 201),
        (answer(429, &[("content-type", "text/plain")], limited), 100, 201),
    ] {
        let (status, times) = got(Retry::new(), [refusal, ok()]).await;
        assert_eq!(status, Some(200));
        assert_within(times[1], least, most);
    }
}

#[tokio::test(start_paused = true)]
async fn a_wait_that_is_over_the_budget_is_not_begun_and_the_answer_is_whole() {
    let limited = r#"{"error": "too fast", "retry_after_ms": 31000}"#;
    let (server, next) = Server::new([answer(429, &[("content-type", "application/json")], limited)]);
    let call = client(next, Retry::new().repeating_refused()).post_login(post_login::Request::new("a", "b"));
    let CallError::Answer(post_login::Error::TooManyRequests(error)) = call.await.unwrap_err() else {
        panic!("the answer is as documented")
    };
    assert_eq!(error.error.as_deref(), Some("too fast"));
    assert_eq!(server.times().len(), 1);
    let forever = answer(503, &[("retry-after", "18446744073709551615")], "");
    assert_eq!(got(Retry::new(), [forever]).await.0, Some(503));
}

#[tokio::test(start_paused = true)]
async fn what_may_have_been_acted_on_is_repeated_only_if_that_does_no_harm() {
    use TransportErrorKind::{Connect, Other, Timeout};
    for (first, repeated) in [(Connect, true), (Timeout, false), (Other, false)] {
        assert_eq!(got(Retry::new(), [failed(first), ok()]).await.0, Some(200));
        let (_, attempts) = posted(Retry::new(), [failed(first), answer(200, &[], "{}")]).await;
        assert_eq!(attempts, if repeated { 2 } else { 1 }, "{first:?}");
    }
    for status in [408, 429, 502, 503, 504] {
        assert_eq!(got(Retry::new(), [answer(status, &[], ""), ok()]).await.0, Some(200));
        assert_eq!(
            posted(Retry::new(), [answer(status, &[("retry-after", "1")], "")]).await,
            (Some(status), 1)
        );
    }
    for status in [200, 400, 401, 404, 500] {
        let (_, times) = got(Retry::new(), [answer(status, &[("retry-after", "1")], "[]")]).await;
        assert_eq!(times.len(), 1, "{status}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_was_refused_is_repeated_where_the_caller_says_so() {
    let retry = || Retry::new().repeating_refused();
    for (status, headers, attempts) in [
        (429, &[("retry-after", "1")][..], 2),
        (503, &[("retry-after", "1")], 2),
        (504, &[("retry-after", "1")], 1),
        (429, &[], 1),
    ] {
        let answers = [answer(status, headers, ""), answer(200, &[], "{}")];
        assert_eq!(posted(retry(), answers).await.1, attempts, "{status}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_body_that_is_a_stream_is_sent_once() {
    let (server, next) = Server::new([answer(503, &[("retry-after", "1")], "")]);
    let client = client(next, Retry::new().repeating_refused());
    let client = client.with_credential(&super::homeserver::token());
    let stream = super::bodies::of_unknown_length("12345");
    let error = client.upload(crate::media::upload::Request::new(stream)).await.unwrap_err();
    assert_eq!(error.answer().map(|error| error.status().as_u16()), Some(503));
    assert_eq!(server.times().len(), 1);
}
