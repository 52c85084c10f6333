//! Logs in, sets a display name and reads it back, uploads a file and downloads it again.
//!
//! ```text
//! cargo run -p cratewright-tests --example homeserver -- --memory
//! cargo run -p cratewright-tests --example login
//! ```

use std::error::Error;
use std::process::ExitCode;

use clap::Parser;
use matrix_client_server::content_repo::{get_download_by_server_name_and_media_id as download, post_upload};
use matrix_client_server::login::post_login;
use matrix_client_server::profile::{
    get_profile_by_user_id_displayname as get_name, put_profile_by_user_id_displayname as set_name,
};
use matrix_client_server::{Client, runtime::CallError, security::AccessToken};

/// Logs in to a Matrix homeserver, and tries it out.
#[derive(Debug, Parser)]
struct Arguments {
    #[arg(default_value = "http://127.0.0.1:8008")]
    url: String,
    #[arg(default_value = "demo")]
    user: String,
    #[arg(default_value = "demo")]
    password: String,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            let mut cause = error.source();
            while let Some(error) = cause {
                eprintln!("because: {error}");
                cause = error.source();
            }
            ExitCode::FAILURE
        }
    }
}

async fn run(Arguments { url, user, password }: Arguments) -> Result<(), Box<dyn Error>> {
    let client = Client::new(&url)?;
    let session = log_in(&client, post_login::Request::new(user, password)).await?;
    let user_id = session.user_id.ok_or("the server does not say who we are")?;
    let token = session.access_token.ok_or("the server gave us no token")?;
    println!("Logged in as {user_id}.");

    let client = client.with_access_token(AccessToken::new(token));
    let name = set_name::Request::new(&user_id).with_displayname("Demo");
    client.put_profile_by_user_id_displayname(name).await?;
    let profile = client.get_profile_by_user_id_displayname(get_name::Request::new(&user_id)).await?;
    println!("Others see {}.", profile.displayname.as_deref().unwrap_or(&user_id));

    let file = post_upload::Request::new("Hello, Matrix!").with_content_type("text/plain");
    let uri = client.post_upload(file).await?.content_uri;
    let parts = uri.strip_prefix("mxc://").and_then(|uri| uri.split_once('/'));
    let (server, media) = parts.ok_or("the server gave the file no mxc URI")?;
    let file = client.get_download_by_server_name_and_media_id(download::Request::new(server, media)).await?;
    let bytes = file.body.collect(1 << 20).await?;
    println!("{uri} is {} bytes of {}.", bytes.len(), file.content_type.as_deref().unwrap_or("something"));
    Ok(())
}

/// Logs in, and tells apart what can go wrong.
async fn log_in(client: &Client, who: post_login::Request) -> Result<post_login::Response, Box<dyn Error>> {
    let reason = match client.post_login(who).await {
        Ok(session) => return Ok(session),
        // 403, for which the document has no schema: the body as it came.
        Err(CallError::Answer(post_login::Error::Forbidden(body))) => format!("refused: {}", body.text()),
        // 429, for which it has one.
        Err(CallError::Answer(post_login::Error::TooManyRequests(error))) => {
            format!("too many attempts ({}): {}", error.errcode, error.error.unwrap_or_default())
        }
        // What the document does not list.
        Err(CallError::Answer(post_login::Error::Undocumented(response))) => {
            format!("answered {}: {}", response.status(), String::from_utf8_lossy(response.body()))
        }
        // No answer at all, or one that is not as documented.
        Err(error) => return Err(error.into()),
    };
    Err(reason.into())
}
