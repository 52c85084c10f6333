//! Version 1, of which servers still answer a part.

mod login;
mod since;

use matrix_client_server::directory::{
    delete_room_by_room_alias as delete, get_room_by_room_alias as look_up, put_room_by_room_alias as set,
};
use matrix_client_server::membership::post_rooms_by_room_id_join as join;
use matrix_client_server::presence::{
    get_presence_by_user_id_status as get_presence, put_presence_by_user_id_status as set_presence,
};
use matrix_client_server::profile::{
    get_profile_by_user_id as get_profile, put_profile_by_user_id_displayname as set_name,
};
use matrix_client_server::runtime::CallError;
use matrix_client_server::sync::get_events;
use matrix_client_server::{Client, types};

use crate::stage::{Stage, User};
use crate::steps::{Fault, Steps, ensure};

pub(crate) async fn run(steps: &mut Steps, stage: &Stage, room: &str) {
    let Stage { greta, run, client, .. } = stage;
    login::run(steps, stage).await;
    let server = greta.id.split_once(':').map_or("localhost", |(_, server)| server);
    let alias = &format!("#pantry{run}:{server}");
    steps.step("v1 set the display name", set_display_name(greta)).await;
    steps.step("v1 get the profile, with nobody's client", has_name(client, greta)).await;
    steps.step("v1 profile: 404 for nobody", has_no_profile(client, greta)).await;
    steps.step("v1 set an alias", set_alias(greta, room, alias)).await;
    steps.step("v1 look an alias up", look_alias_up(client, room, alias)).await;
    steps.step("v1 delete an alias", delete_alias(greta, alias)).await;
    steps.step("v1 alias: 404 for one that is gone", is_gone(client, alias)).await;
    steps.step("v1 set the presence", set_status(greta)).await;
    steps.step("v1 presence: 401, which the document does not list", get_status(greta)).await;
    steps.step("v1 join a room", enter(greta, room)).await;
    steps.step("v1 events", wait_for_news(greta)).await;
}

async fn set_display_name(user: &User) -> Result<(), Fault> {
    let request = set_name::Request::new(&user.id).with_displayname("Greta, 2015");
    user.client.put_profile_by_user_id_displayname(request).await?;
    Ok(())
}

async fn has_name(client: &Client, user: &User) -> Result<(), Fault> {
    let answer = client.get_profile_by_user_id(get_profile::Request::new(&user.id)).await?;
    ensure(answer.displayname.as_deref() == Some("Greta, 2015"), format!("{answer:?}"))
}

async fn has_no_profile(client: &Client, user: &User) -> Result<(), Fault> {
    let nobody = user.id.replace("greta", "nobody");
    match client.get_profile_by_user_id(get_profile::Request::new(nobody)).await {
        // The document has no schema for it: the body as it came.
        Err(CallError::Answer(get_profile::Error::NotFound(body))) => {
            let error: types::Error = body.json()?;
            ensure(error.errcode.starts_with("M_"), error.errcode)
        }
        other => Err(format!("{other:?}").into()),
    }
}

async fn set_alias(user: &User, room: &str, alias: &str) -> Result<(), Fault> {
    user.client.put_room_by_room_alias(set::Request::new(alias).with_room_id(room)).await?;
    Ok(())
}

async fn look_alias_up(client: &Client, room: &str, alias: &str) -> Result<(), Fault> {
    let answer = client.get_room_by_room_alias(look_up::Request::new(alias)).await?;
    ensure(answer.room_id.as_deref() == Some(room), format!("{answer:?}"))
}

async fn delete_alias(user: &User, alias: &str) -> Result<(), Fault> {
    user.client.delete_room_by_room_alias(delete::Request::new(alias)).await?;
    Ok(())
}

async fn is_gone(client: &Client, alias: &str) -> Result<(), Fault> {
    match client.get_room_by_room_alias(look_up::Request::new(alias)).await {
        Err(CallError::Answer(look_up::Error::NotFound(_))) => Ok(()),
        other => Err(format!("{other:?}").into()),
    }
}

async fn set_status(user: &User) -> Result<(), Fault> {
    let request = set_presence::Request::new(&user.id, "online".into()).with_status_msg("Cooking");
    user.client.put_presence_by_user_id_status(request).await?;
    Ok(())
}

/// The document asks for no token, so the client sends none, and the server wants one by now.
async fn get_status(user: &User) -> Result<(), Fault> {
    match user.client.get_presence_by_user_id_status(get_presence::Request::new(&user.id)).await {
        Err(CallError::Answer(get_presence::Error::Undocumented(answer))) => {
            ensure(answer.status() == 401, answer.status().to_string())?;
            let body = String::from_utf8_lossy(answer.body()).into_owned();
            ensure(body.contains("M_MISSING_TOKEN"), body)
        }
        other => Err(format!("{other:?}").into()),
    }
}

/// Where she is already, which does no harm.
async fn enter(user: &User, room: &str) -> Result<(), Fault> {
    user.client.post_rooms_by_room_id_join(join::Request::new(room)).await?;
    Ok(())
}

async fn wait_for_news(user: &User) -> Result<(), Fault> {
    let answer = user.client.get_events(get_events::Request::new().with_timeout(1)).await?;
    ensure(answer.start.is_some() && answer.end.is_some(), format!("{answer:?}"))
}
