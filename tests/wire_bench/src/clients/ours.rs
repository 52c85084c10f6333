//! The generated client.

use std::sync::Arc;

use wire_api::Client;
use wire_api::orders::place_order;
#[cfg(feature = "hyper")]
use wire_api::runtime::HyperTransport;
use wire_api::types::Order;

use super::Calls;
use crate::order::{self, ID, json};

/// Over the default transport.
pub(super) async fn over_reqwest(place: String, calls: Calls) {
    run(Client::new(&place).expect("a client"), calls).await;
}

/// Over the lean one.
#[cfg(feature = "hyper")]
pub(super) async fn over_hyper(place: String, calls: Calls) {
    run(Client::with_transport(&place, HyperTransport::new()).expect("a client"), calls).await;
}

async fn run(client: Client, calls: Calls) {
    let order: Arc<Order> =
        Arc::new(serde_json::from_slice(&json(&order::sample(calls.case.bytes))).expect("an order"));
    let lines = order.lines.len();
    let call = move || {
        let call = client.place_order(place_order::Request::new(ID, Order::clone(&order)));
        async move { Ok(call.await?.body.lines.len()) }
    };
    calls.repeat(lines, call).await;
}
