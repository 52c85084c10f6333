//! The format is no one of the specification's; such values are texts.

use autorest_client::body_time::*;
use autorest_scenarios::ok;

#[test]
fn values() {
    assert_eq!(ok(time_get::Request::new()).body, "11:34:56");
    assert_eq!(ok(time_put::Request::new("08:07:56")).body, "Nice job posting time");
}
