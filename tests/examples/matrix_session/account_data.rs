//! What clients store for each other, and the rules that the server stores for them.

use matrix_client_server::r0::account_data::{
    get_account_data, get_account_data_per_room, set_account_data, set_account_data_per_room,
};
use matrix_client_server::r0::pushrules::get_push_rules;
use matrix_client_server::runtime::JsonObject;

use crate::stage::{Stage, User};
use crate::steps::{Fault, Steps, ensure, some};

const KIND: &str = "com.example.kitchen";

pub(crate) async fn run(steps: &mut Steps, stage: &Stage, room: &str) {
    let user = &stage.greta;
    steps.step("r0 set account data", set(user)).await;
    steps.step("r0 get account data", get(user)).await;
    steps.step("r0 set account data of a room", set_of_room(user, room)).await;
    steps.step("r0 get account data of a room", get_of_room(user, room)).await;
    steps.step("r0 push rules", has_rules(user)).await;
}

fn data() -> JsonObject {
    JsonObject::from_iter([("theme".to_owned(), "dark".into()), ("zoom".to_owned(), 2.into())])
}

async fn set(user: &User) -> Result<(), Fault> {
    user.r0().set_account_data(set_account_data::Request::new(&user.id, KIND, data())).await?;
    Ok(())
}

async fn get(user: &User) -> Result<(), Fault> {
    let known = user.r0().get_account_data(get_account_data::Request::new(&user.id, KIND)).await?.body;
    ensure(known == data(), format!("{known:?}"))
}

async fn set_of_room(user: &User, room: &str) -> Result<(), Fault> {
    let request = set_account_data_per_room::Request::new(&user.id, room, KIND, data());
    user.r0().set_account_data_per_room(request).await?;
    Ok(())
}

async fn get_of_room(user: &User, room: &str) -> Result<(), Fault> {
    let request = get_account_data_per_room::Request::new(&user.id, room, KIND);
    let known = user.r0().get_account_data_per_room(request).await?.body;
    ensure(known == data(), format!("{known:?}"))
}

async fn has_rules(user: &User) -> Result<(), Fault> {
    let rules = user.r0().get_push_rules(get_push_rules::Request::new()).await?.global;
    let rules = some(rules.r#override, "`global.override`")?;
    let rule = some(rules.iter().find(|rule| rule.rule_id == ".m.rule.master"), "master rule")?;
    ensure(rule.default && !rule.enabled, format!("{rule:?}"))
}
