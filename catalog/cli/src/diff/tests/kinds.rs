//! The table of kinds against pairs of catalogs.

use super::cases::{CASES, SAME};
use super::{catalog, diff, names};
use crate::diff::{compare, Audience, Change, Frozen, Kind, Options};
use std::collections::BTreeSet;

#[test]
fn each_kind_of_change_is_found_and_has_the_expected_impacts() {
    for case in CASES {
        let options = Options {
            frozen_messages: match case.kinds {
                ["message-frozen"] => Frozen::All,
                _ => Frozen::default(),
            },
            audience: None,
        };
        let diff = compare(&catalog(case.old), &catalog(case.new), &options);
        let found: BTreeSet<_> = names(&diff.changes).into_iter().collect();
        let expected: BTreeSet<_> = case.kinds.iter().copied().collect();
        assert_eq!(found, expected, "{}\n{}", case.old, case.new);
        let mut changes = diff.changes.iter();
        let change = changes.find(|it| it.kind.name() == case.kinds[0]).unwrap();
        let impacts = [Audience::Clients, Audience::Rust].map(|it| change.kind.impact_on(it));
        assert_eq!(
            impacts,
            [case.impacts.0, case.impacts.1],
            "{}",
            case.kinds[0]
        );
    }
}

#[test]
fn every_kind_has_a_case() {
    let covered: BTreeSet<_> = CASES.iter().map(|case| case.kinds[0]).collect();
    let all: BTreeSet<_> = Kind::ALL.iter().map(|kind| kind.name()).collect();
    assert_eq!(covered, all);
}

#[test]
fn catalogs_that_only_look_different_have_no_changes() {
    for (old, new) in SAME {
        assert!(names(&diff(old, new).changes).is_empty(), "{old}\n{new}");
        assert!(names(&diff(new, old).changes).is_empty(), "{new}\n{old}");
    }
}

#[test]
fn an_entry_with_a_changed_id_is_recognized_by_code_message_and_status() {
    let old = r#"{ "code": "A", "id": "X", "status": 400, "message": "No." },
        { "code": "A", "id": "Y", "status": 404, "message": "No." }"#;
    let new = r#"{ "code": "A", "id": "V", "status": 404, "message": "No." },
        { "code": "A", "id": "W", "status": 400, "message": "No." }"#;
    let diff = diff(old, new);
    let renamed: Vec<_> = diff
        .changes
        .iter()
        .filter(|it| it.kind == Kind::EntryRenamed)
        .map(|it| (it.old.as_deref(), it.new.as_deref()))
        .collect();
    assert_eq!(renamed, [(Some("X"), Some("W")), (Some("Y"), Some("V"))]);
    assert!(!names(&diff.changes).contains(&"status-changed"));
}

#[test]
fn a_removed_entry_is_reported_with_its_successor() {
    let old =
        r#"{ "code": "A", "message": "a", "deprecated": { "renamed_to": "B" } }, { "code": "B" }"#;
    let diff = diff(old, r#"{ "code": "B" }"#);
    assert_eq!(names(&diff.changes), ["entry-removed"]);
    assert_eq!(diff.changes[0].subject, "removed, in favor of B");
}

#[test]
fn slots_change_parameters_but_not_the_message() {
    let old = r#"{ "code": "A", "message": "{id} is not {id}." }"#;
    let new = r#"{ "code": "A", "message": "{id} is not {id}.", "params": { "id": { "slots": ["left", "right"] } } }"#;
    assert_eq!(
        names(&diff(old, new).changes),
        ["field-renamed", "param-added"]
    );
}

#[test]
fn retry_advice_follows_a_renamed_parameter() {
    let old = r#"{ "code": "A", "message": "Wait {a}.", "retry": { "param": "a" } }"#;
    let new = r#"{ "code": "A", "message": "Wait {b}.", "retry": { "param": "b" } }"#;
    assert_eq!(names(&diff(old, new).changes), ["field-renamed"]);
}

#[test]
fn an_error_that_is_no_longer_safe_to_retry_has_other_retry_advice() {
    let advice = |retry: &str| format!(r#"{{ "code": "A", "retry": {retry} }}"#);
    let safe = advice(r#"{ "backoff": true, "safe": true }"#);
    for other in [r#""backoff""#, r#"{ "backoff": true, "safe": false }"#] {
        let other = advice(other);
        assert_eq!(names(&diff(&safe, &other).changes), ["retry-changed"]);
        assert_eq!(names(&diff(&other, &safe).changes), ["retry-changed"]);
    }
    let unchanged = diff(&advice(r#""backoff""#), &advice(r#"{ "backoff": true }"#));
    assert!(unchanged.changes.is_empty());
}

#[test]
fn an_envelope_at_another_position_is_still_that_of_its_errors() {
    let old = r#""envelopes": [{ "name": "e", "code": "/e" }, { "name": "f", "code": "/f" }],
        "errors": [{ "code": "A", "envelope": "f" }]"#;
    let new = r#""envelopes": [{ "name": "f", "code": "/f" }], "errors": [{ "code": "A" }]"#;
    assert_eq!(names(&diff(old, new).changes), ["envelope-removed"]);
}

#[test]
fn causes_in_several_places_are_compared_each() {
    let old = r#""envelopes": [{ "name": "e", "code": "/code", "causes": { "at": ["/c", "/d"], "code": "/e" } }], "errors": []"#;
    let new = r#""envelopes": [{ "name": "e", "code": "/code",
        "causes": [{ "at": "/c", "code": "/e" }, { "at": "/d", "code": "/f" }] }], "errors": []"#;
    let diff = diff(old, new);
    let changes: Vec<String> = diff.changes.iter().map(Change::summary).collect();
    assert_eq!(changes, ["envelopes.e.causes./d.code: /e → /f"]);
}

#[test]
fn a_preset_is_compared_by_what_it_stands_for() {
    let preset = r#""envelopes": [{ "name": "e", "preset": "json-api" }], "errors": []"#;
    let other = r#""envelopes": [{ "name": "e", "preset": "json-api", "message": ["/m", "/title"] }], "errors": []"#;
    assert_eq!(names(&diff(preset, other).changes), ["place-moved"]);
}

#[test]
fn entries_with_one_code_are_told_apart_by_their_subcodes() {
    let envelopes =
        r#""envelopes": [{ "name": "e", "code": "/code", "subcode": "/subcode" }], "errors""#;
    let catalog = |[x, y]: [&str; 2]| {
        format!(
            r#"{envelopes}: [{{ "code": 1, "subcode": 2, "id": "{x}", "message": "No." }},
                {{ "code": 1, "subcode": 3, "id": "{y}", "message": "No." }}]"#
        )
    };
    let diff = diff(&catalog(["A", "B"]), &catalog(["C", "D"]));
    let renamed = diff
        .changes
        .iter()
        .map(|it| (it.old.as_deref(), it.new.as_deref()));
    let renamed: Vec<_> = renamed.collect();
    assert_eq!(renamed, [(Some("A"), Some("C")), (Some("B"), Some("D"))]);
}

#[test]
fn an_earlier_form_follows_a_renamed_parameter() {
    let old = r#"{ "code": "A", "message": "No {a}.", "history": [{ "message": "Not {a}." }] }"#;
    let new = r#"{ "code": "A", "message": "No {b}.",
        "history": [{ "message": "Not {a}.", "params": { "a": "b" } }] }"#;
    assert_eq!(names(&diff(old, new).changes), ["field-renamed"]);
}

#[test]
fn an_entry_that_differs_only_in_its_code_is_renamed() {
    for (old, new) in [
        (
            r#"{ "code": "A", "status": 402, "message": "The card {card} is declined." }"#,
            r#"{ "code": "B", "status": 402, "message": "The card {card} is declined." }"#,
        ),
        (
            r#"{ "code": "A", "message": "No." }"#,
            r#"{ "code": 7, "id": "B", "message": "No." }"#,
        ),
        (
            r#"{ "code": "A", "description": "No." }"#,
            r#"{ "code": "B", "description": "No." }"#,
        ),
    ] {
        let diff = diff(old, new);
        assert_eq!(
            names(&diff.changes),
            ["entry-renamed", "code-changed"],
            "{old}"
        );
        assert_eq!(diff.to_retire.len(), 1, "{old}");
        let renamed: Vec<_> = diff.renamed.iter().map(|it| (&*it.old, &*it.new)).collect();
        assert_eq!(renamed, [("A", "B")], "{old}");
    }
}

#[test]
fn entries_without_exactly_one_counterpart_are_not_renamed() {
    for (old, new) in [
        // Either of the two could be the counterpart.
        (
            r#"{ "code": "A", "message": "No." }"#,
            r#"{ "code": "B", "message": "No." }, { "code": "C", "message": "No." }"#,
        ),
        (
            r#"{ "code": "A", "message": "No." }, { "code": "B", "message": "No." }"#,
            r#"{ "code": "C", "message": "No." }"#,
        ),
        // They have no content to compare.
        (r#"{ "code": "A" }"#, r#"{ "code": "B" }"#),
        (
            r#"{ "code": "A", "message": "{a}" }"#,
            r#"{ "code": "B", "message": "{a}" }"#,
        ),
        // They differ in more than the code.
        (
            r#"{ "code": "A", "message": "No.", "status": 400 }"#,
            r#"{ "code": "B", "message": "No.", "status": 404 }"#,
        ),
        (
            r#"{ "code": "A", "message": "No {a}." }"#,
            r#"{ "code": "B", "message": "No {a}.", "params": { "a": { "type": "integer" } } }"#,
        ),
    ] {
        let diff = diff(old, new);
        assert!(names(&diff.changes).contains(&"entry-removed"), "{old}");
        assert!(names(&diff.changes).contains(&"entry-added"), "{old}");
        assert!(diff.renamed.is_empty(), "{old}");
    }
}

#[test]
fn an_entry_with_only_a_changed_id_has_no_code_to_retire() {
    let diff = diff(
        r#"{ "code": "A", "message": "No." }"#,
        r#"{ "code": "A", "id": "B", "message": "No." }"#,
    );
    assert!(diff.renamed.is_empty());
    assert!(diff.to_retire.is_empty());
}

#[test]
fn an_error_that_every_operation_gains_or_loses_is_reported_once() {
    let operations = |operations: &str| {
        let errors = r#""errors": [{ "code": "A" }, { "code": "B" }]"#;
        format!(r#"{errors}, "operations": {{ {operations} }}"#)
    };
    let without = operations(r#""x": ["A"], "y": ["A"]"#);
    let with = operations(r#""*": ["B"], "x": ["A"], "y": ["A"]"#);
    let summaries = |old: &str, new: &str| -> Vec<String> {
        diff(old, new).changes.iter().map(Change::summary).collect()
    };
    assert_eq!(summaries(&without, &with), ["operations.*: + B"]);
    assert_eq!(summaries(&with, &without), ["operations.*: - B"]);
    // One of them had it before.
    let partly = operations(r#""x": ["A", "B"], "y": ["A"]"#);
    assert_eq!(summaries(&partly, &with), ["operations.y: + B"]);
}
