//! What goes over the wire, as somebody writes it who has no generator; and samples of it.

use bytes::Bytes;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Order {
    pub(crate) customer: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) note: Option<String>,
    pub(crate) lines: Vec<Line>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Line {
    sku: String,
    quantity: i32,
    price: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    gift: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tags: Option<Vec<String>>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Receipt {
    pub(crate) id: String,
    pub(crate) customer: String,
    pub(crate) lines: Vec<Line>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Problem {
    pub(crate) reason: String,
}

/// The order that every exchange is about.
pub(crate) const ID: &str = "o-1742";

/// An order whose JSON has about so many bytes.
pub(crate) fn sample(bytes: usize) -> Order {
    let line = |at: usize| Line {
        sku: format!("A-{}", 100 + at % 900),
        quantity: 1 + (at % 7) as i32,
        price: 0.25 * (at % 400) as f64 + 9.5,
        gift: (at % 3 == 1).then_some(true),
        tags: at.is_multiple_of(2).then(|| vec!["new".to_owned(), "blue".to_owned()]),
    };
    let length = |lines: usize| json(&(0..lines).map(line).collect::<Vec<_>>()).len();
    // A thousand of them tell how long one is.
    let lines = (bytes.saturating_sub(30) * 1_000 / length(1_000)).max(1);
    Order { customer: "Jo Doe".to_owned(), note: None, lines: (0..lines).map(line).collect() }
}

/// Its JSON.
pub(crate) fn json<T: Serialize>(value: &T) -> Bytes {
    serde_json::to_vec(value).expect("JSON").into()
}

/// The JSON of what is answered to it.
pub(crate) fn answer(bytes: usize) -> Bytes {
    let order = sample(bytes);
    json(&Receipt { id: ID.to_owned(), customer: order.customer, lines: order.lines })
}
