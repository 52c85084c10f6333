//! The examples themselves, as processes.

use std::env;
use std::ffi::OsStr;
use std::path::Path;
use std::process::Stdio;

use tokio::io::{AsyncBufReadExt, AsyncReadExt, BufReader};
use tokio::process::{Child, Command};

/// An example, which `cargo test` has built beside this test. `cargo test --test homeserver` does not.
async fn example(name: &str) -> Command {
    let test = env::current_exe().expect("this test's own path");
    let profile = test.parent().and_then(Path::parent).expect("the folder of the profile");
    let program = profile.join("examples").join(format!("{name}{}", env::consts::EXE_SUFFIX));
    if !program.exists() {
        build(profile).await;
    }
    let mut command = Command::new(program);
    command.kill_on_drop(true).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

async fn build(profile: &Path) {
    let profile = match profile.file_name().and_then(OsStr::to_str).expect("the name of the profile") {
        "debug" => "dev",
        other => other,
    };
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--package", env!("CARGO_PKG_NAME"), "--examples", "--profile", profile]);
    let built = cargo.kill_on_drop(true).status().await.expect("cargo runs");
    assert!(built.success(), "the examples cannot be built");
}

#[tokio::test]
async fn the_client_of_the_readme_logs_in_to_the_homeserver_of_the_readme() {
    let mut homeserver =
        example("homeserver").await.args(["--memory", "--listen", "127.0.0.1:0"]).spawn().expect("it starts");
    let url = address(&mut homeserver).await;

    let login = example("login").await.arg(&url).output().await.expect("it runs");
    let printed = String::from_utf8_lossy(&login.stdout);
    assert!(login.status.success(), "{}", String::from_utf8_lossy(&login.stderr));
    assert!(
        printed.starts_with("Logged in as @demo:localhost.\nOthers see Demo.\nmxc://localhost/"),
        "{printed}"
    );
    assert!(printed.ends_with(" is 14 bytes of text/plain.\n"), "{printed}");

    let refused = example("login").await.args([&url, "demo", "guess"]).output().await.expect("it runs");
    let printed = String::from_utf8_lossy(&refused.stderr);
    assert_eq!(refused.status.code(), Some(1));
    assert!(printed.starts_with("refused: {\"errcode\":\"M_FORBIDDEN\""), "{printed}");

    #[cfg(unix)]
    stop(homeserver).await;
}

/// Where the homeserver says that it listens.
async fn address(homeserver: &mut Child) -> String {
    let stdout = homeserver.stdout.as_mut().expect("its output");
    let line = BufReader::new(stdout).lines().next_line().await.expect("text").expect("a line");
    line.split([' ', ',']).find(|word| word.starts_with("http://")).expect("an address").to_owned()
}

/// What Ctrl-C does, which has to end the server in order.
#[cfg(unix)]
async fn stop(mut homeserver: Child) {
    let id = homeserver.id().expect("it still runs").to_string();
    let sent = Command::new("kill").args(["-INT", &id]).status().await.expect("`kill` is on every Unix");
    assert!(sent.success());
    let mut errors = String::new();
    let mut stderr = homeserver.stderr.take().expect("its errors");
    stderr.read_to_string(&mut errors).await.expect("text");
    let status = homeserver.wait().await.expect("it ends");
    assert!(status.success(), "{errors}");
    assert_eq!(errors, "");
}
