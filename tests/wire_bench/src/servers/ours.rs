//! The generated server.

use std::future::pending;
use std::sync::Arc;

use tokio::net::TcpListener;
use wire_api::orders::{self, Orders, place_order};
use wire_api::runtime::{ServeLimits, Service, serve as serve_service};
use wire_api::things::{self, Things};
use wire_api::types::{Problem, Receipt};

/// The server's state.
struct Shop;

impl Orders for Shop {
    async fn place_order(
        &self,
        request: place_order::Request,
    ) -> Result<place_order::Response, place_order::Error> {
        let order = request.body;
        if order.lines.is_empty() {
            return Err(place_order::Error::Conflict(Problem::new("nothing is ordered")));
        }
        Ok(place_order::Response::new(Receipt::new(request.id, order.customer, order.lines)))
    }
}

/// Operations that nobody calls, only looks past.
macro_rules! things {
    ($($method:ident)*) => {
        impl Things for Shop {$(
            async fn $method(
                &self,
                request: things::$method::Request,
            ) -> Result<things::$method::Response, things::$method::Error> {
                Ok(things::$method::Response::new(request.body))
            }
        )*}
    };
}

// A call of the macro with all methods of the trait.
include!("../../../../target/bench/wire/things.rs");

/// One operation, or all of them.
pub(super) fn service(routes: usize) -> Service {
    let state = Arc::new(Shop);
    let service = Service::new().with(orders::routes(), Arc::clone(&state));
    if routes == 1 { service } else { service.with(things::routes(), state) }
}

/// Serves as the README says.
pub(super) async fn serve(listener: TcpListener, routes: usize) {
    serve_service(listener, service(routes), ServeLimits::default(), pending()).await;
}
