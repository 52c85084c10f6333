//! From nobody to two users with sessions.

use matrix_client_server::Client;
use matrix_client_server::r0::capabilities::get_capabilities;
use matrix_client_server::r0::login::{get_login_flows, login};
use matrix_client_server::r0::registration::{check_username_availability, register};
use matrix_client_server::r0::types::{AuthData, AuthResponse, UserIdentifier};
use matrix_client_server::r0::versions::get_versions;
use matrix_client_server::r0::whoami::get_token_owner;
use matrix_client_server::runtime::CallError;
use matrix_client_server::security::AccessToken;

use crate::stage::{PASSWORD, Stage, User};
use crate::steps::{Fault, Steps, ensure, some};

pub(crate) async fn run(steps: &mut Steps, stage: &mut Stage) -> Option<()> {
    let Stage { client, run, greta, henry, .. } = stage;
    let (greta_name, henry_name) = (format!("greta{run}"), format!("henry{run}"));
    steps.step("r0 versions", knows_r0(client)).await;
    steps.step("r0 login flows", knows_passwords(client)).await;
    steps.step("r0 register: the name is free", is_free(client, &greta_name)).await;
    let state = steps.step("r0 register: 401 with the flows", ask_how(client, &greta_name)).await?;
    steps.step("r0 register: the dummy stage", enter(client, greta, &greta_name, &state)).await?;
    steps.step("r0 register: the name is taken", is_taken(client, &greta_name)).await;
    let state = steps.step("r0 register: a second user's flows", ask_how(client, &henry_name)).await?;
    steps.step("r0 register: a second user", enter(client, henry, &henry_name, &state)).await?;
    steps.step("r0 log in: 403 for a wrong password", is_refused(client, &greta_name)).await;
    steps.step("r0 log in", log_in(client, greta, &greta_name)).await?;
    steps.step("r0 whoami", is_known(greta)).await;
    steps.step("r0 whoami: 401 for an unknown token", is_unknown(client)).await;
    steps.step("r0 capabilities", can_change_password(greta)).await;
    Some(())
}

async fn knows_r0(client: &Client) -> Result<(), Fault> {
    let versions = client.r0().get_versions(get_versions::Request::new()).await?.versions;
    ensure(versions.iter().any(|version| version == "r0.6.1"), format!("only {versions:?}"))
}

async fn knows_passwords(client: &Client) -> Result<(), Fault> {
    let flows = client.r0().get_login_flows(get_login_flows::Request::new()).await?.flows;
    let flows = some(flows, "`flows`")?;
    ensure(flows.iter().any(|flow| flow.r#type.as_deref() == Some("m.login.password")), "no passwords")
}

async fn is_free(client: &Client, name: &str) -> Result<(), Fault> {
    let request = check_username_availability::Request::new(name);
    let available = client.r0().check_username_availability(request).await?.available;
    ensure(available == Some(true), "it is not")
}

fn account(name: &str) -> register::RequestBody {
    register::RequestBody::new()
        .with_username(name)
        .with_password(PASSWORD)
        .with_initial_device_display_name("Tablet in the kitchen")
}

/// The first call is answered with what to prove.
async fn ask_how(client: &Client, name: &str) -> Result<AuthResponse, Fault> {
    let request = register::Request::new().with_body(account(name));
    match client.r0().register(request).await {
        Err(CallError::Answer(register::Error::Unauthorized(state))) => {
            let is_dummy = |stages: &[String]| stages == ["m.login.dummy"];
            ensure(state.flows.iter().any(|flow| is_dummy(&flow.stages)), "no flow with the dummy stage")?;
            Ok(state)
        }
        other => Err(format!("{other:?}").into()),
    }
}

/// The second call proves it.
async fn enter(client: &Client, user: &mut User, name: &str, state: &AuthResponse) -> Result<(), Fault> {
    let session = some(state.session.as_ref(), "`session`")?;
    let auth = AuthData::new("m.login.dummy").with_session(session);
    let request = register::Request::new().with_body(account(name).with_auth(auth));
    let answer = client.r0().register(request).await?;
    ensure(answer.user_id.starts_with(&format!("@{name}:")), format!("called {}", answer.user_id))?;
    let token = some(answer.access_token, "`access_token`")?;
    user.enter(client, answer.user_id, some(answer.device_id, "`device_id`")?, token)
}

async fn is_taken(client: &Client, name: &str) -> Result<(), Fault> {
    let request = register::Request::new().with_body(account(name));
    match client.r0().register(request).await {
        Err(CallError::Answer(register::Error::BadRequest(error))) => {
            ensure(error.errcode == "M_USER_IN_USE", error.errcode)
        }
        other => Err(format!("{other:?}").into()),
    }
}

fn credentials(name: &str, password: &str) -> login::Request {
    let mut who = UserIdentifier::new("m.id.user");
    who.additional.insert("user".to_owned(), name.into());
    let body = login::RequestBody::new(login::Type::from("m.login.password"));
    login::Request::new().with_body(body.with_identifier(who).with_password(password))
}

async fn is_refused(client: &Client, name: &str) -> Result<(), Fault> {
    match client.r0().login(credentials(name, "sugar")).await {
        Err(CallError::Answer(login::Error::Forbidden(error))) => {
            ensure(error.errcode == "M_FORBIDDEN", error.errcode)
        }
        other => Err(format!("{other:?}").into()),
    }
}

async fn log_in(client: &Client, user: &mut User, name: &str) -> Result<(), Fault> {
    let answer = client.r0().login(credentials(name, PASSWORD)).await?;
    let id = some(answer.user_id, "`user_id`")?;
    ensure(id == user.id, format!("{id} is not {}", user.id))?;
    let (device, token) =
        (some(answer.device_id, "`device_id`")?, some(answer.access_token, "`access_token`")?);
    user.enter(client, id, device, token)
}

async fn is_known(user: &User) -> Result<(), Fault> {
    let answer = user.r0().get_token_owner(get_token_owner::Request::new()).await?;
    ensure(answer.user_id == user.id, format!("{} is not {}", answer.user_id, user.id))
}

async fn is_unknown(client: &Client) -> Result<(), Fault> {
    let client = client.clone().with_access_token(AccessToken::new("nobody's"));
    match client.r0().get_token_owner(get_token_owner::Request::new()).await {
        Err(CallError::Answer(get_token_owner::Error::Unauthorized(error))) => {
            ensure(error.errcode == "M_UNKNOWN_TOKEN", error.errcode)
        }
        other => Err(format!("{other:?}").into()),
    }
}

async fn can_change_password(user: &User) -> Result<(), Fault> {
    let answer = user.r0().get_capabilities(get_capabilities::Request::new()).await?;
    let change = some(answer.capabilities.m_change_password, "`m.change_password`")?;
    let versions = some(answer.capabilities.m_room_versions, "`m.room_versions`")?;
    ensure(versions.available.contains_key(&versions.default), "the default is not among the versions")?;
    ensure(change.enabled, "it is not enabled")
}
