//! The host of the document has parameters; a client is told its URL.

use autorest_client::custom_base_url_paging::*;
use autorest_scenarios::ok;

#[test]
fn relative_links() {
    let page = ok(paging_get_pages_partial_url::Request::new()).body;
    assert_eq!(page.next_link.as_deref(), Some("/paging/customurl/partialnextlink/page/2"));
    let page = ok(paging_get_pages_partial_url_operation::Request::new()).body;
    assert_eq!(page.next_link.as_deref(), Some("partialnextlinkop/page/2"));
}
