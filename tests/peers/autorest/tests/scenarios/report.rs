//! What the server has seen, asked for as `cargo xtask peers` does.

use autorest_client::{azure_report, report};
use autorest_scenarios::ok;

#[test]
fn counts() {
    assert!(ok(report::get_report::Request::new()).body.contains_key("UrlPathsBoolTrue"));
    assert!(ok(report::get_optional_report::Request::new()).body.contains_key("MultiapiLRO"));
    assert!(ok(azure_report::get_report::Request::new()).body.contains_key("PagingSingle"));
}
