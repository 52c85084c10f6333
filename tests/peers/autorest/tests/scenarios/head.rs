//! A resource is there or not: one document has a status for that, the other has an error.

use autorest_client::{head, head_exceptions};
use autorest_scenarios::{ok, status};

#[test]
fn statuses() {
    ok(head::http_success_head200::Request::new());
    ok(head::http_success_head204::Request::new());
    assert_eq!(status(head::http_success_head404::Request::new()), 404);
    ok(head_exceptions::head_exception_head200::Request::new());
    ok(head_exceptions::head_exception_head204::Request::new());
    assert_eq!(status(head_exceptions::head_exception_head404::Request::new()), 404);
}
