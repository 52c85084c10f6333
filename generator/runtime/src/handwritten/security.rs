//! The credentials that operations take.

use crate::runtime::{Principal, Scheme, SchemeKind, Secret, basic_credential, token_credential};

/// The scheme `accessToken`: a key in the query parameter `access_token`.
pub const ACCESS_TOKEN: Scheme = Scheme { name: "accessToken", kind: SchemeKind::QueryKey("access_token") };

/// The access token of a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessToken(Secret, Principal);

token_credential!(AccessToken, ACCESS_TOKEN);

/// The scheme `admin`: HTTP Basic authentication.
pub const ADMIN: Scheme = Scheme { name: "admin", kind: SchemeKind::Basic };

/// The name and the password of an administrator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Admin {
    /// The name.
    pub username: String,
    /// The password.
    pub password: Secret,
    principal: Principal,
}

basic_credential!(Admin, ADMIN);

/// The scheme `bearer`: a bearer token.
pub const BEARER: Scheme = Scheme { name: "bearer", kind: SchemeKind::Bearer };

/// A bearer token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bearer(Secret, Principal);

token_credential!(Bearer, BEARER);

/// The scheme `device`: a key in the header `X-Device-Key`.
pub const DEVICE: Scheme = Scheme { name: "device", kind: SchemeKind::HeaderKey("X-Device-Key") };

/// The key of a device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device(Secret, Principal);

token_credential!(Device, DEVICE);

/// The scheme `session`: a key in the cookie `session`.
pub const SESSION: Scheme = Scheme { name: "session", kind: SchemeKind::CookieKey("session") };

/// The key of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session(Secret, Principal);

token_credential!(Session, SESSION);
