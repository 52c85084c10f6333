//! The client of all operations.

#[cfg(feature = "reqwest")]
use crate::runtime::ReqwestTransport;
use crate::runtime::{
    BuildError, ClientCore, Credential, CredentialSource, Middleware, Pending, StaticCredentials, Transport,
};
use crate::{login, media};

/// The client of all operations. Cloning it is cheap.
#[derive(Debug, Clone)]
pub struct Client(ClientCore);

impl Client {
    /// A client of the server at `http(s)://host[:port][/prefix]`.
    #[cfg(feature = "reqwest")]
    pub fn new(base_url: &str) -> Result<Self, BuildError> {
        Self::with_transport(base_url, ReqwestTransport::new()?)
    }

    /// A client over another transport.
    pub fn with_transport(base_url: &str, transport: impl Transport) -> Result<Self, BuildError> {
        ClientCore::new(base_url, transport).map(Self)
    }

    /// Takes credentials from another source.
    pub fn with_credentials(self, source: impl CredentialSource) -> Self {
        Self(self.0.with_credentials(source))
    }

    /// Sends one credential with every call that takes it, and no other.
    pub fn with_credential<C: Credential>(self, credential: &C) -> Self {
        self.with_credentials(StaticCredentials::new().with(credential))
    }

    /// Puts a layer around the transport, and around the layers that are there already.
    pub fn with_layer(self, layer: impl Middleware) -> Self {
        Self(self.0.with_layer(layer))
    }

    /// Collects at most so many bytes of an answer.
    pub fn with_response_limit(self, bytes: usize) -> Self {
        Self(self.0.with_response_limit(bytes))
    }

    /// `POST /_matrix/client/api/v1/login`: logs a user in.
    pub fn post_login(
        &self,
        request: login::post_login::Request,
    ) -> Pending<login::post_login::Response, login::post_login::Error> {
        self.0.call(request)
    }

    /// `GET /api/rooms/{roomId}/messages`: lists messages.
    pub fn get_messages(
        &self,
        request: media::get_messages::Request,
    ) -> Pending<media::get_messages::Response, media::get_messages::Error> {
        self.0.call(request)
    }

    /// `PUT /api/presence/{userId}/status`: says whether a user is there.
    pub fn put_status(
        &self,
        request: media::put_status::Request,
    ) -> Pending<media::put_status::Response, media::put_status::Error> {
        self.0.call(request)
    }

    /// `POST /api/upload`: keeps some bytes.
    pub fn upload(
        &self,
        request: media::upload::Request,
    ) -> Pending<media::upload::Response, media::upload::Error> {
        self.0.call(request)
    }

    /// `GET /api/download/{serverName}/{mediaId}.{extension}`: gives kept bytes back.
    pub fn download(
        &self,
        request: media::download::Request,
    ) -> Pending<media::download::Response, media::download::Error> {
        self.0.call(request)
    }

    /// `PUT /api/alias/{alias}`: names a room.
    pub fn put_alias(
        &self,
        request: media::put_alias::Request,
    ) -> Pending<media::put_alias::Response, media::put_alias::Error> {
        self.0.call(request)
    }

    /// `POST /api/report`: reports something, with a form.
    pub fn post_report(
        &self,
        request: media::post_report::Request,
    ) -> Pending<media::post_report::Response, media::post_report::Error> {
        self.0.call(request)
    }

    /// `POST /api/attachment`: keeps a file, with a form.
    pub fn post_attachment(
        &self,
        request: media::post_attachment::Request,
    ) -> Pending<media::post_attachment::Response, media::post_attachment::Error> {
        self.0.call(request)
    }

    /// `PUT /api/cover`: sets a picture, by a link or as it is.
    pub fn put_cover(
        &self,
        request: media::put_cover::Request,
    ) -> Pending<media::put_cover::Response, media::put_cover::Error> {
        self.0.call(request)
    }
}
