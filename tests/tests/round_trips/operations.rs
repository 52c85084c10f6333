//! Every operation of the crate, with the two functions that a round trip is made of.

use bytes::Bytes;
use http::{Request, Response};
use matrix_client_server::runtime::{Body, Incoming, Metadata, OperationError, Outgoing, PathArguments};

/// One operation, without its types.
pub(crate) struct Row {
    pub(crate) metadata: &'static Metadata,
    /// What a client sends that says what a server has read from the request.
    pub(crate) request_again: fn(Request<Bytes>) -> Result<Request<Bytes>, String>,
    /// What a server answers that says what a client has read from the response.
    pub(crate) response_again: fn(Response<Bytes>) -> Result<Response<Bytes>, String>,
}

impl Row {
    fn of<O: Outgoing + Incoming>() -> Self {
        Self { metadata: O::METADATA, request_again: request_again::<O>, response_again: response_again::<O> }
    }
}

fn request_again<O: Outgoing + Incoming>(request: Request<Bytes>) -> Result<Request<Bytes>, String> {
    let path = PathArguments::find(O::METADATA, request.uri()).ok_or("no route leads to the operation")?;
    let read = <O as Incoming>::decode(request.map(Body::from), &path)
        .map_err(|rejection| format!("the server refuses it: {rejection}"))?;
    let written =
        <O as Outgoing>::encode(read).map_err(|error| format!("the client can't send it: {error}"))?;
    let (parts, body) = written.into_parts();
    Ok(Request::from_parts(parts, whole(body)?))
}

fn response_again<O: Outgoing + Incoming>(response: Response<Bytes>) -> Result<Response<Bytes>, String> {
    let read = <O as Outgoing>::decode(response.map(Body::from))
        .map_err(|error| format!("the client can't read it: {error}"))?;
    if read.as_ref().is_err_and(|error| error.undocumented().is_some()) {
        return Err("the client takes it for one that is not documented".to_owned());
    }
    let written =
        <O as Incoming>::encode(read).map_err(|error| format!("the server can't send it: {error}"))?;
    let (parts, body) = written.into_parts();
    Ok(Response::from_parts(parts, whole(body)?))
}

fn whole(body: Body) -> Result<Bytes, String> {
    body.try_into_bytes().map_err(|_| "a body that was whole has become a stream".to_owned())
}

macro_rules! rows {
    ($($($module:ident)::+,)*) => {
        vec![$(Row::of::<matrix_client_server::$($module)::+::Request>(),)*]
    };
}

/// All of them; that none is missing is a test.
pub(crate) fn rows() -> Vec<Row> {
    rows! {
        content_repo::get_download_by_server_name_and_media_id,
        content_repo::get_thumbnail_by_server_name_and_media_id,
        content_repo::post_upload,
        directory::delete_room_by_room_alias,
        directory::get_room_by_room_alias,
        directory::put_room_by_room_alias,
        login::post_login,
        membership::post_rooms_by_room_id_invite,
        membership::post_rooms_by_room_id_join,
        presence::get_presence_by_user_id_status,
        presence::get_presence_list_by_user_id,
        presence::post_presence_list_by_user_id,
        presence::put_presence_by_user_id_status,
        profile::get_profile_by_user_id,
        profile::get_profile_by_user_id_avatar_url,
        profile::get_profile_by_user_id_displayname,
        profile::put_profile_by_user_id_avatar_url,
        profile::put_profile_by_user_id_displayname,
        r0::account_data::get_account_data,
        r0::account_data::get_account_data_per_room,
        r0::account_data::set_account_data,
        r0::account_data::set_account_data_per_room,
        r0::capabilities::get_capabilities,
        r0::content_repo::get_config,
        r0::content_repo::get_content,
        r0::content_repo::get_content_override_name,
        r0::content_repo::get_content_thumbnail,
        r0::content_repo::upload_content,
        r0::create_room::create_room,
        r0::device_management::delete_device,
        r0::device_management::delete_devices,
        r0::device_management::get_device,
        r0::device_management::get_devices,
        r0::device_management::update_device,
        r0::directory::delete_room_alias,
        r0::directory::get_local_aliases,
        r0::directory::get_room_id_by_alias,
        r0::directory::set_room_alias,
        r0::filter::define_filter,
        r0::filter::get_filter,
        r0::inviting::invite_user,
        r0::joining::join_room,
        r0::joining::join_room_by_id,
        r0::leaving::forget_room,
        r0::leaving::leave_room,
        r0::list_joined_rooms::get_joined_rooms,
        r0::login::get_login_flows,
        r0::login::login,
        r0::logout::logout,
        r0::logout::logout_all,
        r0::message_pagination::get_room_events,
        r0::presence::get_presence,
        r0::presence::set_presence,
        r0::profile::get_avatar_url,
        r0::profile::get_display_name,
        r0::profile::get_user_profile,
        r0::profile::set_avatar_url,
        r0::profile::set_display_name,
        r0::pushrules::get_push_rules,
        r0::receipts::post_receipt,
        r0::registration::change_password,
        r0::registration::check_username_availability,
        r0::registration::deactivate_account,
        r0::registration::register,
        r0::room_send::send_message,
        r0::room_state::set_room_state,
        r0::room_state::set_room_state_with_key,
        r0::rooms::get_joined_members_by_room,
        r0::rooms::get_members_by_room,
        r0::rooms::get_one_room_event,
        r0::rooms::get_room_state,
        r0::rooms::get_room_state_by_type,
        r0::rooms::get_room_state_with_key,
        r0::sync::sync,
        r0::typing::set_typing,
        r0::versions::get_versions,
        r0::whoami::get_token_owner,
        sync::get_events,
        sync::get_events_by_event_id,
        sync::get_initial_sync,
    }
}
