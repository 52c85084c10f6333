//! Release r0 of the API, as far as a client needs it to log in, talk and listen. Clients of today call it
//! v3, which has the same shape in all of this.

mod account;
mod events;
mod filter;
mod login;
mod profile;
mod rooms;
mod start;
mod sync;

use std::sync::Arc;

use matrix_client_server::r0;
use matrix_client_server::runtime::Service;

use crate::homeserver::Homeserver;

/// Where the documents have it, and where clients of today look for it.
const R0: &str = "/_matrix/client/r0";
const V3: &str = "/_matrix/client/v3";

/// Adds the documents that are implemented here.
pub(super) fn add(service: Service, state: &Arc<Homeserver>) -> Service {
    service
        .with(r0::capabilities::routes(), Arc::clone(state))
        .with(r0::create_room::routes(), Arc::clone(state))
        .with(r0::filter::routes(), Arc::clone(state))
        .with(r0::joining::routes(), Arc::clone(state))
        .with(r0::login::routes(), Arc::clone(state))
        .with(r0::profile::routes(), Arc::clone(state))
        .with(r0::pushrules::routes(), Arc::clone(state))
        .with(r0::room_send::routes(), Arc::clone(state))
        .with(r0::sync::routes(), Arc::clone(state))
        .with(r0::versions::routes(), Arc::clone(state))
        .with(r0::whoami::routes(), Arc::clone(state))
        .with_also_below(R0, V3)
}

#[cfg(test)]
mod tests {
    use http::Request;
    use matrix_client_server::runtime::Body;

    use super::super::service;
    use super::*;

    #[tokio::test]
    async fn v3_is_r0_under_another_name() {
        let service = service(Homeserver::in_memory("localhost").expect("a database"));
        for base in [R0, V3] {
            let request = Request::get(format!("{base}/login")).body(Body::empty()).expect("a request");
            let answer = service.respond(request).await;
            assert_eq!(answer.status(), 200, "{base}");
        }
        let versions = Request::get("/_matrix/client/versions").body(Body::empty()).expect("a request");
        assert_eq!(service.respond(versions).await.status(), 200);
    }
}
