//! Warnings about responses that are not as documented.

use super::{edges, parcels};
use error_catalog::{ErrorCatalog, Response, Warning};
use error_catalog_tests::HttpApi;

#[derive(ErrorCatalog)]
#[catalog(path = "errors/typed.json")]
struct Typed;

/// Returns the warnings about a response of the catalog with parameters of all types.
fn typed(body: &str) -> Vec<String> {
    let decoded = Typed::decode(Response::new(400, body));
    let warnings = decoded.warnings();
    warnings
        .iter()
        .map(|warning| format!("{warning:?}"))
        .collect()
}

/// The same of an error with this parameter.
fn with(param: &str, value: &str) -> Vec<String> {
    typed(&format!(
        r#"{{"code":"ALL","params":{{"{param}":{value}}}}}"#
    ))
}

#[test]
fn a_parameter_of_its_own_type_is_no_warning() {
    let values = [
        ("text", "\"a\""),
        ("text", "null"),
        ("whole", "7"),
        ("whole", "-7"),
        ("exact", "7.50"),
        ("exact", "7"),
        ("exact", "\"7.50\""),
        ("flag", "true"),
        ("when", "\"2026-01-01T00:00:00Z\""),
        ("many", "[]"),
        ("many", "[\"a\",1]"),
        ("raw", "{\"a\":[]}"),
        ("raw", "7"),
    ];
    for (param, value) in values {
        assert_eq!(with(param, value), Vec::<String>::new(), "{param}: {value}");
    }
}

#[test]
fn a_parameter_of_another_type_is_a_warning() {
    let values = [
        ("text", "7"),
        ("text", "{\"a\":1}"),
        ("text", "[\"a\"]"),
        ("text", "true"),
        ("whole", "\"7\""),
        ("whole", "\"+7\""),
        ("whole", "\"007\""),
        ("whole", "7.0"),
        ("whole", "true"),
        ("whole", "99999999999999999999"),
        ("exact", "\"much\""),
        ("exact", "[1]"),
        ("flag", "\"true\""),
        ("flag", "1"),
        ("when", "1767225600"),
        ("many", "\"a\""),
        ("many", "[{\"a\":1}]"),
    ];
    for (param, value) in values {
        let told = [format!("ParamType(\"{param}\")")];
        assert_eq!(with(param, value), told, "{param}: {value}");
    }
}

#[test]
fn a_parameter_of_another_type_is_a_warning_in_a_challenge() {
    let told = |value: &str| {
        let header = format!(r#"Typed error="HEAD", whole="{value}""#);
        let headers = [("WWW-Authenticate", header)];
        let decoded = Typed::decode(Response::new(401, "").with_headers(&headers));
        decoded.warnings().len()
    };
    assert_eq!(told("7"), 0);
    for value in ["+7", "007", "7.0", "seven"] {
        assert_eq!(told(value), 1, "{value}");
    }
}

#[test]
fn a_parameter_that_contradicts_the_message_or_the_code_is_a_warning() {
    // Such a response is ambiguous as well.
    let of = |code: &str, message: &str, params: &str| {
        let mut told = typed(&format!(
            r#"{{"code":"{code}","message":"{message}","params":{{{params}}}}}"#
        ));
        told.retain(|warning| warning.starts_with("ParamDiffers"));
        told
    };
    let same = [
        (
            "USER_GONE",
            "7 of 2.50 are gone",
            r#""KIND":"USER","count":7,"all":"2.50""#,
        ),
        (
            "USER_GONE",
            "7 of 2.5 are gone",
            r#""KIND":"USER","count":7,"all":2.50"#,
        ),
        ("USER_GONE", "7 of 2.5 are gone", r#""count":null"#),
        ("USER_GONE", "Nothing is gone.", r#""count":8,"all":1"#),
    ];
    for (code, message, params) in same {
        let told = of(code, message, params);
        assert!(told.is_empty(), "{told:?}");
    }
    let message = "7 of 2.50 are gone";
    assert_eq!(
        of("USER_GONE", message, r#""count":8"#),
        [r#"ParamDiffers("count")"#]
    );
    assert_eq!(
        of("USER_GONE", message, r#""all":2.51"#),
        [r#"ParamDiffers("all")"#]
    );
    assert_eq!(
        of("USER_GONE", message, r#""KIND":"GROUP""#),
        [r#"ParamDiffers("KIND")"#]
    );
    let decoded = Typed::decode(Response::new(
        400,
        r#"{"code":"USER_GONE","message":"7 of 2 are gone","params":{"count":8}}"#,
    ));
    assert_eq!(decoded.error(), Some(&TypedError::gone("USER", 8, "2")));
}

#[test]
fn a_status_that_is_not_valid_is_a_warning() {
    for status in [
        "500.0", "70000", "true", "\"500\"", "\"soon\"", "0", "99", "-1", "[]", "{}", "600",
    ] {
        let body = format!(r#"{{"error_label":"SN_CONFLICT","status_code":{status}}}"#);
        let decoded = edges(424, &body);
        assert!(
            decoded.warnings().contains(&Warning::StatusType),
            "{status}"
        );
        assert!(decoded.error().is_some());
    }
    for status in ["424", "null"] {
        let body = format!(r#"{{"error_label":"SN_CONFLICT","status_code":{status}}}"#);
        assert_eq!(edges(424, &body).warnings(), [], "{status}");
    }
}

#[test]
fn unknown_members_are_warnings_at_any_depth() {
    let told = |body: &str| {
        let decoded = HttpApi::decode(Response::new(400, body));
        let warnings = decoded.warnings();
        warnings.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(
        told(
            r#"{"error":{"code":"INSUFFICIENT_BALANCE","hint":1,"a/b~":2,"details":{"required":"1","available":"2","currency":"EUR"}}}"#
        ),
        [
            "the member `/error/hint` is not documented",
            "the member `/error/a~1b~0` is not documented",
            "the member `/error/details/currency` is not documented",
        ]
    );
    let deep = r#"{"error":{"code":"INSUFFICIENT_BALANCE","details":{"required":"1","available":"2","available":"3"}}}"#;
    assert_eq!(told(deep), ["the body has a duplicate member"]);
    // The parameters of an unknown error are unknown, too.
    assert!(told(r#"{"error":{"code":"NEW","details":{"a":1}}}"#).is_empty());
}

#[test]
fn the_number_of_warnings_has_a_bound() {
    let told = |count: usize| {
        let members: Vec<String> = (0..count).map(|at| format!("\"m{at}\":{{}}")).collect();
        let members = members.join(",");
        // At the root, and within a member that is known.
        let bodies = [
            format!(r#"{{"error":{{"code":"RATE_LIMIT_EXCEEDED"}},{members}}}"#),
            format!(r#"{{"error":{{"code":"RATE_LIMIT_EXCEEDED",{members}}}}}"#),
            format!(r#"{{"error":{{"code":"NEW",{members}}}}}"#),
        ];
        bodies.map(|body| {
            let decoded = HttpApi::decode(Response::new(429, &body));
            let warnings = decoded.warnings();
            let last = warnings.last().map(ToString::to_string);
            (warnings.len(), last.unwrap_or_default())
        })
    };
    for (length, last) in told(100) {
        assert_eq!(length, 100);
        assert!(last.ends_with("m99` is not documented"), "{last}");
    }
    for (length, last) in told(101) {
        assert_eq!((length, &*last), (101, "1 more member is not documented"));
    }
    for (length, last) in told(100_000) {
        assert_eq!(
            (length, &*last),
            (101, "99900 more members are not documented")
        );
    }
}

#[test]
fn duplicate_members_are_a_warning_at_any_depth() {
    for body in [
        r#"{"code":"BUSY","first":[{"code":1,"code":2}]}"#,
        r#"{"code":"COUNTED","params":{"raw":[[{"a":1,"a":1}]]}}"#,
        r#"{"code":"BUSY","failed":{"1":{},"1":{}}}"#,
    ] {
        let decoded = parcels(503, body);
        assert!(
            decoded.warnings().contains(&Warning::DuplicateMember),
            "{body}"
        );
    }
}
