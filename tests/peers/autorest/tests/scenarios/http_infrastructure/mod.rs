mod retries;

use autorest_client::http_infrastructure::*;
use autorest_client::runtime::CallError;
use autorest_client::types;
use autorest_scenarios::{call, error, ok, status, undecodable};

#[test]
fn successes() {
    assert!(ok(http_success_get200::Request::new()).body);
    ok(http_success_put200::Request::new().with_body(true));
    ok(http_success_post200::Request::new().with_body(true));
    ok(http_success_delete200::Request::new().with_body(true));
    ok(http_success_head200::Request::new());
    ok(http_success_patch200::Request::new().with_body(true));
    ok(http_success_put201::Request::new().with_body(true));
    ok(http_success_post201::Request::new().with_body(true));
    ok(http_success_put202::Request::new().with_body(true));
    ok(http_success_post202::Request::new().with_body(true));
    ok(http_success_delete202::Request::new().with_body(true));
    ok(http_success_patch202::Request::new().with_body(true));
    ok(http_success_put204::Request::new().with_body(true));
    ok(http_success_post204::Request::new().with_body(true));
    ok(http_success_delete204::Request::new().with_body(true));
    ok(http_success_head204::Request::new());
    ok(http_success_patch204::Request::new().with_body(true));
    assert_eq!(status(http_success_head404::Request::new()), 404);
}

#[test]
fn failures_of_the_client() {
    assert_eq!(status(http_client_failure_get400::Request::new()), 400);
    assert_eq!(status(http_client_failure_put400::Request::new().with_body(true)), 400);
    assert_eq!(status(http_client_failure_post400::Request::new().with_body(true)), 400);
    assert_eq!(status(http_client_failure_delete400::Request::new().with_body(true)), 400);
    assert_eq!(status(http_client_failure_options400::Request::new()), 400);
    assert_eq!(status(http_client_failure_head400::Request::new()), 400);
    assert_eq!(status(http_client_failure_patch400::Request::new().with_body(true)), 400);
    assert_eq!(status(http_client_failure_head401::Request::new()), 401);
    assert_eq!(status(http_client_failure_get402::Request::new()), 402);
    assert_eq!(status(http_client_failure_get403::Request::new()), 403);
    assert_eq!(status(http_client_failure_options403::Request::new()), 403);
    assert_eq!(status(http_client_failure_put404::Request::new().with_body(true)), 404);
    assert_eq!(status(http_client_failure_patch405::Request::new().with_body(true)), 405);
    assert_eq!(status(http_client_failure_post406::Request::new().with_body(true)), 406);
    assert_eq!(status(http_client_failure_delete407::Request::new().with_body(true)), 407);
    assert_eq!(status(http_client_failure_put409::Request::new().with_body(true)), 409);
    assert_eq!(status(http_client_failure_head410::Request::new()), 410);
    assert_eq!(status(http_client_failure_get411::Request::new()), 411);
    assert_eq!(status(http_client_failure_get412::Request::new()), 412);
    assert_eq!(status(http_client_failure_options412::Request::new()), 412);
    assert_eq!(status(http_client_failure_put413::Request::new().with_body(true)), 413);
    assert_eq!(status(http_client_failure_patch414::Request::new().with_body(true)), 414);
    assert_eq!(status(http_client_failure_post415::Request::new().with_body(true)), 415);
    assert_eq!(status(http_client_failure_get416::Request::new()), 416);
    assert_eq!(status(http_client_failure_delete417::Request::new().with_body(true)), 417);
    assert_eq!(status(http_client_failure_head429::Request::new()), 429);
}

#[test]
fn failures_of_the_server() {
    assert_eq!(status(http_server_failure_get501::Request::new()), 501);
    assert_eq!(status(http_server_failure_head501::Request::new()), 501);
    assert_eq!(status(http_server_failure_post505::Request::new().with_body(true)), 505);
    assert_eq!(status(http_server_failure_delete505::Request::new().with_body(true)), 505);
}

/// A document may describe an error by nothing, or by what does not come: it is told all the same.
#[test]
fn failures_without_a_model() {
    assert_eq!(status(http_failure_get_empty_error::Request::new()), 400);
    assert_eq!(status(http_failure_get_no_model_error::Request::new()), 400);
    assert_eq!(status(http_failure_get_no_model_empty::Request::new()), 400);
}

/// The transport follows, and the answer is that of the place that it is led to.
#[test]
fn redirects_that_are_followed() {
    use http_redirects_get301 as get301;
    use http_redirects_get302 as get302;
    use http_redirects_get307 as get307;
    use http_redirects_head301 as head301;
    use http_redirects_head302 as head302;
    use http_redirects_head307 as head307;
    assert!(matches!(ok(get301::Request::new()), get301::Response::Ok(_)));
    assert!(matches!(ok(get302::Request::new()), get302::Response::Ok(_)));
    assert!(matches!(ok(get307::Request::new()), get307::Response::Ok(_)));
    assert!(matches!(ok(head301::Request::new()), head301::Response::Ok));
    assert!(matches!(ok(head302::Request::new()), head302::Response::Ok));
    assert!(matches!(ok(head307::Request::new()), head307::Response::Ok));
}

/// Method and body stay with a 307; a 303 asks for a `GET`.
#[test]
fn redirects_of_other_methods() {
    use http_redirects_delete307 as delete307;
    use http_redirects_options307 as options307;
    use http_redirects_patch307 as patch307;
    use http_redirects_post303 as post303;
    use http_redirects_post307 as post307;
    use http_redirects_put307 as put307;
    assert!(matches!(ok(put307::Request::new().with_body(true)), put307::Response::Ok(_)));
    assert!(matches!(ok(post307::Request::new().with_body(true)), post307::Response::Ok(_)));
    assert!(matches!(ok(patch307::Request::new().with_body(true)), patch307::Response::Ok(_)));
    assert!(matches!(ok(delete307::Request::new().with_body(true)), delete307::Response::Ok(_)));
    assert!(matches!(ok(options307::Request::new()), options307::Response::Ok(_)));
    assert!(matches!(ok(post303::Request::new().with_body(true)), post303::Response::Ok(_)));
}

/// Several places to choose from: nobody but the caller can.
#[test]
fn redirects_with_a_choice() {
    use http_redirects_get300 as get300;
    use http_redirects_head300 as head300;
    match ok(get300::Request::new()) {
        get300::Response::MultipleChoices { location, body } => {
            assert_eq!(location, Some(get300::Location::HttpSuccessGet200));
            assert_eq!(body, ["/http/success/get/200"]);
        }
        other => panic!("{other:?}"),
    }
    match ok(head300::Request::new()) {
        head300::Response::MultipleChoices { location } => {
            assert_eq!(location, Some(head300::Location::HttpSuccessHead200));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn redirects_that_lead_nowhere() {
    assert_eq!(status(http_redirects_put301::Request::new().with_body(true)), 404);
    assert_eq!(status(http_redirects_patch302::Request::new().with_body(true)), 404);
}

#[test]
fn a_model_or_nothing() {
    use multiple_responses_get200_model204_no_model_default_error200_valid as valid;
    use multiple_responses_get200_model204_no_model_default_error201_invalid as created;
    use multiple_responses_get200_model204_no_model_default_error202_none as accepted;
    use multiple_responses_get200_model204_no_model_default_error204_valid as nothing;
    use multiple_responses_get200_model204_no_model_default_error400_valid as refused;
    match ok(valid::Request::new()) {
        valid::Response::Ok(a) => assert_eq!(a.status_code.as_deref(), Some("200")),
        other => panic!("{other:?}"),
    }
    assert!(matches!(ok(nothing::Request::new()), nothing::Response::NoContent));
    assert_eq!(status(created::Request::new()), 201);
    assert_eq!(status(accepted::Request::new()), 202);
    assert_eq!(status(refused::Request::new()), 400);
}

#[test]
fn one_of_two_models() {
    use multiple_responses_get200_model201_model_default_error200_valid as valid;
    use multiple_responses_get200_model201_model_default_error201_valid as created;
    use multiple_responses_get200_model201_model_default_error400_valid as refused;
    match ok(valid::Request::new()) {
        valid::Response::Ok(a) => assert_eq!(a.status_code.as_deref(), Some("200")),
        other => panic!("{other:?}"),
    }
    match ok(created::Request::new()) {
        created::Response::Created(b) => assert_eq!(b.text_status_code.as_deref(), Some("Created")),
        other => panic!("{other:?}"),
    }
    match error(refused::Request::new()) {
        refused::Error::Default { status, body } => {
            assert_eq!((status.as_u16(), body.message.as_deref()), (400, Some("client error")));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn one_of_three_models() {
    use multiple_responses_get200_model_a201_model_c404_model_d_default_error200_valid as valid;
    use multiple_responses_get200_model_a201_model_c404_model_d_default_error201_valid as created;
    use multiple_responses_get200_model_a201_model_c404_model_d_default_error400_valid as refused;
    use multiple_responses_get200_model_a201_model_c404_model_d_default_error404_valid as not_found;
    match ok(valid::Request::new()) {
        valid::Response::Ok(a) => assert_eq!(a.status_code.as_deref(), Some("200")),
        other => panic!("{other:?}"),
    }
    match ok(created::Request::new()) {
        created::Response::Created(c) => assert_eq!(c.http_code.as_deref(), Some("201")),
        other => panic!("{other:?}"),
    }
    match error(not_found::Request::new()) {
        not_found::Error::NotFound(d) => assert_eq!(d.http_status_code.as_deref(), Some("404")),
        other => panic!("{other:?}"),
    }
    match error(refused::Request::new()) {
        refused::Error::Default { status, .. } => assert_eq!(status, 400),
        other => panic!("{other:?}"),
    }
}

#[test]
fn no_model_at_all() {
    use multiple_responses_get202_none204_none_default_error202_none as accepted;
    use multiple_responses_get202_none204_none_default_error204_none as nothing;
    use multiple_responses_get202_none204_none_default_error400_valid as refused;
    assert!(matches!(ok(accepted::Request::new()), accepted::Response::Accepted(_)));
    assert!(matches!(ok(nothing::Request::new()), nothing::Response::NoContent));
    assert_eq!(status(refused::Request::new()), 400);
}

/// A body that no schema describes is kept as it came.
#[test]
fn a_body_without_a_model() {
    use multiple_responses_get202_none204_none_default_none202_invalid as accepted;
    use multiple_responses_get202_none204_none_default_none204_none as nothing;
    use multiple_responses_get202_none204_none_default_none400_invalid as refused;
    use multiple_responses_get202_none204_none_default_none400_none as refused_silently;
    match ok(accepted::Request::new()) {
        accepted::Response::Accepted(body) => assert_eq!(body.text(), r#"{"property":"value"}"#),
        other => panic!("{other:?}"),
    }
    assert!(matches!(ok(nothing::Request::new()), nothing::Response::NoContent));
    match error(refused::Request::new()) {
        refused::Error::Default { body, .. } => assert_eq!(body.text(), r#"{"property":"value"}"#),
        other => panic!("{other:?}"),
    }
    assert_eq!(status(refused_silently::Request::new()), 400);
}

#[test]
fn a_model_by_default() {
    let valid = ok(multiple_responses_get_default_model_a200_valid::Request::new());
    assert_eq!(valid.body, types::A::new().with_status_code("200"));
    undecodable(multiple_responses_get_default_model_a200_none::Request::new());
    assert_eq!(status(multiple_responses_get_default_model_a400_valid::Request::new()), 400);
    assert_eq!(status(multiple_responses_get_default_model_a400_none::Request::new()), 400);
}

#[test]
fn no_model_by_default() {
    let invalid = ok(multiple_responses_get_default_none200_invalid::Request::new());
    assert_eq!(invalid.body.text(), r#"{"statusCode":"200"}"#);
    let none = ok(multiple_responses_get_default_none200_none::Request::new());
    assert_eq!(none.body.text(), "");
    assert_eq!(status(multiple_responses_get_default_none400_invalid::Request::new()), 400);
    assert_eq!(status(multiple_responses_get_default_none400_none::Request::new()), 400);
}

#[test]
fn a_model_for_one_status() {
    let valid = ok(multiple_responses_get200_model_a200_valid::Request::new());
    assert_eq!(valid.body, types::A::new().with_status_code("200"));
    let invalid = ok(multiple_responses_get200_model_a200_invalid::Request::new());
    assert_eq!(invalid.body, types::A::new());
    undecodable(multiple_responses_get200_model_a200_none::Request::new());
    assert_eq!(status(multiple_responses_get200_model_a400_none::Request::new()), 400);
    assert_eq!(status(multiple_responses_get200_model_a400_valid::Request::new()), 400);
    assert_eq!(status(multiple_responses_get200_model_a400_invalid::Request::new()), 400);
    let unexpected = call(multiple_responses_get200_model_a202_valid::Request::new());
    assert!(matches!(unexpected, Err(CallError::Answer(_))));
}
