//! The client over reqwest, by hand.

use std::sync::Arc;

use reqwest::Client;

use super::{CONNECT_TIMEOUT, Calls, TOTAL_TIMEOUT};
use crate::Failure;
use crate::order::{self, ID, Order, Receipt};

pub(super) async fn run(place: String, calls: Calls) {
    let client = Client::builder().connect_timeout(CONNECT_TIMEOUT).timeout(TOTAL_TIMEOUT).build();
    let client = client.expect("a client");
    let order = Arc::new(order::sample(calls.case.bytes));
    let (lines, place) = (order.lines.len(), Arc::<str>::from(place));
    let call = move || place_order(client.clone(), Arc::clone(&place), ID, Order::clone(&order));
    calls.repeat(lines, call).await;
}

async fn place_order(client: Client, place: Arc<str>, id: &str, order: Order) -> Result<usize, Failure> {
    let response = client.post(format!("{place}/orders/{id}")).json(&order).send().await?;
    let receipt: Receipt = response.error_for_status()?.json().await?;
    Ok(receipt.lines.len())
}
