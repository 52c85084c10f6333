//! schemathesis, a fuzzer that reads a document and asks a server of it: requests that the document
//! allows have to be answered as it says, those that it does not have to be refused.
//!
//! It judges the homeserver example by the documents of Matrix, and a stub behind traits that are
//! generated from `tests/peers/schemathesis/documents/`. All checks are on and the cases are the same in
//! each run. What the judge has to be told beside a document, and of which specification it is wrong, is
//! in `judge.py` there.

mod report;
mod stub;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::clients;
use super::http;
use super::install;
use super::session::Session;
use super::suite::{Score, Stop, Suite};
use crate::{Failure, workspace};

/// Every operation of these documents, asked in many ways.
#[derive(Debug)]
pub(super) struct Schemathesis;

const PACKAGE: &str = "schemathesis==4.32.5";
/// Where the documents, the stub and the hooks are.
const PROJECT: &str = "tests/peers/schemathesis";
/// How many random cases there are for each operation, of each kind. A document takes about a minute.
const EXAMPLES: &str = "40";
/// How long a document may take.
const PATIENCE: Duration = Duration::from_secs(900);

/// What a document is judged with.
#[derive(Debug)]
struct Judged {
    document: PathBuf,
    /// Where the server has it: the root and the base path.
    url: String,
    /// `homeserver` or `stub`, for the hooks.
    server: &'static str,
    /// The table of the judge's configuration that says its credentials.
    credentials: String,
    /// The ID of a room that is there, for the hooks.
    room: String,
}

impl Suite for Schemathesis {
    fn name(&self) -> &'static str {
        "schemathesis"
    }

    fn run(&self, session: &mut Session) -> Result<Score, Stop> {
        let program = install::pip(session, &[PACKAGE])?.join("schemathesis");
        let mut judged = stub::documents(session)?;
        judged.extend(matrix(session)?);
        let mut score = Score::default();
        for judged in &judged {
            let of_document = judge(session, &program, judged)?;
            score.cases += of_document.cases;
            score.passed += of_document.passed;
            score.faults.extend(of_document.faults);
        }
        Ok(score)
    }
}

/// The documents of Matrix that the example has all operations of.
fn matrix(session: &mut Session) -> Result<Vec<Judged>, Failure> {
    let url = clients::homeserver(session, &["--unlimited"])?;
    let [user, password] = clients::USER;
    let client = "/_matrix/client/api/v1";
    let login = serde_json::json!({ "username": user, "password": password });
    let answer = http::post(&url, &format!("{client}/login"), &login.to_string())?;
    let token = member(&answer, "access_token")?;
    session.secret(&token)?;
    let credentials = format!("[auth.openapi.accessToken]\napi_key = \"{token}\"\n");
    let answer = http::get(&url, &format!("{client}/directory/room/%23welcome:localhost"))?;
    let room = member(&answer, "room_id")?;
    let documents = [
        ("v1/login", client.to_owned()),
        ("v1/profile", client.to_owned()),
        ("v1/presence", client.to_owned()),
        ("v1/membership", client.to_owned()),
        ("v1/sync", client.to_owned()),
        ("v1/directory", format!("{client}/directory")),
        ("v1/content-repo", "/_matrix/media/v1".to_owned()),
    ];
    let judged = documents.into_iter().map(|(name, base_path)| Judged {
        document: workspace::root().join("specs/matrix/client-server").join(name).with_extension("yaml"),
        url: format!("{url}{base_path}"),
        server: "homeserver",
        credentials: credentials.clone(),
        room: room.clone(),
    });
    Ok(judged.collect())
}

/// A text in an answer.
fn member(answer: &str, name: &str) -> Result<String, Failure> {
    let answer: serde_json::Value = serde_json::from_str(answer).map_err(|error| error.to_string())?;
    let text = answer.get(name).and_then(serde_json::Value::as_str);
    text.map(str::to_owned).ok_or_else(|| format!("an answer without `{name}`"))
}

/// Judges by one document, and says how many cases there were.
fn judge(session: &Session, program: &Path, judged: &Judged) -> Result<Score, Failure> {
    let name = judged.document.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let file = |extension: &str| session.folder().join(&name).with_extension(extension);
    let (configuration, report) = (file("toml"), file("json"));
    fs::write(&configuration, &judged.credentials).map_err(|error| error.to_string())?;
    if report.exists() {
        fs::remove_file(&report).map_err(|error| error.to_string())?;
    }
    let mut command = Command::new(program);
    command.arg("--config-file").arg(configuration).arg("run").arg(&judged.document);
    command.args(["--url", &judged.url, "--checks", "all", "--phases", "examples,coverage,fuzzing,stateful"]);
    command.args(["--seed", "1", "--generation-deterministic", "--max-examples", EXAMPLES]);
    command.args(["--continue-on-failure", "--no-color", "--report", "json", "--report-json-path"]);
    command.arg(&report).current_dir(session.folder());
    command.env("SCHEMATHESIS_HOOKS", "judge").env("PYTHONPATH", workspace::root().join(PROJECT));
    command.env("JUDGED", judged.server).env("JUDGED_ROOM", &judged.room);
    command.env("PYTHONDONTWRITEBYTECODE", "1");
    // It fails where it found something, which the report says too.
    let ended = session.run(&name, command, PATIENCE);
    let score = report::read(&report, &name).map_err(|why| ended.err().unwrap_or(why))?;
    println!("    {name}: {} cases, {} findings", score.cases, score.faults.len());
    Ok(score)
}
