//! The host of the document has parameters; a client is told its URL.

use autorest_client::custom_base_url_more_options::*;
use autorest_scenarios::ok;

#[test]
fn a_host_and_a_path() {
    ok(paths_get_empty::Request::new("key1", "test12").with_key_version("v1"));
}
