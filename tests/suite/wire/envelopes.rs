//! The forms in which errors come, and what is said of a form that is not the documented one.

use error_catalog::{Code, Decoded, Json, Outcome, Response, Warning};
use error_catalog_tests::{
    Edges, EdgesError, EdgesErrorKind, HttpApi, HttpApiError, LinkedIn, LinkedInError, Marketing,
    MarketingError, Parcels, ParcelsError, ParcelsErrorKind, Works, WorksError,
};

const TOO_LOW: &str = r#"{"status":400,"code":"FIELD_VALUE_TOO_LOW","message":"/bid value 1 cannot be lower than 2"}"#;

fn marketing(status: u16, body: &str) -> Decoded<'_, Marketing> {
    Marketing::decode(Response::new(status, body))
}

fn edges(status: u16, body: &str) -> Decoded<'_, Edges> {
    Edges::decode(Response::new(status, body))
}

fn works(status: u16, body: &str) -> Decoded<'_, Works> {
    Works::decode(Response::new(status, body))
}

fn parcels(status: u16, body: &str) -> Decoded<'_, Parcels> {
    Parcels::decode(Response::new(status, body))
}

fn too_low() -> MarketingError {
    MarketingError::field_value_too_low("/bid", "1", "2")
}

#[test]
fn a_body_with_a_code_has_the_new_form_of_marketing_and_one_without_the_old() {
    let new = marketing(400, TOO_LOW);
    assert_eq!(
        (new.envelope(), new.error()),
        (Some("v2"), Some(&too_low()))
    );
    let old = marketing(
        400,
        r#"{"status":400,"message":"/bid value 1 cannot be lower than 2"}"#,
    );
    assert_eq!(
        (old.envelope(), old.error()),
        (Some("v1"), Some(&too_low()))
    );
}

#[test]
fn an_error_may_stand_within_another_member() {
    let body = r#"{"error":{"code":"PERMISSION_DENIED","message":"You do not have permission to perform this action."},"trace":1}"#;
    let decoded = HttpApi::decode(Response::new(403, body));
    assert_eq!(decoded.error(), Some(&HttpApiError::PermissionDenied));
    assert_eq!(decoded.warnings(), [Warning::UnknownMember("trace".into())]);
}

#[test]
fn parameters_of_an_own_object_come_with_their_types_or_as_texts() {
    let with = |details: &str| {
        let body = format!(r#"{{"error":{{"code":"INSUFFICIENT_BALANCE","details":{details}}}}}"#);
        HttpApi::decode(Response::new(400, &body)).into_owned()
    };
    let expected = HttpApiError::insufficient_balance("100.00", "50.50");
    assert_eq!(
        with(r#"{"required":"100.00","available":"50.50"}"#).error(),
        Some(&expected)
    );
    assert_eq!(
        with(r#"{"required":100.00,"available":50.50}"#).error(),
        Some(&expected)
    );
    let wrong = with(r#"{"required":"a lot","available":"50.50"}"#);
    assert_eq!(
        wrong.outcome(),
        Outcome::Unknown("INSUFFICIENT_BALANCE".into())
    );
    assert!(wrong.kind().is_some());
    assert_eq!(wrong.warnings(), [Warning::ParamType("required")]);
    let missing = with(r#"{"required":null}"#);
    assert_eq!((missing.error(), missing.warnings()), (None, Vec::new()));
}

#[test]
fn every_type_of_parameter_is_read_from_json_of_its_type_and_from_text() {
    let typed = r#"{"code":"COUNTED","message":"Counted","params":{"count":7,"is_new":true,"names":["a, b","c"],"raw":{"x":[1.50]}}}"#;
    let names = || vec!["a, b".into(), "c".into()];
    let expected = ParcelsError::Counted {
        count: 7,
        is_new: true,
        names: names(),
        raw: r#"{"x":[1.50]}"#.into(),
    };
    assert_eq!(parcels(400, typed).error(), Some(&expected));
    let texts = r#"{"code":"COUNTED","params":{"count":"7","is_new":"true","names":["a, b","c"],"raw":{"x":[1.50]}}}"#;
    assert_eq!(parcels(400, texts).error(), Some(&expected));
    let single = r#"{"code":"COUNTED","params":{"count":7,"is_new":true,"names":"a","raw":null}}"#;
    let expected = ParcelsError::Counted {
        count: 7,
        is_new: true,
        names: vec!["a".into()],
        raw: "null".into(),
    };
    assert_eq!(parcels(400, single).error(), Some(&expected));
    for wrong in [
        r#""count":7.5"#,
        r#""count":"seven""#,
        r#""count":[7]"#,
        r#""count":99999999999999999999"#,
    ] {
        let body = format!(
            r#"{{"code":"COUNTED","params":{{{wrong},"is_new":true,"names":[],"raw":0}}}}"#
        );
        assert_eq!(
            parcels(400, &body).warnings(),
            [Warning::ParamType("count")],
            "{wrong}"
        );
    }
}

#[test]
fn a_number_may_stand_for_a_text_and_a_text_for_a_number() {
    let number = works(404, r#"{"code":404,"description":"What is that?"}"#);
    assert_eq!(
        (number.outcome(), number.message()),
        (Outcome::Unknown(Code::Number(404)), Some("What is that?"))
    );
    let message = works(404, r#"{"code":"NOT_FOUND","description":12.50}"#);
    assert_eq!(
        (message.error(), message.message()),
        (Some(&WorksError::NotFound), Some("12.50"))
    );
    let status = edges(424, r#"{"error_label":"SN_CONFLICT","status_code":"424"}"#);
    assert_eq!(
        (status.body_status(), status.warnings()),
        (Some(424), vec![Warning::StatusIsText])
    );
}

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
fn a_byte_order_mark_is_skipped_and_told() {
    let body = format!("\u{feff}{TOO_LOW}");
    let decoded = marketing(400, &body);
    assert_eq!(
        (decoded.error(), decoded.warnings()),
        (Some(&too_low()), vec![Warning::ByteOrderMark])
    );
    assert_eq!(decoded.body(), body.as_bytes());
}

#[test]
fn whitespace_around_and_within_the_body_is_nothing_to_tell() {
    let body = format!(
        "\r\n\t {} \n",
        TOO_LOW.replace(':', " :\t").replace(',', "\n,\n")
    );
    let decoded = marketing(400, &body);
    assert_eq!(
        (decoded.error(), decoded.warnings()),
        (Some(&too_low()), vec![])
    );
}

#[test]
fn members_that_the_catalog_does_not_name_are_told() {
    let body = TOO_LOW.replace('{', r#"{"debug":{},"a\u202eb":1,"#);
    let decoded = marketing(400, &body);
    let unknown = [
        Warning::UnknownMember("debug".into()),
        Warning::UnknownMember("a\u{202e}b".into()),
    ];
    assert_eq!(
        (decoded.error(), decoded.warnings()),
        (Some(&too_low()), unknown.to_vec())
    );
}

#[test]
fn of_members_with_one_name_the_last_counts() {
    let body = r#"{"code":"A","code":"NOT_FOUND","description":"The requested resource could not be found."}"#;
    let decoded = works(404, body);
    assert_eq!(
        (decoded.error(), decoded.warnings()),
        (Some(&WorksError::NotFound), vec![Warning::DuplicateMember])
    );
    let escaped = body.replacen("code", r"c\u006fde", 1);
    let decoded = works(404, &escaped);
    assert_eq!(
        (decoded.error(), decoded.warnings()),
        (Some(&WorksError::NotFound), vec![Warning::DuplicateMember])
    );
}

#[test]
fn members_with_one_name_are_told_however_many_there_are() {
    let many = (0..40).map(|number| format!("\"m{number}\":{number},"));
    let many = many.collect::<Vec<_>>().concat();
    let body = format!(r#"{{{many}"code":"NOT_FOUND","m39":0}}"#);
    assert!(works(404, &body)
        .warnings()
        .contains(&Warning::DuplicateMember));
    let body = format!(r#"{{{many}"code":"NOT_FOUND"}}"#);
    let warnings = works(404, &body).warnings().len();
    assert_eq!(warnings, 40, "each unknown member, and no more");
}

#[test]
fn a_code_is_found_however_many_members_stand_around_it() {
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
fn a_status_that_the_catalog_lacks_leaves_the_error_and_is_told() {
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
        (None, vec![])
    );
}

#[test]
fn a_message_of_an_earlier_version_is_read_and_told() {
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
fn a_status_of_an_earlier_version_is_told() {
    let body = r#"{"code":"NO_PERMISSION_ON_ENTITY","status":400,"message":"Viewer may not have permission P on entity E"}"#;
    let decoded = marketing(400, body);
    assert_eq!(
        decoded.error(),
        Some(&MarketingError::no_permission_on_entity("P", "E"))
    );
    assert_eq!(decoded.warnings(), [Warning::OldForm]);
}

#[test]
fn a_message_in_other_words_is_told_and_kept() {
    let decoded = works(404, r#"{"code":"NOT_FOUND","description":"Nichts da."}"#);
    assert_eq!(
        (decoded.error(), decoded.message()),
        (Some(&WorksError::NotFound), Some("Nichts da."))
    );
    assert_eq!(decoded.warnings(), [Warning::Reworded]);
    let without_values = marketing(
        400,
        r#"{"code":"FIELD_VALUE_TOO_LOW","message":"Too low."}"#,
    );
    assert_eq!(
        without_values.outcome(),
        Outcome::Unknown("FIELD_VALUE_TOO_LOW".into())
    );
    assert_eq!(without_values.warnings(), [Warning::Reworded]);
}

#[test]
fn a_message_that_can_be_read_in_several_ways_is_told() {
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
fn errors_in_headers_are_read_where_the_body_has_none() {
    let headers = [(
        "WWW-Authenticate",
        r#"Basic realm="x", Bearer error="insufficient_scope", scope="a  b""#,
    )];
    let decoded = Works::decode(Response::new(403, "").with_headers(&headers));
    let expected = WorksError::InsufficientScope {
        scope: vec!["a".into(), "b".into()],
    };
    assert_eq!(
        (decoded.error(), decoded.envelope()),
        (Some(&expected), Some("challenge"))
    );
    let body = r#"{"code":"NOT_FOUND"}"#;
    let decoded = Works::decode(Response::new(404, body).with_headers(&headers));
    assert_eq!(
        (decoded.error(), decoded.envelope()),
        (Some(&WorksError::NotFound), Some("standard"))
    );
    let locked = [("x-parcel-lock", "Ada")];
    let decoded = Parcels::decode(Response::new(423, "<html>").with_headers(&locked));
    assert_eq!(decoded.error(), Some(&ParcelsError::locked("", "Ada")));
    let other = Parcels::decode(Response::new(500, "<html>").with_headers(&locked));
    assert_eq!(
        (other.outcome(), other.body()),
        (Outcome::Unknown(Code::None), &b"<html>"[..])
    );
}

#[test]
fn the_parts_that_support_needs_are_at_hand() {
    let body = r#"{"error_label":"NO_RESULT","error_scope":"input","error_ref":"r-1","message":"No results for x","params":{"a":1}}"#;
    let decoded = edges(424, body);
    assert_eq!(
        (decoded.scope().as_deref(), decoded.reference().as_deref()),
        (Some("input"), Some("r-1"))
    );
    assert_eq!(decoded.param("a").map(Json::as_written), Some("1"));
    assert_eq!(decoded.kind(), Some(EdgesErrorKind::NoResult));
}

#[test]
fn causes_and_batches_are_found_where_an_own_catalog_puts_them() {
    let body = r#"{"code":"BUSY","first":[{"code":1042,"message":"1 kg are too heavy"},7],"second":[{"code":"NEW"}],"failed":{}}"#;
    let decoded = parcels(503, body);
    let causes: Vec<_> = decoded.causes().map(|cause| cause.kind()).collect();
    assert_eq!(causes, [Some(ParcelsErrorKind::TooHeavy), None, None]);
    let outcomes: Vec<String> = decoded
        .causes()
        .map(|cause| format!("{:?}", cause.outcome()))
        .collect();
    assert!(
        outcomes[1].contains("OtherJson") && outcomes[2].contains("NEW"),
        "{outcomes:?}"
    );
    assert!(decoded
        .batch()
        .is_some_and(|batch| batch.errors().count() == 0));
}
