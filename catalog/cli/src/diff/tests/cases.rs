//! A pair of catalogs for every kind of change, and whom it breaks.

use crate::diff::Impact::{self, Breaking, Compatible, Minor};

pub(super) struct Case {
    /// The kinds that are found. The case is about the first.
    pub(super) kinds: &'static [&'static str],
    /// The impact on clients and on Rust users.
    pub(super) impacts: (Impact, Impact),
    pub(super) old: &'static str,
    pub(super) new: &'static str,
}

/// A catalog with an envelope that sends the names of parameters.
macro_rules! with_details {
    ($errors:literal) => {
        concat!(
            r#""envelopes": [{ "name": "e", "code": "/code", "scope": "/scope", "params": "/details" }], "#,
            r#""scopes": { "s": "", "t": "" }, "errors": ["#,
            $errors,
            "]"
        )
    };
}

/// A catalog of one envelope with a code at `/code` and these keys.
macro_rules! envelope {
    ($($keys:literal)?) => {
        concat!(
            r#""envelopes": [{ "name": "e", "code": "/code""#,
            $(", ", $keys,)?
            r#" }], "errors": []"#
        )
    };
}

/// A catalog of one envelope with a subcode and a title, and these errors.
macro_rules! with_subcode {
    ($errors:literal) => {
        concat!(
            r#""envelopes": [{ "name": "e", "code": "/code", "subcode": "/subcode", "title": "/title" }], "errors": ["#,
            $errors,
            "]"
        )
    };
}

/// A catalog of three errors and these fallbacks.
macro_rules! fallbacks {
    ($fallbacks:literal) => {
        concat!(
            r#""fallbacks": { "#,
            $fallbacks,
            r#" }, "errors": [{ "code": "FAILED", "status": 500 }, { "code": "BROKEN", "status": 503 },
                { "code": "LOST", "status": 404 }]"#
        )
    };
}

/// An error with this message and the parameters of numbers.
macro_rules! with_numbers {
    ($message:literal) => {
        concat!(
            r#"{ "code": "A", "message": "#,
            $message,
            r#", "params": { "n": { "type": "integer" }, "m": { "type": "integer" } } }"#
        )
    };
}

/// A catalog of one error with this German translation.
macro_rules! translated {
    ($errors:literal) => {
        concat!(
            r#"{ "name": "a", "translations": ["de"], "errors": [{ "code": "A", "message": "No {x}.", "params": { "x": { "type": "integer" } } }] } de: "#,
            r#"{ "language": "de", "errors": { "A": { "#,
            $errors,
            " } } }"
        )
    };
}

/// A catalog with three errors and these operations.
macro_rules! with_operations {
    ($operations:literal) => {
        concat!(
            r#""errors": [{ "code": "A" }, { "code": "B" }, { "code": "C" }], "operations": { "#,
            $operations,
            " }"
        )
    };
}

macro_rules! cases {
    ($([$($kind:literal)*] $clients:ident $rust:ident $old:expr, $new:expr;)*) => {
        &[$(Case {
            kinds: &[$($kind),*],
            impacts: ($clients, $rust),
            old: $old,
            new: $new,
        },)*]
    };
}

pub(super) const CASES: &[Case] = cases! {
    ["entry-added"] Minor Minor
        r#"{ "code": "A" }"#, r#"{ "code": "A" }, { "code": "B" }"#;
    ["entry-removed"] Breaking Breaking
        r#"{ "code": "A" }, { "code": "B" }"#, r#"{ "code": "A" }"#;
    ["entry-renamed"] Compatible Breaking
        r#"{ "code": "A", "message": "No." }"#, r#"{ "code": "A", "id": "B", "message": "No." }"#;
    ["entry-deprecated"] Minor Minor
        r#"{ "code": "A" }"#, r#"{ "code": "A", "deprecated": {} }"#;
    ["entry-kept"] Compatible Compatible
        r#"{ "code": "A", "deprecated": {} }"#, r#"{ "code": "A" }"#;
    ["entries-reordered"] Compatible Minor
        r#"{ "code": "A" }, { "code": "B" }, { "code": "C" }"#, r#"{ "code": "B" }, { "code": "A" }, { "code": "C" }"#;

    ["code-changed"] Breaking Compatible
        r#"{ "code": "A", "id": "A" }"#, r#"{ "code": "B", "id": "A" }"#;
    ["code-changed"] Breaking Compatible
        r#"{ "code": 404, "id": "A" }"#, r#"{ "code": "404", "id": "A" }"#;
    ["code-changed"] Breaking Compatible
        r#"{ "code": "A", "id": "A" }"#, r#"{ "code": null, "id": "A" }"#;
    ["code-added"] Minor Compatible
        r#"{ "code": null, "id": "A" }"#, r#"{ "code": "A" }"#;
    ["code-respelled" "field-renamed"] Compatible Compatible
        r#"{ "code": "{a}_GONE", "id": "A" }"#, r#"{ "code": "{b}_GONE", "id": "A" }"#;

    ["subcode-added"] Minor Compatible
        with_subcode!(r#"{ "code": 1, "id": "A" }"#), with_subcode!(r#"{ "code": 1, "id": "A", "subcode": 2 }"#);
    ["subcode-changed"] Breaking Compatible
        with_subcode!(r#"{ "code": 1, "id": "A", "subcode": 2 }"#),
        with_subcode!(r#"{ "code": 1, "id": "A", "subcode": "2x" }"#);
    ["subcode-changed"] Breaking Compatible
        with_subcode!(r#"{ "code": 1, "id": "A", "subcode": 2 }"#), with_subcode!(r#"{ "code": 1, "id": "A" }"#);

    ["status-changed"] Breaking Compatible
        r#"{ "code": "A", "status": [400, 404] }"#, r#"{ "code": "A", "status": [404, 400] }"#;
    ["status-added"] Minor Compatible
        r#"{ "code": "A", "status": 429 }"#, r#"{ "code": "A", "status": [429, 503] }"#;
    ["status-removed"] Minor Compatible
        r#"{ "code": "A", "status": [429, 503] }"#, r#"{ "code": "A", "status": 429 }"#;
    ["status-method" "status-changed"] Compatible Breaking
        r#"{ "code": "A" }"#, r#"{ "code": "A", "status": 400 }"#;

    ["envelope-changed"] Breaking Compatible
        r#""envelopes": [{ "name": "e", "code": "/e" }, { "name": "f", "code": "/f" }],
            "errors": [{ "code": "A" }]"#,
        r#""envelopes": [{ "name": "e", "code": "/e" }, { "name": "f", "code": "/f" }],
            "errors": [{ "code": "A", "envelope": "f" }]"#;

    ["message-reworded"] Minor Compatible
        r#"{ "code": "A", "message": "No {a}." }"#, r#"{ "code": "A", "message": "There is no {a}." }"#;
    ["message-frozen"] Breaking Compatible
        r#"{ "code": "A", "message": "No {a}." }"#, r#"{ "code": "A", "message": "There is no {a}." }"#;
    ["placeholder-left" "message-reworded"] Breaking Compatible
        r#"{ "code": "A", "message": "No {a}." }"#, r#"{ "code": "A", "message": "No.", "params": { "a": {} } }"#;
    ["free-text-ended" "message-reworded"] Minor Breaking
        r#"{ "code": "A" }"#, r#"{ "code": "A", "message": "No." }"#;

    ["title-reworded"] Minor Compatible
        with_subcode!(r#"{ "code": 1, "id": "A", "title": "No" }"#),
        with_subcode!(r#"{ "code": 1, "id": "A", "title": "Never" }"#);
    ["documented"] Compatible Compatible
        r#"{ "code": "A", "title": "No" }"#, r#"{ "code": "A", "title": "Never" }"#;

    ["param-removed" "message-reworded"] Breaking Breaking
        r#"{ "code": "A", "message": "No {a}." }"#, r#"{ "code": "A", "message": "No." }"#;
    ["param-removed"] Breaking Breaking
        r#"{ "code": "A", "params": { "a": { "optional": true } } }"#, r#"{ "code": "A" }"#;
    ["param-added" "message-reworded"] Minor Breaking
        r#"{ "code": "A", "message": "No." }"#, r#"{ "code": "A", "message": "No {a}." }"#;
    ["param-added"] Minor Breaking
        r#"{ "code": "A" }"#, r#"{ "code": "A", "params": { "a": {} } }"#;
    ["detail-added"] Minor Breaking
        r#"{ "code": "A" }"#, r#"{ "code": "A", "params": { "a": { "optional": true } } }"#;
    ["param-renamed"] Breaking Breaking
        with_details!(r#"{ "code": "A", "message": "No {a}." }"#),
        with_details!(r#"{ "code": "A", "message": "No {b}." }"#);
    ["field-renamed"] Compatible Breaking
        r#"{ "code": "A", "message": "No {a}." }"#, r#"{ "code": "A", "message": "No {b}." }"#;
    ["param-renamed"] Breaking Breaking
        r#""envelopes": [{ "name": "e", "code": "/code", "params": { "pairs": "/p", "name": "/n", "value": "/v" } }],
            "errors": [{ "code": "A", "message": "No {a}." }]"#,
        r#""envelopes": [{ "name": "e", "code": "/code", "params": { "pairs": "/p", "name": "/n", "value": "/v" } }],
            "errors": [{ "code": "A", "message": "No {b}." }]"#;
    ["param-respelled"] Breaking Compatible
        with_details!(r#"{ "code": "A", "params": { "userId": {} } }"#),
        with_details!(r#"{ "code": "A", "params": { "user_id": {} } }"#);
    ["name-respelled"] Compatible Compatible
        r#"{ "code": "A", "params": { "userId": {} } }"#, r#"{ "code": "A", "params": { "user_id": {} } }"#;
    ["param-retyped"] Breaking Breaking
        r#"{ "code": "A", "message": "No {a}." }"#,
        r#"{ "code": "A", "message": "No {a}.", "params": { "a": { "type": "integer" } } }"#;
    ["param-reread"] Breaking Compatible
        r#"{ "code": "A", "message": "No {a}." }"#,
        r#"{ "code": "A", "message": "No {a}.", "params": { "a": { "type": "timestamp" } } }"#;
    ["param-optional"] Breaking Breaking
        r#"{ "code": "A", "params": { "a": {} } }"#, r#"{ "code": "A", "params": { "a": { "optional": true } } }"#;
    ["param-required"] Compatible Breaking
        r#"{ "code": "A", "params": { "a": { "optional": true } } }"#, r#"{ "code": "A", "params": { "a": {} } }"#;
    ["sensitivity-changed"] Compatible Minor
        r#"{ "code": "A", "params": { "a": {} } }"#,
        r#"{ "code": "A", "params": { "a": { "sensitive": true, "sent": true } } }"#;
    ["storage-changed" "message-reworded" "param-added"] Compatible Breaking
        r#"{ "code": "A", "message": "{a}, {b}, {c}, {d}, {e}" }"#,
        r#"{ "code": "A", "message": "{a}, {b}, {c}, {d}, {e}, {f}" }"#;
    ["arguments-reordered" "message-reworded"] Compatible Breaking
        r#"{ "code": "A", "message": "{a} of {b}" }"#, r#"{ "code": "A", "message": "{b} of {a}" }"#;
    ["arguments-reordered"] Compatible Breaking
        r#"{ "code": "A", "params": { "a": {}, "b": {} } }"#, r#"{ "code": "A", "params": { "b": {}, "a": {} } }"#;
    ["param-withheld" "sensitivity-changed"] Breaking Minor
        r#"{ "code": "A", "params": { "a": {} } }"#, r#"{ "code": "A", "params": { "a": { "sensitive": true } } }"#;
    ["param-withheld"] Breaking Minor
        r#"{ "code": "A", "params": { "a": { "sensitive": true, "sent": true } } }"#,
        r#"{ "code": "A", "params": { "a": { "sensitive": true } } }"#;
    ["param-sent"] Minor Compatible
        r#"{ "code": "A", "params": { "a": { "sensitive": true } } }"#,
        r#"{ "code": "A", "params": { "a": { "sensitive": true, "sent": true } } }"#;
    ["place-added"] Minor Compatible
        envelope!(r#""params": "/p", "details_only": true"#), envelope!(r#""params": "/p""#);
    ["place-removed"] Breaking Compatible
        envelope!(r#""params": { "pairs": "/p", "name": "/n", "value": "/v" }"#),
        envelope!(r#""params": { "pairs": "/p", "name": "/n", "value": "/v" }, "details_only": true"#);
    ["place-removed"] Breaking Compatible
        envelope!(r#""causes": { "at": "/c", "params": "/p" }"#),
        envelope!(r#""causes": { "at": "/c", "params": "/p", "details_only": true }"#);
    ["value-added"] Minor Compatible
        r#"{ "code": "A", "params": { "a": { "values": ["x"] } } }"#,
        r#"{ "code": "A", "params": { "a": { "values": ["x", "y"] } } }"#;
    ["value-removed"] Minor Compatible
        r#"{ "code": "A", "params": { "a": { "values": ["x", "y"] } } }"#,
        r#"{ "code": "A", "params": { "a": { "values": ["x"] } } }"#;

    ["retry-changed"] Breaking Compatible
        r#"{ "code": "A", "retry": "backoff" }"#, r#"{ "code": "A", "retry": "never" }"#;
    ["retry-changed"] Breaking Compatible
        r#"{ "code": "A", "retry": "backoff" }"#, r#"{ "code": "A" }"#;
    ["retry-added"] Minor Compatible
        r#"{ "code": "A" }"#, r#"{ "code": "A", "retry": "never" }"#;
    ["scope-changed"] Breaking Compatible
        with_details!(r#"{ "code": "A", "scope": "s" }"#), with_details!(r#"{ "code": "A", "scope": "t" }"#);
    ["scope-revised"] Minor Minor
        r#""scopes": { "s": "" }, "errors": [{ "code": "A", "scope": "s" }]"#,
        r#""scopes": { "s": "" }, "errors": [{ "code": "A" }]"#;
    ["category-changed"] Minor Minor
        r#""categories": { "c": "", "d": "" }, "errors": [{ "code": "A", "category": "c" }]"#,
        r#""categories": { "c": "", "d": "" }, "errors": [{ "code": "A", "category": "d" }]"#;
    ["severity-changed"] Compatible Minor
        r#"{ "code": "A", "severity": "warn" }"#, r#"{ "code": "A", "severity": "fatal" }"#;
    ["severity-changed"] Compatible Minor
        r#"{ "code": "A", "severity": "info" }"#, r#"{ "code": "A" }"#;
    ["history-added"] Compatible Compatible
        r#"{ "code": "A" }"#, r#"{ "code": "A", "history": [{ "status": 409 }] }"#;
    ["history-removed" "history-added"] Compatible Minor
        r#"{ "code": "A", "message": "No.", "history": [{ "message": "Not." }] }"#,
        r#"{ "code": "A", "message": "No.", "history": [{ "message": "Never." }] }"#;

    ["envelope-added"] Minor Compatible
        r#""errors": []"#, r#""envelopes": [{ "name": "e", "code": "/e" }], "errors": []"#;
    ["envelope-removed"] Breaking Compatible
        r#""envelopes": [{ "name": "e", "code": "/e" }], "errors": []"#, r#""errors": []"#;
    ["envelope-renamed"] Compatible Compatible
        r#""envelopes": [{ "name": "e", "code": "/e" }], "errors": [{ "code": "A" }]"#,
        r#""envelopes": [{ "name": "f", "code": "/e" }], "errors": [{ "code": "A" }]"#;
    ["envelopes-reordered"] Minor Compatible
        r#""envelopes": [{ "name": "e", "code": "/e" }, { "name": "f", "code": "/f" }], "errors": []"#,
        r#""envelopes": [{ "name": "f", "code": "/f" }, { "name": "e", "code": "/e" }], "errors": []"#;
    ["place-added"] Minor Compatible
        r#""envelopes": [{ "name": "e", "code": "/e" }], "errors": []"#,
        r#""envelopes": [{ "name": "e", "code": "/e", "extra": { "x": { "at": "/x" } } }], "errors": []"#;
    ["place-removed"] Breaking Compatible
        r#""envelopes": [{ "name": "e", "code": "/e", "causes": { "at": ["/c"], "code": "/d" } }], "errors": []"#,
        r#""envelopes": [{ "name": "e", "code": "/e", "causes": { "at": ["/c"] } }], "errors": []"#;
    ["place-moved"] Breaking Compatible
        r#""envelopes": [{ "name": "e", "code": "/e" }], "errors": []"#,
        r#""envelopes": [{ "name": "e", "code": "/f" }], "errors": []"#;

    ["place-moved"] Breaking Compatible
        envelope!(r#""message": "/m""#), envelope!(r#""message": "$.a[?@.b == 'c'].m""#);
    ["place-moved"] Breaking Compatible
        envelope!(r#""message": { "header": "x-m" }"#),
        envelope!(r#""message": { "header": "x-m", "encoding": "percent" }"#);
    ["place-moved"] Breaking Compatible
        r#""envelopes": [{ "name": "e", "code": { "at": "/c", "match": ["a:{code}", "b:{code}"] } }], "errors": []"#,
        r#""envelopes": [{ "name": "e", "code": { "at": "/c", "match": ["a:{code}", "c:{code}"] } }], "errors": []"#;
    ["place-moved"] Breaking Compatible
        envelope!(r#""retry_after": "/r", "retry_unit": "s""#), envelope!(r#""retry_after": "/r", "retry_unit": "ms""#);
    ["place-moved"] Breaking Compatible
        envelope!(r#""params": "/p""#), envelope!(r#""params": { "pairs": "/p", "name": "/n", "value": "/v" }"#);
    ["place-moved"] Breaking Compatible
        envelope!(r#""extra": { "x": { "at": "/x" } }"#), envelope!(r#""extra": { "x": { "at": "/x", "type": "integer" } }"#);
    ["place-moved"] Breaking Compatible
        envelope!(r#""causes": { "at": "/c", "code": "/d" }"#), envelope!(r#""causes": { "at": "/b", "code": "/d" }"#);
    ["place-added"] Minor Compatible
        envelope!(r#""causes": { "at": "/c", "code": "/d" }"#),
        envelope!(r#""causes": [{ "at": "/c", "code": "/d" }, { "at": "/f", "message": "/m" }]"#);
    ["place-removed"] Breaking Compatible
        envelope!(r#""causes": [{ "at": "/c", "code": "/d" }, { "at": "/f", "message": "/m" }]"#),
        envelope!(r#""causes": { "at": "/c", "code": "/d" }"#);
    ["constant-changed"] Breaking Compatible
        envelope!(r#""constants": { "/v": "2.0" }"#), envelope!(r#""constants": { "/v": "2.1" }"#);
    ["place-added"] Minor Compatible
        envelope!(), envelope!(r#""constants": { "/v": "2.0" }"#);
    ["place-removed"] Breaking Compatible
        envelope!(r#""causes": { "at": "/c", "constants": { "/a": null } }"#), envelope!(r#""causes": { "at": "/c" }"#);
    ["alternative-added"] Minor Compatible
        envelope!(r#""message": "/m""#), envelope!(r#""message": ["/m", "/n"]"#);
    ["alternative-added"] Minor Compatible
        r#""envelopes": [{ "name": "e", "code": { "at": "/c", "match": ["{code}"] } }], "errors": []"#,
        r#""envelopes": [{ "name": "e", "code": { "at": "/c", "match": ["{_}#{code}", "{code}"] } }], "errors": []"#;
    ["alternative-added" "place-moved"] Minor Compatible
        envelope!(r#""message": ["/m", "/n"]"#), envelope!(r#""message": ["/o", "/m", "/n", "/p"]"#);
    ["alternative-removed"] Minor Minor
        envelope!(r#""message": ["/m", "/n"]"#), envelope!(r#""message": "/m""#);
    ["alternatives-reordered"] Minor Minor
        envelope!(r#""message": ["/m", "/n", "/o"]"#), envelope!(r#""message": ["/m", "/o", "/n"]"#);
    ["format-changed"] Breaking Compatible
        envelope!(), envelope!(r#""format": "xml""#);
    ["content-type-changed"] Breaking Compatible
        envelope!(), envelope!(r#""content_type": "application/problem+json""#);
    ["list-changed"] Breaking Compatible
        envelope!(), envelope!(r#""errors": "/errors""#);
    ["list-changed"] Breaking Compatible
        envelope!(r#""errors": "/errors""#), envelope!();
    ["success-added"] Minor Minor
        envelope!(r#""success": [0]"#), envelope!(r#""success": [0, 1]"#);
    ["success-removed"] Breaking Minor
        envelope!(r#""success": [0, 1]"#), envelope!(r#""success": [0]"#);
    ["causes-changed"] Breaking Compatible
        r#""envelopes": [{ "name": "e", "code": "/code", "causes": { "at": "/c", "message": "/m", "leaf": "a" } }],
            "errors": [{ "code": null, "id": "A", "status": 400, "message": "No {field}.", "params": { "field": {} } }]"#,
        r#""envelopes": [{ "name": "e", "code": "/code", "causes": { "at": "/c", "message": "/m", "leaf": "b" } }],
            "errors": [{ "code": null, "id": "A", "status": 400, "message": "No {field}.", "params": { "field": {} } }]"#;
    ["causes-changed"] Breaking Compatible
        envelope!(r#""causes": { "at": "/c", "message": "/m" }"#),
        envelope!(r#""causes": { "at": "/c", "one": true, "message": "/m" }"#);
    ["causes-reordered"] Compatible Breaking
        envelope!(r#""causes": [{ "at": "/c", "code": "/d" }, { "at": "/f", "code": "/d" }]"#),
        envelope!(r#""causes": [{ "at": "/f", "code": "/d" }, { "at": "/c", "code": "/d" }]"#);
    ["causes-reordered" "place-added"] Compatible Breaking
        envelope!(r#""causes": [{ "at": "/c", "code": "/d" }]"#),
        envelope!(r#""causes": [{ "at": "/f", "code": "/d" }, { "at": "/c", "code": "/d" }]"#);

    ["catalog-renamed"] Compatible Minor
        r#"{ "name": "a", "errors": [] }"#, r#"{ "name": "b", "errors": [] }"#;
    ["fallback-added"] Minor Compatible
        fallbacks!(r#""5xx": "FAILED""#), fallbacks!(r#""5xx": "FAILED", "404": "LOST""#);
    ["fallback-added"] Minor Compatible
        fallbacks!(""), fallbacks!(r#""5xx": "FAILED", "panic": "BROKEN""#);
    ["fallback-changed"] Breaking Compatible
        fallbacks!(r#""5xx": "FAILED""#), fallbacks!(r#""5xx": "FAILED", "503": "BROKEN""#);
    ["fallback-changed"] Breaking Compatible
        fallbacks!(r#""5xx": "FAILED", "panic": "BROKEN""#), fallbacks!(r#""5xx": "FAILED""#);
    ["fallback-removed"] Breaking Compatible
        fallbacks!(r#""5xx": "FAILED", "404": "LOST""#), fallbacks!(r#""5xx": "FAILED""#);
    ["message-reworded" "message-reworded"] Minor Compatible
        with_numbers!(r#""{n} files""#), with_numbers!(r#"{ "plural": "n", "one": "{n} file", "other": "{n} files" }"#);
    ["message-reworded" "message-reworded"] Minor Compatible
        with_numbers!(r#"{ "plural": "n", "one": "{n} file", "other": "{n} files" }"#), with_numbers!(r#""{n} files""#);
    ["message-reworded"] Minor Compatible
        with_numbers!(r#"{ "plural": "n", "one": "{n} file", "other": "{n} files" }"#),
        with_numbers!(r#"{ "plural": "n", "one": "{n} file", "=0": "No file", "other": "{n} files" }"#);
    ["message-reworded"] Minor Compatible
        with_numbers!(r#"{ "plural": "n", "one": "{n} file", "other": "{n} files" }"#),
        with_numbers!(r#"{ "plural": "n", "one": "One file", "other": "{n} files" }"#);
    ["message-reworded"] Minor Compatible
        with_numbers!(r#"{ "plural": "n", "one": "{n} of {m}", "other": "{n} of {m}s" }"#),
        with_numbers!(r#"{ "plural": "m", "one": "{n} of {m}", "other": "{n} of {m}s" }"#);
    ["message-reworded"] Minor Compatible
        with_numbers!(r#"{ "plural": "n", "one": "{n} file", "other": "{n} files" }"#),
        with_numbers!(r#"{ "plural": "n", "one": "{n} file", "other": "{n} of all files" }"#);
    ["message-frozen"] Breaking Compatible
        concat!(r#""policy": { "frozen": { "A": "{n} files" } }, "errors": ["#, with_numbers!(
            r#"{ "plural": "n", "one": "{n} file", "other": "{n} files" }"#), "]"),
        concat!(r#""policy": { "frozen": { "A": "{n} files" } }, "errors": ["#, with_numbers!(
            r#"{ "plural": "n", "one": "A file ({n})", "other": "{n} files" }"#), "]");
    ["language-changed"] Minor Compatible
        r#""errors": []"#, r#""language": "de", "errors": []"#;
    ["translation-added"] Minor Compatible
        r#"{ "code": "A", "message": "No {x}.", "params": { "x": { "type": "integer" } } }"#,
        translated!(r#""message": "Kein {x}.""#);
    ["translation-removed"] Minor Minor
        translated!(r#""message": "Kein {x}.""#),
        r#"{ "code": "A", "message": "No {x}.", "params": { "x": { "type": "integer" } } }"#;
    ["translation-reworded"] Minor Compatible
        translated!(r#""message": "Kein {x}.""#), translated!(r#""message": "{x} fehlt.""#);
    ["translation-reworded"] Minor Compatible
        translated!(r#""title": "Keins""#), translated!(r#""title": "Fehlt""#);
    ["translation-reworded"] Minor Compatible
        translated!(r#""message": { "plural": "x", "one": "Ein {x}", "other": "{x}" }"#),
        translated!(r#""message": { "plural": "x", "one": "Eins: {x}", "other": "{x}" }"#);
    ["translation-reworded"] Minor Compatible
        translated!(r#""message": "{x}""#), translated!(r#""message": { "plural": "x", "=0": "Kein", "other": "{x}" }"#);
    ["documented"] Compatible Compatible
        translated!(r#""resolution": "Such.""#), translated!(r#""resolution": "Finde.""#);
    ["code-retired"] Compatible Compatible
        r#""errors": []"#, r#""errors": [], "retired": [{ "code": "A" }]"#;
    ["code-unretired"] Breaking Compatible
        r#""errors": [], "retired": [{ "code": "A" }]"#, r#""errors": []"#;

    ["operation-added"] Minor Compatible
        with_operations!(r#""x": ["A"]"#), with_operations!(r#""x": ["A"], "y": ["B"]"#);
    ["operation-removed"] Breaking Breaking
        with_operations!(r#""x": ["A"], "y": ["B"]"#), with_operations!(r#""x": ["A"]"#);
    ["operation-renamed"] Compatible Breaking
        with_operations!(r#""x": { "route": "GET /", "errors": ["A"] }"#),
        with_operations!(r#""y": { "route": "GET /", "errors": ["A"] }"#);
    ["operation-gain"] Breaking Breaking
        with_operations!(r#""x": ["A"], "y": ["A"]"#), with_operations!(r#""x": ["A", "B"], "y": ["A"]"#);
    ["operation-gain"] Breaking Breaking
        with_operations!(r#""x": ["A"]"#), with_operations!(r#""x": ["A"], "*": ["B"]"#);
    ["operation-loss"] Minor Breaking
        with_operations!(r#""x": ["A", "B"]"#), with_operations!(r#""x": ["A"]"#);
    ["route-changed"] Breaking Compatible
        with_operations!(r#""x": { "route": "GET /", "errors": ["A"] }"#),
        with_operations!(r#""x": { "route": "POST /", "errors": ["A"] }"#);
    ["entry-removed"] Breaking Breaking
        r#""errors": [{ "code": "A" }, { "code": "B" }], "operations": { "x": ["A", "B"] }"#,
        r#""errors": [{ "code": "A" }], "operations": { "x": ["A"] }"#;
    ["entry-renamed"] Compatible Breaking
        r#""errors": [{ "code": "A" }], "operations": { "x": ["A"] }"#,
        r#""errors": [{ "code": "A", "id": "B" }], "operations": { "x": ["B"] }"#;
    ["documented"] Compatible Compatible
        with_operations!(r#""x": ["A"]"#),
        with_operations!(r#""x": { "description": "X.", "route": "GET /", "errors": ["A"] }"#);
    ["documented"] Compatible Compatible
        r#"{ "code": "A", "description": "No." }"#, r#"{ "code": "A", "description": "Never." }"#;
    ["documented"] Compatible Compatible
        r#"{ "code": "A", "retry": { "header": "retry-after" } }"#, r#"{ "code": "A", "retry": { "header": "Retry-After" } }"#;
};

/// Catalogs that look different but are the same.
pub(super) const SAME: &[(&str, &str)] = &[
    // Defaults are the same as writing them in each entry.
    (
        r#""defaults": { "status": 400 }, "errors": [{ "code": "A" }]"#,
        r#"{ "code": "A", "status": 400 }"#,
    ),
    // An error of a status that is also that of its class, and the order of fallbacks.
    (
        fallbacks!(r#""5xx": "FAILED", "500": "FAILED", "panic": "FAILED""#),
        fallbacks!(r#""panic": "FAILED", "5xx": "FAILED""#),
    ),
    // The default language is English, and the case of a tag has no meaning.
    (
        r#""language": "en", "errors": []"#,
        r#""language": "EN", "errors": []"#,
    ),
    (r#""errors": []"#, r#""language": "en", "errors": []"#),
    // A message with plural forms for no numbers is its template.
    (
        with_numbers!(r#""{n} files""#),
        with_numbers!(r#"{ "plural": "n", "other": "{n} files" }"#),
    ),
    // The order of plural forms has no meaning.
    (
        with_numbers!(
            r#"{ "plural": "n", "one": "{n} file", "=0": "No file", "other": "{n} files" }"#
        ),
        with_numbers!(
            r#"{ "=0": "No file", "one": "{n} file", "other": "{n} files", "plural": "n" }"#
        ),
    ),
    // The default id is the code.
    (r#"{ "code": "A" }"#, r#"{ "code": "A", "id": "A" }"#),
    // The order of keys and values has no meaning.
    (
        r#"{ "code": "A", "title": "", "params": { "a": { "values": ["x", "y"] } } }"#,
        r#"{ "title": "", "params": { "a": { "values": ["y", "x"] } }, "code": "A" }"#,
    ),
    // One description of causes in two places is two descriptions.
    (
        envelope!(r#""causes": { "at": ["/c", "/d"], "code": "/e" }"#),
        envelope!(r#""causes": [{ "at": "/c", "code": "/e" }, { "at": "/d", "code": "/e" }]"#),
    ),
    // JSON is the default format.
    (envelope!(), envelope!(r#""format": "json""#)),
    // An array of one place is the place.
    (
        envelope!(r#""message": "/m""#),
        envelope!(r#""message": ["/m"]"#),
    ),
    // An error of every operation is an error of each.
    (
        with_operations!(r#""x": ["A", "B"], "y": ["B"]"#),
        with_operations!(r#""*": ["B"], "y": [], "x": ["A"]"#),
    ),
    // An object with errors is the array of them.
    (
        with_operations!(r#""x": ["A", "B"]"#),
        with_operations!(r#""x": { "errors": ["B", "A"] }"#),
    ),
    // An acknowledgement is not a change.
    (
        r#"{ "code": "A" }"#,
        r#""errors": [{ "code": "A" }], "changes": [{ "version": "1", "change": "status", "reason": "x" }]"#,
    ),
];
