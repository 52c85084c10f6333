//! The client over hyper-util, by hand.

use std::sync::Arc;

use bytes::Bytes;
use http::Request;
use http::header::{ACCEPT, CONTENT_TYPE};
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use tokio::time::timeout;

use super::{CONNECT_TIMEOUT, Calls, TOTAL_TIMEOUT};
use crate::Failure;
use crate::order::{self, ID, Order, Receipt, json};

pub(super) async fn run(place: String, calls: Calls) {
    let mut connector = HttpConnector::new();
    connector.set_nodelay(true);
    connector.set_connect_timeout(Some(CONNECT_TIMEOUT));
    let client = Client::builder(TokioExecutor::new()).pool_timer(TokioTimer::new()).build(connector);
    let order = Arc::new(order::sample(calls.case.bytes));
    let (lines, place) = (order.lines.len(), Arc::<str>::from(place));
    let call = move || {
        let (client, place, order) = (client.clone(), Arc::clone(&place), Order::clone(&order));
        async move { timeout(TOTAL_TIMEOUT, place_order(client, place, ID, order)).await? }
    };
    calls.repeat(lines, call).await;
}

async fn place_order(
    client: Client<HttpConnector, Full<Bytes>>,
    place: Arc<str>,
    id: &str,
    order: Order,
) -> Result<usize, Failure> {
    let request = Request::post(format!("{place}/orders/{id}"))
        .header(CONTENT_TYPE, "application/json")
        .header(ACCEPT, "application/json")
        .body(Full::new(json(&order)))?;
    let response = client.request(request).await?;
    if !response.status().is_success() {
        return Err(format!("the server answered {}", response.status()).into());
    }
    let bytes = response.into_body().collect().await?.to_bytes();
    let receipt: Receipt = serde_json::from_slice(&bytes)?;
    Ok(receipt.lines.len())
}
