//! What decoding allocates: what is kept, and texts with escapes.

use error_catalog::{Catalog, Outcome, Response};
use error_catalog_tests::{Edges, HttpApi, LinkedIn, Marketing, Works};

/// How often decoding a body allocates.
fn allocations<C: Catalog>(status: u16, body: &str) -> u64 {
    let mut is_foreign = false;
    let counted = allocation_counter::measure(|| {
        let decoded = error_catalog::decode::<C>(Response::new(status, body));
        is_foreign = matches!(decoded.outcome(), Outcome::Foreign(_));
    });
    assert!(!is_foreign, "{body}");
    counted.count_total
}

#[test]
fn an_error_without_fields_allocates_nothing() {
    let body = r#"{"code":"NOT_FOUND","description":"The requested resource could not be found."}"#;
    assert_eq!(allocations::<Works>(404, body), 0);
    let body = r#"{"error":{"code":"PERMISSION_DENIED","message":"You do not have permission to perform this action."}}"#;
    assert_eq!(allocations::<HttpApi>(403, body), 0);
    let body = r#"{"message":"Empty oauth2_access_token","serviceErrorCode":401,"status":401}"#;
    assert_eq!(allocations::<LinkedIn>(401, body), 0);
}

#[test]
fn an_error_allocates_once_for_each_text_in_it() {
    let body = r#"{"code":"FIELD_VALUE_TOO_LOW","status":400,"message":"/a value 1 cannot be lower than 2"}"#;
    assert_eq!(allocations::<Marketing>(400, body), 3);
    let sample = include_str!("../../documents/samples/linkedin-marketing-new.json");
    assert_eq!(allocations::<Marketing>(400, sample), 4);
    let body =
        r#"{"code":"USER_NOT_EXIST","description":"The specific resource could not be found."}"#;
    assert_eq!(allocations::<Works>(404, body), 1);
    let body = r#"{"error_label":"STATUS_429","message":"Too Many Requests on the third-party service","params":{"retry_after":30}}"#;
    assert_eq!(allocations::<Edges>(429, body), 0);
}

#[test]
fn a_text_with_escapes_is_one_allocation_more() {
    let plain = r#"{"code":"MISSING_FIELD","message":"/a is required but missing"}"#;
    let escaped = r#"{"code":"MISSING_FIELD","message":"\/a is required but missing"}"#;
    assert_eq!(allocations::<Marketing>(400, plain), 1);
    assert_eq!(allocations::<Marketing>(400, escaped), 2);
}

#[test]
fn an_unknown_code_allocates_nothing() {
    assert_eq!(
        allocations::<Marketing>(
            400,
            r#"{"code":"NEW","message":"So it is.","more":[1,{"a":2}]}"#
        ),
        0
    );
    assert_eq!(
        allocations::<Works>(400, r#"{"code":12,"description":"So it is."}"#),
        0
    );
}

#[test]
fn a_batch_allocates_nothing_before_it_is_read() {
    let sample = include_str!("../../documents/samples/linkedin-marketing-batch-failure.json");
    assert_eq!(allocations::<Marketing>(400, sample), 0);
}

#[test]
fn what_is_foreign_allocates_nothing() {
    for body in ["", "<html>", "[1,2,{\"a\":\"\\n\"}]", "{\"code\":"] {
        let counted = allocation_counter::measure(|| {
            std::hint::black_box(Marketing::decode(Response::new(502, body)));
        });
        assert_eq!(counted.count_total, 0, "{body}");
    }
}
