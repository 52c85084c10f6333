//! The host of the document has parameters; a client is told its URL.

use autorest_client::parameterized_endpoint::*;
use autorest_scenarios::ok;

#[test]
fn an_endpoint() {
    ok(get::Request::new());
}
