//! Ten thousand requests that are no requests, over TCP.

mod mutations;

use std::net::SocketAddr;
use std::time::Duration;

use mutations::{Random, Valid, Wrong, mutate};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::process::Command;
use tokio::task::JoinSet;
use tokio::time::timeout;

use crate::running::{PASSWORD, Running, USER};

const REQUESTS: usize = 10_000;
/// How many are under way at once.
const AT_ONCE: usize = 32;
/// After so many, whatever is allocated once has been.
const WARM: usize = 2_000;
/// How much larger the process may be in the end.
const GROWTH: u64 = 16 << 20;

/// In a process of its own, for the memory of one that runs other tests is theirs too.
#[tokio::test]
async fn ten_thousand_malformed_requests_are_refused_and_leave_nothing_behind() {
    let mut process = Command::new(std::env::current_exe().expect("this test's own path"));
    process.args(["malformed::ten_thousand_requests", "--exact", "--ignored", "--nocapture"]);
    let output = process.kill_on_drop(true).output().await.expect("it runs");
    let printed = [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
    println!("{}", printed.concat());
    assert!(output.status.success() && printed[0].contains("1 passed"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "the process of the test above"]
async fn ten_thousand_requests() {
    let homeserver = Running::in_memory().await;
    let address: SocketAddr = homeserver.url.trim_start_matches("http://").parse().expect("an address");
    let token = homeserver.log_in(PASSWORD).await.expect("the right password").access_token.expect("a token");
    let valid = valid(&token);
    let mut random = Random(7);
    let (mut under_way, mut warm, mut answered) = (JoinSet::new(), 0, 0);
    for index in 0..REQUESTS {
        if index == WARM {
            warm = memory();
        }
        if under_way.len() == AT_ONCE {
            answered += usize::from(under_way.join_next().await.expect("one").expect("it is refused"));
        }
        let wrong = mutate(&valid[index % valid.len()], &mut random);
        under_way.spawn(send(address, wrong));
    }
    answered += under_way.join_all().await.into_iter().map(usize::from).sum::<usize>();
    // Those that are cut off may be left without an answer, and no others.
    assert!(answered > REQUESTS * 9 / 10, "only {answered} are answered");
    let grown = memory().saturating_sub(warm);
    println!("{answered} of {REQUESTS} answered, {grown} bytes of memory more");
    assert!(grown < GROWTH, "{grown} bytes more than before");
    homeserver.log_in(PASSWORD).await.expect("it goes on");
    homeserver.stop().await;
}

/// One of each kind that the homeserver answers without waiting for anything.
fn valid(token: &str) -> Vec<Valid> {
    let base = "/_matrix/client/api/v1";
    let (user, query) = (USER.replace('@', "%40"), format!("?access_token={token}"));
    let of = |method, path: String, body| Valid { method, target: format!("{base}{path}"), body };
    vec![
        of("POST", "/login".to_owned(), r#"{"username": "nobody", "password": "guess"}"#),
        of("GET", format!("/profile/{user}"), ""),
        of("PUT", format!("/profile/{user}/displayname{query}"), r#"{"displayname": "Demo"}"#),
        of("PUT", format!("/presence/{user}/status{query}"), r#"{"presence": "online"}"#),
        of("GET", format!("/presence/{user}/status"), ""),
        of("POST", format!("/presence/list/{user}{query}"), r#"{"invite": ["@a:b"], "drop": ["@c:d"]}"#),
        of("PUT", format!("/directory/room/%23a:b{query}"), r#"{"room_id": "!a:b"}"#),
        of("GET", "/directory/room/%23a:b".to_owned(), ""),
    ]
}

/// Sends it, and says whether there was an answer, which has to be one of status 4xx.
async fn send(address: SocketAddr, wrong: Wrong) -> bool {
    let Wrong { bytes, is_whole, how } = wrong;
    let exchange = async {
        let mut stream = TcpStream::connect(address).await.expect("it listens");
        // The server may refuse it before it has all of it.
        let _ = stream.write_all(&bytes).await;
        if !is_whole {
            let _ = stream.shutdown().await;
        }
        status(&mut stream).await
    };
    let status = timeout(Duration::from_secs(10), exchange).await;
    let request = String::from_utf8_lossy(&bytes[..bytes.len().min(500)]);
    let status = status.unwrap_or_else(|_| panic!("{how}: no answer to {request:?}"));
    match &status {
        Some(status) => assert!(status.starts_with("HTTP/1.1 4"), "{how}: {status} to {request:?}"),
        None => assert!(!is_whole, "{how}: it is left without an answer: {request:?}"),
    }
    status.is_some()
}

/// The beginning of an answer; nothing where the connection ends before.
async fn status(stream: &mut TcpStream) -> Option<String> {
    let mut first = [0; 12];
    stream.read_exact(&mut first).await.ok()?;
    Some(String::from_utf8_lossy(&first).into_owned())
}

/// How much memory this process has.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap_or_default() * 1024
}
