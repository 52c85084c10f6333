//! The end: of a membership, of sessions, of an account.

use matrix_client_server::r0::leaving::{forget_room, leave_room};
use matrix_client_server::r0::logout::{logout, logout_all};
use matrix_client_server::r0::registration::{change_password, deactivate_account};
use matrix_client_server::r0::whoami::get_token_owner;
use matrix_client_server::runtime::CallError;

use crate::devices::prove;
use crate::stage::{PASSWORD, Stage, User};
use crate::steps::{Fault, Steps, ensure};

pub(crate) async fn run(steps: &mut Steps, stage: &Stage, room: &str) {
    let Stage { greta, henry, .. } = stage;
    steps.step("r0 forget: 400 for a member", may_not_forget(henry, room)).await;
    steps.step("r0 leave", leave(henry, room)).await;
    steps.step("r0 forget", forget(henry, room)).await;
    steps.step("r0 change the password", change(henry)).await;
    steps.step("r0 log out", log_out(greta)).await;
    steps.step("r0 log out: the token is worth nothing", is_out(greta)).await;
    steps.step("r0 deactivate an account", deactivate(henry)).await;
}

async fn may_not_forget(user: &User, room: &str) -> Result<(), Fault> {
    match user.r0().forget_room(forget_room::Request::new(room)).await {
        Err(CallError::Answer(forget_room::Error::BadRequest(_))) => Ok(()),
        other => Err(format!("{other:?}").into()),
    }
}

async fn leave(user: &User, room: &str) -> Result<(), Fault> {
    user.r0().leave_room(leave_room::Request::new(room)).await?;
    Ok(())
}

async fn forget(user: &User, room: &str) -> Result<(), Fault> {
    user.r0().forget_room(forget_room::Request::new(room)).await?;
    Ok(())
}

/// To the one that it is, so that what comes next can prove it.
async fn change(user: &User) -> Result<(), Fault> {
    let body = change_password::RequestBody::new(PASSWORD).with_logout_devices(true);
    let first = change_password::Request::new().with_body(body.clone());
    let state = match user.r0().change_password(first).await {
        Err(CallError::Answer(change_password::Error::Unauthorized(state))) => state,
        other => return Err(format!("{other:?}").into()),
    };
    let second = change_password::Request::new().with_body(body.with_auth(prove(user, &state)?));
    user.r0().change_password(second).await?;
    Ok(())
}

async fn log_out(user: &User) -> Result<(), Fault> {
    user.r0().logout(logout::Request::new()).await?;
    Ok(())
}

async fn is_out(user: &User) -> Result<(), Fault> {
    match user.r0().get_token_owner(get_token_owner::Request::new()).await {
        Err(CallError::Answer(get_token_owner::Error::Unauthorized(error))) => {
            ensure(error.errcode == "M_UNKNOWN_TOKEN", error.errcode)?;
        }
        other => return Err(format!("{other:?}").into()),
    }
    // Logging out everywhere takes a session too.
    match user.r0().logout_all(logout_all::Request::new()).await {
        Err(CallError::Answer(logout_all::Error::Undocumented(answer))) => {
            ensure(answer.status() == 401, answer.status().to_string())
        }
        other => Err(format!("{other:?}").into()),
    }
}

async fn deactivate(user: &User) -> Result<(), Fault> {
    let body = deactivate_account::RequestBody::new();
    let first = deactivate_account::Request::new().with_body(body.clone());
    let state = match user.r0().deactivate_account(first).await {
        Err(CallError::Answer(deactivate_account::Error::Unauthorized(state))) => state,
        other => return Err(format!("{other:?}").into()),
    };
    let second = deactivate_account::Request::new().with_body(body.with_auth(prove(user, &state)?));
    user.r0().deactivate_account(second).await?;
    Ok(())
}
