//! Which error of the catalog it is: by code, status and message, of this version or an earlier one.

use super::{edges, marketing, parcels, works};
use error_catalog::{Outcome, Response, Warning};
use error_catalog_tests::{
    EdgesError, EdgesErrorKind, LinkedIn, LinkedInError, MarketingError, MarketingErrorKind,
    ParcelsError, WorksError,
};

#[test]
fn a_numeric_code_may_come_as_text_and_a_textual_one_as_a_number() {
    let heavy = ParcelsError::too_heavy("2.50");
    let body = r#"{"code":1042,"message":"2.50 kg are too heavy"}"#;
    assert_eq!(
        (parcels(413, body).error(), parcels(413, body).warnings()),
        (Some(&heavy), vec![])
    );
    let body = r#"{"code":"1042","message":"2.50 kg are too heavy"}"#;
    assert_eq!(
        (parcels(413, body).error(), parcels(413, body).warnings()),
        (Some(&heavy), vec![Warning::CodeType])
    );
    let body = r#"{"code":77,"message":"Too far"}"#;
    let far = ParcelsError::TooFar;
    assert_eq!(
        (parcels(422, body).error(), parcels(422, body).warnings()),
        (Some(&far), vec![Warning::CodeType])
    );
    for other in [
        "1042.0",
        "1.042e3",
        "\"01042\"",
        "\"+1042\"",
        "104200000000000000000000000000",
    ] {
        let body = format!(r#"{{"code":{other},"message":"2.50 kg are too heavy"}}"#);
        assert_eq!(parcels(413, &body).error(), None, "{other}");
    }
}

#[test]
fn a_code_is_found_among_any_number_of_members() {
    for count in 0..30 {
        let many = |from: usize| {
            let many = (from..from + count).map(|number| format!("\"m{number}\":[],"));
            many.collect::<Vec<_>>().concat()
        };
        let body = format!(
            r#"{{{}"code":"NOT_FOUND",{}"description":"x"}}"#,
            many(0),
            many(100)
        );
        let decoded = works(404, &body);
        assert_eq!(
            (decoded.error(), decoded.message()),
            (Some(&WorksError::NotFound), Some("x"))
        );
    }
}

#[test]
fn the_status_of_the_body_decides_before_that_of_http() {
    let denied = r#"{"code":"LIMIT_EXCEEDED"}"#;
    assert_eq!(
        works(403, denied).error(),
        Some(&WorksError::ResourceLimitExceeded)
    );
    assert_eq!(
        works(400, denied).error(),
        Some(&WorksError::ParameterLimitExceeded)
    );
    let body = r#"{"message":"Something else.","status":404}"#;
    let decoded = LinkedIn::decode(Response::new(500, body));
    assert_eq!(
        decoded.error(),
        Some(&LinkedInError::resource_not_found("Something else."))
    );
    assert_eq!((decoded.status(), decoded.body_status()), (500, Some(404)));
    assert_eq!(
        decoded.warnings(),
        [Warning::StatusDiffers {
            http: 500,
            body: 404
        }]
    );
}

#[test]
fn an_undocumented_status_keeps_the_error_and_is_a_warning() {
    let decoded = works(
        418,
        r#"{"code":"NOT_FOUND","description":"The requested resource could not be found."}"#,
    );
    assert_eq!(
        (decoded.error(), decoded.warnings()),
        (
            Some(&WorksError::NotFound),
            vec![Warning::UndocumentedStatus]
        )
    );
    let nonsense = edges(
        424,
        r#"{"error_label":"SN_CONFLICT","status_code":{"a":1}}"#,
    );
    assert_eq!(
        (nonsense.body_status(), nonsense.warnings()),
        (None, vec![Warning::StatusType])
    );
}

#[test]
fn a_message_of_an_earlier_version_is_read_and_is_a_warning() {
    let body = r#"{"code":"NO_PERMISSION_ON_FIELD","status":400,"message":"Viewer may not have permission on field /bid"}"#;
    let decoded = marketing(400, body);
    assert_eq!(
        decoded.error(),
        Some(&MarketingError::no_permission_on_field("/bid"))
    );
    assert_eq!(decoded.warnings(), [Warning::OldForm]);
    let moved = r#"{"code":"NO_PERMISSION_TO_UPDATE","message":"Viewer may not change a on b from c to d"}"#;
    assert_eq!(
        marketing(400, moved).error(),
        Some(&MarketingError::no_permission_to_update("a", "b", "c", "d"))
    );
}

#[test]
fn the_status_tells_which_version_a_message_is_of_that_fits_both() {
    let message = "Viewer may not have permission on field /bid";
    let with = |code: &str, status: u16| {
        let body = format!(r#"{{{code}"status":{status},"message":"{message}"}}"#);
        marketing(status, &body).into_error().ok()
    };
    for code in [r#""code":"NO_PERMISSION_ON_FIELD","#, ""] {
        let old = MarketingError::no_permission_on_field("/bid");
        assert_eq!(with(code, 400), Some(old));
        let new = MarketingError::no_permission_on_field("field /bid");
        assert_eq!(with(code, 403), Some(new));
    }
}

#[test]
fn a_status_of_an_earlier_version_is_a_warning() {
    let body = r#"{"code":"NO_PERMISSION_ON_ENTITY","status":400,"message":"Viewer may not have permission P on entity E"}"#;
    let decoded = marketing(400, body);
    assert_eq!(
        decoded.error(),
        Some(&MarketingError::no_permission_on_entity("P", "E"))
    );
    assert_eq!(decoded.warnings(), [Warning::OldForm]);
}

#[test]
fn a_reworded_message_is_kept_and_is_a_warning() {
    let decoded = works(404, r#"{"code":"NOT_FOUND","description":"Nichts da."}"#);
    assert_eq!(
        (decoded.error(), decoded.message()),
        (Some(&WorksError::NotFound), Some("Nichts da."))
    );
    assert_eq!(decoded.warnings(), [Warning::Reworded]);
    assert_eq!(decoded.to_string(), "404 NOT_FOUND: Nichts da.");
    let without_values = marketing(
        400,
        r#"{"code":"FIELD_VALUE_TOO_LOW","message":"Too low."}"#,
    );
    assert_eq!(
        without_values.outcome(),
        Outcome::Partial(MarketingErrorKind::FieldValueTooLow)
    );
    assert_eq!(without_values.warnings(), [Warning::Reworded]);
    assert_eq!(
        without_values.to_string(),
        "400 FIELD_VALUE_TOO_LOW (parameters not readable): Too low."
    );
}

#[test]
fn a_message_that_can_be_read_in_several_ways_is_a_warning() {
    let body =
        r#"{"code":"FIELD_VALUE_TOO_LOW","message":"/bid value a value b cannot be lower than 2"}"#;
    let decoded = marketing(400, body);
    assert!(decoded.error().is_some() && !decoded.is_certain());
    assert_eq!(decoded.warnings(), [Warning::Ambiguous]);
}

#[test]
fn a_list_cut_out_of_a_message_is_not_certain() {
    let of = |fields: &str| {
        let body = format!(
            r#"{{"error_label":"UNDEFINED_FIELD","message":"One or multiple of the necessary values are undefined: {fields}"}}"#
        );
        edges(424, &body).into_owned()
    };
    assert!(of("a").is_certain());
    assert!(!of("a, b").is_certain());
    assert_eq!(
        of("a, b").error(),
        Some(&EdgesError::UndefinedField {
            fields: vec!["a".into(), "b".into()]
        })
    );
}

#[test]
fn an_exact_code_comes_before_a_pattern() {
    let error = |status, code: &str| {
        works(status, &format!(r#"{{"code":"{code}"}}"#))
            .into_error()
            .ok()
    };
    assert_eq!(
        error(404, "USER_NOT_EXIST"),
        Some(WorksError::resource_not_exist("USER"))
    );
    assert_eq!(
        error(400, "INVALID_PARAMETER"),
        Some(WorksError::InvalidParameter)
    );
    assert_eq!(
        error(400, "INVALID_USER"),
        Some(WorksError::invalid_resource("USER"))
    );
    assert_eq!(error(409, "ALREADY_EXIST"), Some(WorksError::AlreadyExist));
    assert_eq!(
        error(409, "A_B_ALREADY_EXIST"),
        Some(WorksError::resource_already_exist("A_B"))
    );
    for none in [
        "_NOT_EXIST",
        "INVALID_",
        "INVALID_A B",
        "user_not_exist",
        "NOT_EXIST",
    ] {
        assert_eq!(error(404, none), None, "{none}");
    }
}

#[test]
fn of_errors_with_one_code_the_message_decides() {
    let kind = |message: &str| {
        let body = format!(r#"{{"error_label":"GENERIC_ERROR","message":"{message}"}}"#);
        edges(424, &body).kind()
    };
    assert_eq!(
        kind("Error while parsing x: data extraction failed"),
        Some(EdgesErrorKind::GenericExtractionError)
    );
    assert_eq!(
        kind("Error while parsing x: an unexpected error occurred"),
        Some(EdgesErrorKind::GenericParsingError)
    );
    assert_eq!(
        kind("Error while sending: an unexpected error occurred"),
        Some(EdgesErrorKind::GenericError)
    );
}

#[test]
fn without_codes_the_message_decides_and_then_the_status() {
    let error = |status, message: &str| {
        let body = format!(r#"{{"message":"{message}"}}"#);
        LinkedIn::decode(Response::new(status, &body))
            .into_error()
            .ok()
    };
    assert_eq!(
        error(401, "Expired access token"),
        Some(LinkedInError::ExpiredAccessToken)
    );
    assert_eq!(
        error(500, "Expired access token"),
        Some(LinkedInError::ExpiredAccessToken)
    );
    assert_eq!(
        error(401, "Whatever"),
        Some(LinkedInError::unauthorized("Whatever"))
    );
    assert_eq!(
        error(504, "Whatever"),
        Some(LinkedInError::gateway_timeout("Whatever"))
    );
    assert_eq!(error(418, "Whatever"), None);
}

#[test]
fn of_errors_with_one_message_and_no_code_it_is_the_first_in_the_catalog() {
    let body = r#"{"message":"Failed to process campaign for audience size estimation"}"#;
    let decoded = marketing(400, body);
    assert_eq!(
        decoded.error(),
        Some(&MarketingError::FailedToProcessCampaignForAudienceSizeEstimation)
    );
    assert!(!decoded.is_certain());
}
