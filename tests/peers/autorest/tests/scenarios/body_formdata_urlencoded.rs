use autorest_client::body_formdata_urlencoded::*;
use autorest_scenarios::ok;

#[test]
fn forms() {
    use formdataurlencoded_update_pet_with_form::{PetFood, PetType, Request};
    ok(Request::new(1, PetType::Dog, PetFood::Meat, 42).with_name("Fido"));
    use formdataurlencoded_partial_constant_body::GrantType;
    ok(formdataurlencoded_partial_constant_body::Request::new(GrantType::AccessToken, "bar", "foo"));
}
