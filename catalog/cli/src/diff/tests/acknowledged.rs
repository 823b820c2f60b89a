//! Acknowledged breaking changes, and codes to retire.

use super::{catalog, diff};
use crate::diff::{compare, Audience, Counts, Options};
use error_catalog_model::Code;

fn with_changes(status: u16, changes: &str) -> String {
    format!(r#""errors": [{{ "code": "A", "status": {status} }}], "changes": [{changes}]"#)
}

fn given(version: &str, entry: &str, change: &str) -> String {
    format!(
        r#"{{ "version": "{version}", "entry": "{entry}", "change": "{change}", "reason": "why" }}"#
    )
}

fn unacknowledged(old: &str, new: &str) -> usize {
    diff(old, new).unacknowledged().count()
}

#[test]
fn a_breaking_change_is_acknowledged_by_its_entry_and_aspect() {
    let old = with_changes(400, "");
    let acknowledged = |given: &str| unacknowledged(&old, &with_changes(402, given)) == 0;
    assert!(acknowledged(&given("2", "A", "status")));
    assert!(!acknowledged(&given("2", "B", "status")));
    assert!(!acknowledged(&given("2", "A", "code")));
    assert!(!acknowledged(
        r#"{ "version": "2", "change": "status", "reason": "why" }"#
    ));
}

#[test]
fn the_reason_of_an_earlier_change_does_not_excuse_a_new_one() {
    let first = given("2", "A", "status");
    let old = with_changes(400, &first);
    assert_eq!(unacknowledged(&old, &with_changes(402, &first)), 1);
    let both = format!("{first}, {}", given("3", "A", "status"));
    assert_eq!(unacknowledged(&old, &with_changes(402, &both)), 0);
}

#[test]
fn a_renamed_entry_is_acknowledged_under_its_old_id() {
    let new = |entry| {
        let given = given("2", entry, "id");
        format!(r#""errors": [{{ "code": "A", "id": "B" }}], "changes": [{given}]"#)
    };
    assert_eq!(unacknowledged(r#"{ "code": "A" }"#, &new("A")), 0);
    assert_eq!(unacknowledged(r#"{ "code": "A" }"#, &new("B")), 1);
}

#[test]
fn acknowledged_breaking_changes_are_counted_and_still_need_a_major_version() {
    let old = r#""version": "2.1", "errors": [{ "code": "A", "status": 400 }, { "code": "B", "status": 400 }]"#;
    let new = r#""version": "2.1", "errors": [{ "code": "A", "status": 402 }],
        "changes": [{ "version": "3.0", "entry": "A", "change": "status", "reason": "why" }]"#;
    let diff = diff(old, new);
    let counts = Counts {
        breaking: 2,
        acknowledged: 1,
        minor: 0,
        compatible: 0,
    };
    assert_eq!(diff.counts(), counts);
    assert_eq!(diff.next_version().as_deref(), Some("3.0"));
}

#[test]
fn a_change_that_breaks_one_audience_does_not_break_the_other() {
    let (old, new) = (
        r#"{ "code": "A", "status": 400 }"#,
        r#"{ "code": "A", "status": 402 }"#,
    );
    let breaks = |audience| {
        let options = Options {
            audience: Some(audience),
            ..Options::default()
        };
        let diff = compare(&catalog(old), &catalog(new), &options);
        let count = diff.unacknowledged().count();
        count
    };
    assert_eq!(breaks(Audience::Clients), 1);
    assert_eq!(breaks(Audience::Rust), 0);
}

#[test]
fn a_code_that_is_no_longer_sent_is_suggested_once_unless_it_is_retired() {
    let old = r#"{ "code": "A", "id": "X", "message": "a" }, { "code": "A", "id": "Y", "message": "b" },
        { "code": 7, "id": "Z" }, { "code": "{a}_B", "id": "W" }, { "code": null, "id": "V" }, { "code": "STAYS" }"#;
    let new = r#""errors": [{ "code": "STAYS", "id": "OTHER" }], "retired": [{ "code": "{x}_B" }]"#;
    let to_retire = diff(old, new).to_retire.into_iter();
    let to_retire: Vec<Code> = to_retire.map(|unused| unused.code).collect();
    assert_eq!(to_retire, [Code::Text("A".to_owned()), Code::Number(7)]);
}

#[test]
fn a_subcode_that_is_no_longer_sent_is_suggested_with_its_code() {
    let envelopes =
        r#""envelopes": [{ "name": "e", "code": "/code", "subcode": "/subcode" }], "errors""#;
    let old = format!(
        r#"{envelopes}: [{{ "code": 1, "id": "X" }}, {{ "code": 1, "subcode": 2, "id": "Y" }},
            {{ "code": 1, "subcode": 3, "id": "Z" }}, {{ "code": 4, "subcode": 5, "id": "V" }},
            {{ "code": 4, "subcode": 6, "id": "W" }}]"#
    );
    let new = format!(
        r#"{envelopes}: [{{ "code": 1, "subcode": 7, "id": "T" }}], "retired": [{{ "code": 1, "subcode": 3 }}]"#
    );
    let to_retire = diff(&old, &new).to_retire.into_iter();
    let to_retire: Vec<_> = to_retire.map(|it| (it.code, it.subcode)).collect();
    let one = (Code::Number(1), Some(Code::Number(2)));
    assert_eq!(to_retire, [one, (Code::Number(4), None)]);
}
