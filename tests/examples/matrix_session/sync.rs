//! Filters, and syncing through one.

use matrix_client_server::r0::filter::{define_filter, get_filter};
use matrix_client_server::r0::sync::sync;
use matrix_client_server::r0::types::{RoomEventFilter, SyncFilter, SyncFilterRoom};
use matrix_client_server::runtime::CallError;

use crate::stage::{Stage, User};
use crate::steps::{Fault, Steps, ensure, some};

pub(crate) async fn run(steps: &mut Steps, stage: &Stage, room: &str) -> Option<()> {
    let user = &stage.greta;
    let id = steps.step("r0 define a filter", define(user)).await?;
    steps.step("r0 get the filter", get(user, &id)).await;
    steps.step("r0 filter: 404 for none", get_none(user)).await;
    steps.step("r0 sync through the filter", sync_through(user, room, &id)).await
}

/// Messages only, one of each room.
fn filter() -> SyncFilter {
    let timeline = RoomEventFilter::new().with_limit(1).with_types(vec!["m.room.message".to_owned()]);
    SyncFilter::new().with_room(SyncFilterRoom::new().with_timeline(timeline))
}

async fn define(user: &User) -> Result<String, Fault> {
    Ok(user.r0().define_filter(define_filter::Request::new(&user.id, filter())).await?.filter_id)
}

async fn get(user: &User, id: &str) -> Result<(), Fault> {
    let known = user.r0().get_filter(get_filter::Request::new(&user.id, id)).await?.body;
    ensure(known == filter(), format!("{known:?}"))
}

async fn get_none(user: &User) -> Result<(), Fault> {
    match user.r0().get_filter(get_filter::Request::new(&user.id, "4711")).await {
        Err(CallError::Answer(get_filter::Error::NotFound(_))) => Ok(()),
        other => Err(format!("{other:?}").into()),
    }
}

async fn sync_through(user: &User, room: &str, id: &str) -> Result<(), Fault> {
    let rooms = user.r0().sync(sync::Request::new().with_filter(id).with_timeout(0)).await?.rooms;
    let rooms = some(rooms.and_then(|rooms| rooms.join), "`rooms.join`")?;
    let timeline = some(rooms.get(room), "the room")?.timeline.as_ref();
    let events = timeline.and_then(|timeline| timeline.events.as_deref()).unwrap_or_default();
    let kinds: Vec<_> = events.iter().map(|event| event.r#type.as_str()).collect();
    ensure(kinds == ["m.room.message"], format!("{kinds:?}"))
}
