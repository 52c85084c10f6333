//! The credentials that operations take.

use crate::runtime::{Scheme, SchemeKind, Secret, basic_credential, token_credential};

/// The scheme `accessToken`: a key in the query parameter `access_token`.
pub const ACCESS_TOKEN: Scheme = Scheme { name: "accessToken", kind: SchemeKind::QueryKey("access_token") };

/// The access token of a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessToken(Secret);

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
}

basic_credential!(Admin, ADMIN);
