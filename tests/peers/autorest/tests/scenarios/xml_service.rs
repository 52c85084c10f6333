//! Bodies in XML are bytes as they are, both ways. The server wants to have what it gives.

use autorest_client::runtime::Body;
use autorest_client::{types, xml_service::*};
use autorest_scenarios::{collect, ok};

/// What the server gave, to be sent back.
fn back(body: Body) -> Vec<u8> {
    let bytes = collect(body, 1 << 20).expect("it is a small document");
    assert!(bytes.starts_with(b"<"), "it is XML");
    bytes
}

#[test]
fn elements() {
    ok(xml_put_simple::Request::new(back(ok(xml_get_simple::Request::new()).body)));
    let body = ok(xml_get_empty_child_element::Request::new()).body;
    ok(xml_put_empty_child_element::Request::new(back(body)));
    let body = ok(xml_get_complex_type_ref_no_meta::Request::new()).body;
    ok(xml_put_complex_type_ref_no_meta::Request::new(back(body)));
    let body = ok(xml_get_complex_type_ref_with_meta::Request::new()).body;
    ok(xml_put_complex_type_ref_with_meta::Request::new(back(body)));
    back(ok(xml_get_x_ms_text::Request::new()).body);
    assert_eq!(ok(xml_get_headers::Request::new()).custom_header.as_deref(), Some("custom-value"));
}

#[test]
fn lists() {
    ok(xml_put_empty_list::Request::new(back(ok(xml_get_empty_list::Request::new()).body)));
    ok(xml_put_root_list::Request::new(back(ok(xml_get_root_list::Request::new()).body)));
    let body = ok(xml_get_root_list_single_item::Request::new()).body;
    ok(xml_put_root_list_single_item::Request::new(back(body)));
    let body = ok(xml_get_empty_root_list::Request::new()).body;
    ok(xml_put_empty_root_list::Request::new(back(body)));
}

#[test]
fn wrapped_lists() {
    ok(xml_put_wrapped_lists::Request::new(back(ok(xml_get_wrapped_lists::Request::new()).body)));
    let body = ok(xml_get_empty_wrapped_lists::Request::new()).body;
    ok(xml_put_empty_wrapped_lists::Request::new(back(body)));
}

#[test]
fn scalars() {
    ok(xml_put_binary::Request::new(back(ok(xml_get_bytes::Request::new()).body)));
    ok(xml_put_uri::Request::new(back(ok(xml_get_uri::Request::new()).body)));
}

/// Operations of one path, told apart by a query.
#[test]
fn queries_in_paths() {
    back(ok(xml_list_containers::Request::new()).body);
    back(ok(xml_list_blobs::Request::new()).body);
    let body = ok(xml_get_service_properties::Request::new()).body;
    ok(xml_put_service_properties::Request::new(back(body)));
    ok(xml_put_acls::Request::new(back(ok(xml_get_acls::Request::new()).body)));
}

#[test]
fn json_beside_xml() {
    ok(xml_json_input::Request::new(types::JsonInput::new().with_id(42)));
    assert_eq!(ok(xml_json_output::Request::new()).body.id, Some(42));
}
