//! Properties of the comparison that hold for any catalog.

use super::{names, read};
use crate::diff::{compare, Impact, Options};
use proptest::prelude::*;
use serde_json::{json, Value};

fn retry() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!("never")),
        Just(json!("backoff")),
        Just(json!({ "after": "24h" })),
        Just(json!({ "header": "Retry-After" })),
    ]
}

fn message() -> impl Strategy<Value = String> {
    let placeholder = proptest::sample::select(vec!["{a}", "{b}", "{c-d}", "{userId}", "{{", "}}"]);
    proptest::collection::vec(("[ a-z]{1,3}", placeholder), 0..4).prop_map(|parts| {
        let parts: Vec<String> = parts
            .into_iter()
            .map(|(text, placeholder)| text + placeholder)
            .collect();
        parts.concat()
    })
}

fn param() -> impl Strategy<Value = Value> {
    let types = proptest::sample::select(vec!["string", "integer", "list", "timestamp"]);
    (types, any::<bool>(), proptest::collection::hash_set("[xyz]", 0..3)).prop_map(
        |(param_type, optional, values)| json!({ "type": param_type, "optional": optional, "values": values }),
    )
}

fn entry() -> impl Strategy<Value = Value> {
    let details = proptest::collection::btree_map("[e-h]", param(), 0..4);
    let statuses = proptest::collection::btree_set(400_u16..=599, 1..3);
    let optional = (
        proptest::option::of(message()),
        proptest::option::of(retry()),
        proptest::option::of(".{0,5}"),
        proptest::option::of("[a-z]{1,3}"),
    );
    ("[A-D]{1,2}", statuses, details, optional).prop_map(
        |(code, statuses, details, (message, retry, title, history))| {
            let mut entry = json!({ "code": code, "status": statuses, "params": details });
            let history = history.map(|message| json!([{ "message": message }]));
            let others = [
                ("message", message.map(Value::from)),
                ("retry", retry),
                ("title", title.map(Value::from)),
                ("history", history),
            ];
            for (key, value) in others {
                if let Some(value) = value {
                    entry[key] = value;
                }
            }
            entry
        },
    )
}

/// Catalogs without duplicate codes, so that nearly all are valid.
fn catalog() -> impl Strategy<Value = String> {
    proptest::collection::vec(entry(), 0..8).prop_map(|mut entries| {
        entries.sort_by_key(|entry| entry["code"].to_string());
        entries.dedup_by_key(|entry| entry["code"].to_string());
        let envelopes = json!([{ "name": "e", "code": "/code", "params": "/details" }]);
        json!({ "name": "a", "envelopes": envelopes, "errors": entries }).to_string()
    })
}

proptest! {
    #[test]
    fn a_catalog_does_not_differ_from_itself(text in catalog()) {
        let Ok(catalog) = read(&text) else {
            return Err(TestCaseError::reject("invalid catalog"));
        };
        let diff = compare(&catalog, &catalog, &Options::default());
        prop_assert!(diff.changes.is_empty(), "{:?}", names(&diff.changes));
        prop_assert_eq!(diff.bump(), None);
    }

    #[test]
    fn the_direction_does_not_decide_whether_catalogs_differ(old in catalog(), new in catalog()) {
        let (Ok(old), Ok(new)) = (read(&old), read(&new)) else {
            return Err(TestCaseError::reject("invalid catalog"));
        };
        let there = compare(&old, &new, &Options::default());
        let back = compare(&new, &old, &Options::default());
        prop_assert_eq!(there.changes.is_empty(), back.changes.is_empty());
    }

    #[test]
    fn added_entries_break_nobody(text in catalog()) {
        let Ok(new) = read(&text) else {
            return Err(TestCaseError::reject("invalid catalog"));
        };
        let mut old = new.clone();
        old.entries.truncate(old.entries.len() / 2);
        let diff = compare(&old, &new, &Options::default());
        prop_assert!(diff.changes.iter().all(|it| diff.impact(it) <= Impact::Minor));
        prop_assert_eq!(diff.changes.len(), new.entries.len() - old.entries.len());
    }
}
