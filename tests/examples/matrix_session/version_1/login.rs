//! Logging in with all that can come of it: each failure is an arm of its own.

use matrix_client_server::login::post_login::{Error, Request};
use matrix_client_server::runtime::CallError;
use matrix_client_server::{Client, login::post_login};

use super::since;
use crate::stage::{PASSWORD, Stage, User};
use crate::steps::{Fault, Steps, ensure, some};

/// More wrong passwords than a server takes.
const ATTEMPTS: usize = 20;

pub(super) async fn run(steps: &mut Steps, stage: &Stage) -> Option<()> {
    let Stage { url, client, greta, henry, .. } = stage;
    steps
        .step("v1 log in: 400 for want of a type, which the document does not list", is_old(client, greta))
        .await;
    let client = &steps.step("v1 log in: add the type", async { since::client(url) }).await?;
    steps.step("v1 log in", is_let_in(client, greta)).await;
    steps.step("v1 log in: 403, of which the body is kept", is_refused(client, henry)).await;
    steps.step("v1 log in: 429, of which the body has a type", is_slowed_down(client, henry)).await
}

fn credentials(user: &User, password: &str) -> Request {
    Request::new(&user.id, password)
}

async fn is_old(client: &Client, user: &User) -> Result<(), Fault> {
    match client.post_login(credentials(user, PASSWORD)).await {
        Err(CallError::Answer(Error::Undocumented(answer))) => {
            ensure(answer.status() == 400, answer.status().to_string())
        }
        other => Err(format!("{other:?}").into()),
    }
}

async fn is_let_in(client: &Client, user: &User) -> Result<(), Fault> {
    let post_login::Response { user_id, access_token, .. } =
        client.post_login(credentials(user, PASSWORD)).await?;
    ensure(user_id.as_ref() == Some(&user.id), format!("{user_id:?}"))?;
    peers_records::secret(&some(access_token, "`access_token`")?)?;
    Ok(())
}

async fn is_refused(client: &Client, user: &User) -> Result<(), Fault> {
    match client.post_login(credentials(user, "sugar")).await {
        Err(CallError::Answer(Error::Forbidden(body))) => {
            ensure(body.text().contains("M_FORBIDDEN"), body.text())
        }
        other => Err(format!("{other:?}").into()),
    }
}

async fn is_slowed_down(client: &Client, user: &User) -> Result<(), Fault> {
    for _ in 0..ATTEMPTS {
        match client.post_login(credentials(user, "sugar")).await {
            Err(CallError::Answer(Error::Forbidden(_))) => {}
            Err(CallError::Answer(Error::TooManyRequests(error))) => {
                return ensure(error.errcode == "M_LIMIT_EXCEEDED", error.errcode);
            }
            other => return Err(format!("{other:?}").into()),
        }
    }
    Err(format!("{ATTEMPTS} attempts are not too many").into())
}
