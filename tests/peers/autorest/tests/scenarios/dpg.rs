//! An API and what became of it, a document for each, and one that is meant to be extended by hand.

use autorest_client::{dpg_customization, dpg_initial, dpg_update1};
use autorest_scenarios::{from_json, ok, undecodable};
use serde_json::{Value, json};

fn image() -> Value {
    json!({ "url": "http://example.org/myimage.jpeg" })
}

#[test]
fn before() {
    use dpg_initial::*;
    ok(params_head_no_params::Request::new());
    assert!(ok(params_get_required::Request::new("foo")).body.contains_key("message"));
    ok(params_put_required_optional::Request::new("foo").with_optional_param("bar"));
    ok(params_get_optional::Request::new().with_optional_param("bar"));
}

#[test]
fn after() {
    use dpg_update1::*;
    ok(params_head_no_params::Request::new().with_new_parameter("new"));
    ok(params_get_required::Request::new("foo").with_new_parameter("new"));
    ok(params_put_required_optional::Request::new("foo").with_new_parameter("new"));
    ok(params_get_optional::Request::new().with_new_parameter("new"));
    ok(params_delete_parameters::Request::new());
    assert!(ok(params_get_new_operation::Request::new()).body.contains_key("message"));
}

/// The documents promise an object, and the server sends nothing.
#[test]
fn no_body() {
    undecodable(dpg_initial::params_post_parameters::Request::new(from_json(image())));
    let image = dpg_update1::params_post_parameters::RequestBody::Json(from_json(image()));
    undecodable(dpg_update1::params_post_parameters::Request::new(image));
}

#[test]
fn both_modes() {
    use dpg_customization::*;
    for mode in ["raw", "model"] {
        assert_eq!(json!(ok(get_model::Request::new(mode)).body.received), mode);
        let hello = from_json(json!({ "hello": "world!" }));
        assert_eq!(json!(ok(post_model::Request::new(mode, hello)).body.received), mode);
        assert!(ok(get_pages::Request::new(mode)).body.next_link.is_some());
        assert_eq!(ok(lro::Request::new(mode)).body.provisioning_state, "Succeeded");
    }
}
