//! The host of the document has parameters; a client is told its URL.

use autorest_client::custom_base_url::*;
use autorest_scenarios::ok;

#[test]
fn one_host() {
    ok(paths_get_empty::Request::new());
}
