//! Name, picture, presence.

use matrix_client_server::r0::presence::{get_presence, set_presence};
use matrix_client_server::r0::profile::{
    get_avatar_url, get_display_name, get_user_profile, set_avatar_url, set_display_name,
};
use matrix_client_server::runtime::{CallError, Field};

use crate::stage::{Stage, User};
use crate::steps::{Fault, Steps, ensure};

/// What Greta is called, and looks like.
const NAME: &str = "Greta G.";
const PICTURE: &str = "mxc://localhost/Ej2wB5";

pub(crate) async fn run(steps: &mut Steps, stage: &Stage) {
    let Stage { greta, henry, .. } = stage;
    steps.step("r0 set the display name", set_name(greta)).await;
    steps.step("r0 get the display name", get_name(greta, henry)).await;
    steps.step("r0 set the avatar", set_picture(greta)).await;
    steps.step("r0 get the avatar", get_picture(greta, henry)).await;
    steps.step("r0 get the profile", get_both(greta, henry)).await;
    steps.step("r0 profile: 404 for nobody", get_nobody(greta)).await;
    steps.step("r0 set the presence", set_state(greta)).await;
    steps.step("r0 get the presence", get_state(greta)).await;
}

async fn set_name(user: &User) -> Result<(), Fault> {
    let request = set_display_name::Request::new(&user.id).with_displayname(NAME);
    user.r0().set_display_name(request).await?;
    Ok(())
}

async fn get_name(user: &User, other: &User) -> Result<(), Fault> {
    let answer = other.r0().get_display_name(get_display_name::Request::new(&user.id)).await?;
    ensure(answer.displayname.as_deref() == Some(NAME), format!("{answer:?}"))
}

async fn set_picture(user: &User) -> Result<(), Fault> {
    let request = set_avatar_url::Request::new(&user.id).with_avatar_url(PICTURE);
    user.r0().set_avatar_url(request).await?;
    Ok(())
}

async fn get_picture(user: &User, other: &User) -> Result<(), Fault> {
    let answer = other.r0().get_avatar_url(get_avatar_url::Request::new(&user.id)).await?;
    ensure(answer.avatar_url.as_deref() == Some(PICTURE), format!("{answer:?}"))
}

async fn get_both(user: &User, other: &User) -> Result<(), Fault> {
    let answer = other.r0().get_user_profile(get_user_profile::Request::new(&user.id)).await?;
    let both = (answer.displayname.as_deref(), answer.avatar_url.as_deref());
    ensure(both == (Some(NAME), Some(PICTURE)), format!("{answer:?}"))
}

async fn get_nobody(user: &User) -> Result<(), Fault> {
    let nobody = user.id.replace("greta", "nobody");
    match user.r0().get_user_profile(get_user_profile::Request::new(nobody)).await {
        Err(CallError::Answer(get_user_profile::Error::NotFound(_))) => Ok(()),
        other => Err(format!("{other:?}").into()),
    }
}

async fn set_state(user: &User) -> Result<(), Fault> {
    let state = set_presence::Presence::from("unavailable");
    let request = set_presence::Request::new(&user.id, state).with_status_msg("Eating");
    user.r0().set_presence(request).await?;
    Ok(())
}

async fn get_state(user: &User) -> Result<(), Fault> {
    let answer = user.r0().get_presence(get_presence::Request::new(&user.id)).await?;
    let says = matches!(&answer.status_msg, Field::Value(words) if words == "Eating");
    ensure(answer.presence.as_str() == "unavailable" && says, format!("{answer:?}"))
}
