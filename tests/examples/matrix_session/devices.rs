//! Devices, the last of which takes a proof to delete.

use matrix_client_server::r0::device_management::{delete_device, get_device, get_devices, update_device};
use matrix_client_server::r0::types::{AuthData, AuthResponse};
use matrix_client_server::runtime::CallError;
use serde_json::json;

use crate::stage::{PASSWORD, Stage, User};
use crate::steps::{Fault, Steps, ensure, some};

pub(crate) async fn run(steps: &mut Steps, stage: &Stage) -> Option<()> {
    let user = &stage.greta;
    let other = steps.step("r0 devices", list(user)).await?;
    steps.step("r0 rename a device", rename(user)).await;
    steps.step("r0 get a device", get(user)).await;
    steps.step("r0 device: 404 for none", get_none(user)).await;
    let state = steps.step("r0 delete a device: 401 with the flows", ask_how(user, &other)).await?;
    steps.step("r0 delete a device: the password stage", delete(user, &other, &state)).await
}

/// The device of the registration, which is another one than that of the login.
async fn list(user: &User) -> Result<String, Fault> {
    let devices = user.r0().get_devices(get_devices::Request::new()).await?.devices;
    let devices = some(devices, "`devices`")?;
    ensure(devices.iter().any(|device| device.device_id == user.device), "this one is not among them")?;
    let other = devices.into_iter().find(|device| device.device_id != user.device);
    let other = some(other, "device of the registration")?;
    ensure(other.display_name.as_deref() == Some("Tablet in the kitchen"), format!("{other:?}"))?;
    Ok(other.device_id)
}

async fn rename(user: &User) -> Result<(), Fault> {
    let request = update_device::Request::new(&user.device).with_display_name("Phone");
    user.r0().update_device(request).await?;
    Ok(())
}

async fn get(user: &User) -> Result<(), Fault> {
    let device = user.r0().get_device(get_device::Request::new(&user.device)).await?.body;
    ensure(device.display_name.as_deref() == Some("Phone"), format!("{device:?}"))
}

async fn get_none(user: &User) -> Result<(), Fault> {
    match user.r0().get_device(get_device::Request::new("OVEN")).await {
        Err(CallError::Answer(get_device::Error::NotFound(_))) => Ok(()),
        other => Err(format!("{other:?}").into()),
    }
}

async fn ask_how(user: &User, device: &str) -> Result<AuthResponse, Fault> {
    let request = delete_device::Request::new(device).with_body(delete_device::RequestBody::new());
    match user.r0().delete_device(request).await {
        Err(CallError::Answer(delete_device::Error::Unauthorized(state))) => Ok(state),
        other => Err(format!("{other:?}").into()),
    }
}

async fn delete(user: &User, device: &str, state: &AuthResponse) -> Result<(), Fault> {
    let auth = prove(user, state)?;
    let request =
        delete_device::Request::new(device).with_body(delete_device::RequestBody::new().with_auth(auth));
    user.r0().delete_device(request).await?;
    Ok(())
}

/// The stage that asks for the password.
pub(crate) fn prove(user: &User, state: &AuthResponse) -> Result<AuthData, Fault> {
    let session = some(state.session.as_ref(), "`session`")?;
    let mut auth = AuthData::new("m.login.password").with_session(session);
    let who = json!({ "type": "m.id.user", "user": user.id });
    auth.additional.insert("identifier".to_owned(), who);
    auth.additional.insert("password".to_owned(), PASSWORD.into());
    Ok(auth)
}
