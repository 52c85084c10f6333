use autorest_client::{types, xms_error_responses::*};
use autorest_scenarios::{error, ok, status};
use serde_json::json;

#[test]
fn no_error() {
    match ok(pet_get_pet_by_id::Request::new("tommy")) {
        pet_get_pet_by_id::Response::Ok(pet) => {
            assert_eq!(json!(pet), json!({ "name": "Tommy Tomson", "aniType": "Dog" }));
        }
        other => panic!("{other:?}"),
    }
    ok(pet_do_something::Request::new("stay"));
}

/// Each status has a type of its own.
#[test]
fn an_error_for_each_status() {
    use pet_get_pet_by_id::{Error, Request};
    match error(Request::new("ringo")) {
        Error::BadRequest(text) => assert!(text.starts_with("ringo")),
        other => panic!("{other:?}"),
    }
    match error(Request::new("alien123")) {
        Error::NotImplemented(number) => assert_eq!(number, 123),
        other => panic!("{other:?}"),
    }
}

/// One status has several types, told apart by a member.
#[test]
fn errors_of_one_status() {
    use pet_get_pet_by_id::{Error, Request};
    match error(Request::new("coyoteUgly")) {
        Error::NotFound(types::NotFoundErrorBase::AnimalNotFound(error)) => {
            assert_eq!(error.name.as_deref(), Some("coyote"));
        }
        other => panic!("{other:?}"),
    }
    match error(Request::new("weirdAlYankovic")) {
        Error::NotFound(types::NotFoundErrorBase::InvalidResourceLink(error)) => {
            assert_eq!(error.what_sub_address.as_deref(), Some("pet/yourpet was not found"));
        }
        other => panic!("{other:?}"),
    }
}

/// An error that the document describes for any other status.
#[test]
fn errors_by_default() {
    use pet_do_something::{Error, Request};
    match error(Request::new("jump")) {
        Error::InternalServerError(types::PetActionError::PetSadError(error)) => {
            assert_eq!(error.reason.as_deref(), Some("need more treats"));
        }
        other => panic!("{other:?}"),
    }
    match error(Request::new("fetch")) {
        Error::Default { status, body: types::PetActionError::PetHungryOrThirstyError(error) } => {
            assert_eq!(status, 404);
            assert_eq!(error.hungry_or_thirsty.as_deref(), Some("hungry and thirsty"));
        }
        other => panic!("{other:?}"),
    }
}

/// A parameter of the name of a module of generated code. Its default is not sent by itself.
#[test]
fn a_parameter_named_models() {
    assert_eq!(status(pet_has_models_param::Request::new().with_models("value1")), 500);
    assert_eq!(status(pet_has_models_param::Request::new()), 400);
}
