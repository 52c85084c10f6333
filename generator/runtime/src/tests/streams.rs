//! Streams that are larger than the memory of either side.
//!
//! Client and server are processes of their own, which this test starts: each says how much memory it took
//! at its peak. For other sizes:
//!
//! ```text
//! STREAM_BYTES=1073741824 cargo test -p cratewright-runtime streams -- --nocapture
//! ```

use std::future::pending;
use std::io::{BufRead, BufReader, Read as _};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use tokio::net::TcpListener;

use super::homeserver::{length, service, token, zeros};
use crate::client::Client;
use crate::media::{download, post_attachment, upload};
use crate::runtime::{File, ReqwestTransport, ServeLimits, serve};

/// What each side may take, its code included.
const MOST_MEMORY: u64 = 32 << 20;

#[test]
#[cfg(target_os = "linux")]
fn streams_take_little_memory_on_both_sides() {
    let bytes = std::env::var("STREAM_BYTES").unwrap_or_else(|_| (96 << 20).to_string());
    let (mut server, mut lines) = start("server", &[]);
    let address = value(&mut lines, "address");
    let (mut client, mut said) = start("client", &[("STREAM_BYTES", &bytes), ("SERVER", &address)]);
    let client_peak: u64 = value(&mut said, "peak").parse().unwrap();
    assert!(client.wait().unwrap().success());
    drop(server.stdin.take());
    let server_peak: u64 = value(&mut lines, "peak").parse().unwrap();
    assert!(server.wait().unwrap().success());
    println!("{bytes} bytes each way: peaks of {client_peak} (client) and {server_peak} (server) bytes");
    assert!(client_peak.max(server_peak) < MOST_MEMORY);
}

/// One of the sides, in a process of its own.
fn start(side: &str, variables: &[(&str, &str)]) -> (Child, BufReader<ChildStdout>) {
    let test = format!("tests::streams::{side}");
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args([&test, "--exact", "--ignored", "--nocapture", "--test-threads=1"])
        .envs(variables.iter().copied())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap());
    (child, lines)
}

/// What a side says about something, where the test runner may have begun the line.
fn value(lines: &mut impl BufRead, name: &str) -> String {
    let mark = format!("{name}=");
    let found = lines.lines().map(Result::unwrap).inspect(|line| println!("{line}"));
    let mut found = found.filter_map(|line| Some(line.split_once(&mark)?.1.to_owned()));
    found.next().expect("it says so")
}

#[tokio::test]
#[ignore = "a process of the test above"]
async fn server() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    println!("address={}", listener.local_addr().unwrap());
    let stop = tokio::task::spawn_blocking(|| std::io::stdin().read_to_end(&mut Vec::new()));
    serve(listener, service(), ServeLimits::default(), async { drop(stop.await) }).await;
    println!("peak={}", peak());
}

#[tokio::test]
#[ignore = "a process of the test above"]
async fn client() {
    let Ok(server) = std::env::var("SERVER") else { return pending().await };
    let bytes: u64 = std::env::var("STREAM_BYTES").unwrap().parse().unwrap();
    let expected = i64::try_from(bytes).unwrap();
    let transport = ReqwestTransport::with_timeout(Duration::MAX).unwrap();
    let client = Client::with_transport(&format!("http://{server}"), transport).unwrap();
    let client = client.with_credential(&token());

    let started = Instant::now();
    let uploaded = client.upload(upload::Request::new(zeros(bytes))).await.unwrap();
    assert_eq!(uploaded.content_uri, format!("user: {bytes} of application/octet-stream"));
    println!("up, raw: {:?}", started.elapsed());

    let started = Instant::now();
    let request = download::Request::new("a", bytes.to_string(), "zeros");
    let found = client.download(request).await.unwrap();
    assert_eq!(length(found.body).await.unwrap(), expected);
    println!("down, raw: {:?}", started.elapsed());

    let started = Instant::now();
    let request = post_attachment::Request::new(File::new(zeros(bytes)), "a title");
    assert_eq!(client.post_attachment(request).await.unwrap(), expected);
    println!("up, form: {:?}", started.elapsed());
    println!("peak={}", peak());
}

/// The most memory that this process has had at once.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() * 1024
}
