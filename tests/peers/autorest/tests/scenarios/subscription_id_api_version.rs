use autorest_client::subscription_id_api_version::*;
use autorest_scenarios::ok;

#[test]
fn a_group() {
    use group_get_sample_resource_group::Request;
    let group = ok(Request::new("subscription", "testgroup101", "2014-04-01-preview")).body;
    assert_eq!(group.name.as_deref(), Some("testgroup101"));
    assert_eq!(group.location.as_deref(), Some("West US"));
}
