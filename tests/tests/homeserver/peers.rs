//! Clients that know nothing of the generated crate. Those that are not installed are left out.

use std::io::ErrorKind;
use std::process::Output;

use serde_json::Value;
use tokio::process::Command;

use crate::running::{PASSWORD, Running, USER};

#[tokio::test]
async fn curl_logs_in() {
    let homeserver = Running::in_memory().await;
    let credentials = serde_json::json!({ "username": "demo", "password": PASSWORD });
    let mut curl = Command::new("curl");
    curl.args(["--silent", "--show-error", "--max-time", "30", "--noproxy", "*"])
        .args(["--header", "Content-Type: application/json", "--data", &credentials.to_string()])
        .arg(format!("{}/_matrix/client/api/v1/login", homeserver.url));
    check("curl", curl).await;
    homeserver.stop().await;
}

#[tokio::test]
async fn python_logs_in() {
    let homeserver = Running::in_memory().await;
    let mut python = Command::new("python3");
    python.args(["-c", PYTHON, &homeserver.url, PASSWORD]);
    check("python3", python).await;
    homeserver.stop().await;
}

const PYTHON: &str = r#"
import json, sys
from urllib.request import ProxyHandler, Request, build_opener

url, password = sys.argv[1:]
credentials = json.dumps({"username": "demo", "password": password}).encode()
login = Request(url + "/_matrix/client/api/v1/login", credentials, {"Content-Type": "application/json"})
with build_opener(ProxyHandler({})).open(login, timeout=30) as answer:
    print(answer.read().decode())
"#;

/// What the program prints must be a session.
async fn check(name: &str, mut program: Command) {
    let Output { status, stdout, stderr } = match program.kill_on_drop(true).output().await {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return eprintln!("{name} is not installed: left out");
        }
        output => output.expect("the program runs"),
    };
    assert!(status.success(), "{}", String::from_utf8_lossy(&stderr));
    let session: Value = serde_json::from_slice(&stdout).expect("a session in JSON");
    assert_eq!(session["user_id"], USER);
    assert!(session["access_token"].is_string());
}
