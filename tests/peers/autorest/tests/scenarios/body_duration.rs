//! The format is no one of the specification's; such values are texts.

use autorest_client::body_duration::*;
use autorest_scenarios::{ok, undecodable};

#[test]
fn values() {
    assert_eq!(ok(duration_get_positive_duration::Request::new()).body, "P3Y6M4DT12H30M5S");
    ok(duration_put_positive_duration::Request::new("P123DT22H14M12.011S"));
    assert_eq!(ok(duration_get_invalid::Request::new()).body, "123ABC");
    undecodable(duration_get_null::Request::new());
}
