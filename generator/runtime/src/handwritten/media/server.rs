//! The operations of `media` that a server has.

use super::{download, get_messages, post_attachment, post_report, put_alias, put_cover, put_status, upload};
use crate::runtime::routes;
use crate::security;

/// The operations of `media`.
pub trait Media: Send + Sync + 'static {
    /// `GET /api/rooms/{roomId}/messages`: lists messages.
    fn get_messages(
        &self,
        request: get_messages::Request,
    ) -> impl Future<Output = Result<get_messages::Response, get_messages::Error>> + Send;

    /// `PUT /api/presence/{userId}/status`: says whether a user is there.
    fn put_status(
        &self,
        request: put_status::Request,
        access_token: security::AccessToken,
    ) -> impl Future<Output = Result<put_status::Response, put_status::Error>> + Send;

    /// `POST /api/upload`: keeps some bytes. One of the credentials is there.
    fn upload(
        &self,
        request: upload::Request,
        access_token: Option<security::AccessToken>,
        admin: Option<security::Admin>,
    ) -> impl Future<Output = Result<upload::Response, upload::Error>> + Send;

    /// `GET /api/download/{serverName}/{mediaId}.{extension}`: gives kept bytes back.
    fn download(
        &self,
        request: download::Request,
    ) -> impl Future<Output = Result<download::Response, download::Error>> + Send;

    /// `PUT /api/alias/{alias}`: names a room.
    fn put_alias(
        &self,
        request: put_alias::Request,
        admin: security::Admin,
    ) -> impl Future<Output = Result<put_alias::Response, put_alias::Error>> + Send;

    /// `POST /api/report`: reports something. All of the credentials are there.
    fn post_report(
        &self,
        request: post_report::Request,
        bearer: security::Bearer,
        device: security::Device,
        session: security::Session,
    ) -> impl Future<Output = Result<post_report::Response, post_report::Error>> + Send;

    /// `POST /api/attachment`: keeps a file, with a form.
    fn post_attachment(
        &self,
        request: post_attachment::Request,
    ) -> impl Future<Output = Result<post_attachment::Response, post_attachment::Error>> + Send;

    /// `PUT /api/cover`: sets a picture, by a link or as it is.
    fn put_cover(
        &self,
        request: put_cover::Request,
    ) -> impl Future<Output = Result<put_cover::Response, put_cover::Error>> + Send;
}

routes! {
    Media {
        get_messages(),
        put_status(access_token),
        upload(access_token, admin),
        download(),
        put_alias(admin),
        post_report(bearer, device, session),
        post_attachment(),
        put_cover(),
    }
}
