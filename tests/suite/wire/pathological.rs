//! Bodies made to cost time or memory: little stack, and memory in proportion to the body.
//!
//! Time is not measured: nothing here would end within anyone's patience if it took quadratic time.

use error_catalog::{decode, Catalog, Decoded, Json, Outcome, Response};
use error_catalog_tests::{Edges, HttpApi, LinkedIn, Marketing, Parcels, Works};

const MEGABYTE: usize = 1_000_000;
const DEPTH: usize = 100_000;

/// The stack that a body may need, whatever is in it.
const STACK: usize = 256 * 1024;

/// What all questions to a response allocate, in bytes.
fn ask<C: Catalog>(body: &str) -> u64 {
    let headers = [("retry-after", "1")];
    let response = Response::new(400, body).with_headers(&headers);
    let cost = allocation_counter::measure(|| {
        let decoded: Decoded<'_, C> = decode(response);
        let _ = (
            decoded.to_string(),
            decoded.warnings(),
            decoded.retry_after(),
        );
        let _ = (
            decoded.reference(),
            decoded.scope(),
            decoded.extras().count(),
        );
        for cause in decoded.causes() {
            let _ = (cause.to_string(), cause.warnings());
        }
        if let Some(batch) = decoded.batch() {
            for (_, error) in batch.errors() {
                let _ = (error.to_string(), error.warnings());
            }
            batch.results().for_each(drop);
        }
        drop(decoded.into_owned());
    });
    cost.bytes_total
}

/// Asks with every catalog; the memory is at most so many times the body.
fn asked(name: &str, body: &str, factor: u64) {
    asked_of::<LinkedIn>(name, body, factor);
    asked_of::<Marketing>(name, body, factor);
    asked_of::<Edges>(name, body, factor);
    asked_of::<Works>(name, body, factor);
    asked_of::<HttpApi>(name, body, factor);
    asked_of::<Parcels>(name, body, factor);
}

/// Asks with one catalog, in a thread with little stack.
fn asked_of<C: Catalog>(name: &str, body: &str, factor: u64) {
    let bytes = std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK);
        let thread = thread.spawn_scoped(scope, || ask::<C>(body));
        thread.expect("a thread").join().expect("no panic")
    });
    let (catalog, length) = (C::META.name(), body.len() as u64);
    assert!(
        bytes <= factor * length,
        "{name}, {catalog}: {bytes} bytes for a body of {length}"
    );
}

/// A value nested as deep as can be, in one of three ways.
fn nested() -> [String; 3] {
    [
        "[".repeat(DEPTH) + &"]".repeat(DEPTH),
        "{\"a\":".repeat(DEPTH) + "0" + &"}".repeat(DEPTH),
        "[{\"a\":".repeat(DEPTH / 2) + "0" + &"}]".repeat(DEPTH / 2),
    ]
}

#[test]
fn nesting_a_hundred_thousand_deep_needs_little_stack() {
    for value in nested() {
        asked("alone", &value, 4);
        asked("not closed", &value[..value.len() / 2], 4);
        asked("code", &format!(r#"{{"code":{value}}}"#), 16);
        for member in [
            "message",
            "status",
            "error",
            "errors",
            "errorDetails",
            "params",
        ] {
            let beside = format!(
                r#"{{"code":"NOT_FOUND","error_label":"LK_524","message":"a","{member}":{value}}}"#
            );
            asked_of::<Marketing>(member, &beside, 16);
            asked_of::<Edges>(member, &beside, 16);
        }
    }
}

#[test]
fn nesting_is_walked_with_little_memory() {
    for value in nested() {
        let walk = || {
            let mut json = Json::parse(value.as_bytes()).ok();
            let mut depth = 0;
            // As deep as is worth it: each step down reads what is left.
            while let Some(inner) = json.filter(|_| depth < 20) {
                json = inner.get("a").or_else(|| inner.elements().next());
                depth += 1;
            }
            depth
        };
        let mut depth = 0;
        let cost = allocation_counter::measure(|| depth = walk());
        assert_eq!(depth, 20);
        assert!(
            cost.bytes_total < 4 * 20 * value.len() as u64,
            "{}",
            cost.bytes_total
        );
    }
}

#[test]
fn a_megabyte_of_message_is_read() {
    let parts = [
        ("a", MEGABYTE),
        ("\\\\", MEGABYTE),
        ("é", 50_000),
        (" ", 50_000),
        ("\\n", 50_000),
        ("\\\"", 50_000),
        ("\\u0000", 50_000),
        ("\\ud83d\\ude00", 50_000),
        ("\\ud800", 50_000),
    ];
    for (part, length) in parts {
        let text = part.repeat(length / part.len());
        let code = r#""code":"NOT_FOUND","error_label":"LK_ERROR""#;
        let message = format!(r#"{{{code},"message":"{text}","description":"{text}"}}"#);
        asked(part, &message, 40);
        let short = part.repeat(10_000);
        asked(part, &format!(r#"{{"code":"{short}"}}"#), 40);
        asked(part, &format!(r#"{{"{short}":1,"code":"A"}}"#), 40);
        asked(part, &short, 40);
    }
}

#[test]
fn a_megabyte_of_digits_is_not_a_number() {
    let digits = "9".repeat(MEGABYTE);
    for member in ["code", "status", "message", "error_label", "status_code"] {
        asked(
            member,
            &format!(r#"{{"{member}":{digits},"message":"a"}}"#),
            16,
        );
    }
    let params =
        format!(r#"{{"error_label":"STATUS_429","params":{{"retry_after":{digits}.{digits}}}}}"#);
    asked("retry_after", &params, 16);
    assert!(Edges::decode(Response::new(429, &params))
        .retry_after()
        .is_some());
}

#[test]
fn the_literals_of_a_template_a_hundred_thousand_times_over_are_matched() {
    let messages = [
        (
            "CONDITIONAL_VALUE_TOO_LOW",
            "x cannot be set to x; it cannot be lower than ",
            " x",
        ),
        ("FIELD_VALUE_TOO_LOW", " value ", " cannot be lower than 1"),
        ("FIELD_VALUE_TOO_LOW", " cannot be lower than ", " value "),
        (
            "MISMATCH_FIELDS",
            "Value 1 of ",
            " expected to match value 2 of a",
        ),
        (
            "INVALID_CAMPAIGN_CONFIGURATION",
            "ObjectiveType a, CampaignFormat ",
            ", CampaignType ",
        ),
        (
            "USER_MISMATCH_IN_PARAM_AND_BODY",
            "The user id 1 in the query parameters does not match the user id ",
            "1",
        ),
        (
            "INVALID_PAST_ATTRIBUTE_COMBINATION",
            "sAll: a sPast: ",
            " as(Current): ",
        ),
    ];
    for (code, literal, other) in messages {
        let message = literal.repeat(100_000);
        let body = format!(r#"{{"message":"{message}"}}"#);
        asked_of::<Marketing>(code, &body, 40);
        for message in [message.clone() + other, format!("{other}{message}{other}")] {
            let body = format!(r#"{{"code":"{code}","message":"{message}"}}"#);
            asked_of::<Marketing>(code, &body, 40);
        }
    }
}

#[test]
fn ten_thousand_causes_are_read_one_by_one() {
    let cause = r#"{"code":"DATE_TOO_EARLY","input":{"inputPath":{"fieldPath":"/a"},"value":{"decimalValue":"1"}},"minValue":"2","description":"x"}"#;
    let causes = vec![cause; 10_000].join(",");
    let body = format!(
        r#"{{"code":"A","errorDetails":{{"inputErrors":[{causes}],"conditionalInputErrors":[{causes}]}}}}"#
    );
    assert_eq!(
        Marketing::decode(Response::new(400, &body))
            .causes()
            .count(),
        20_000
    );
    asked("causes", &body, 40);
    // What is shown of a cause is longer than two bytes.
    asked("empty causes", &body.replace(cause, "0"), 100);
}

#[test]
fn ten_thousand_members_of_a_batch_are_read_one_by_one() {
    let members = |value: &str| {
        (0..10_000)
            .map(|key| format!("\"{key}\":{value}"))
            .collect::<Vec<_>>()
            .join(",")
    };
    let error = r#"{"code":"FIELD_VALUE_TOO_LOW","message":"/a value 1 cannot be lower than 2"}"#;
    let body = format!(
        r#"{{"errors":{{{}}},"results":{{{}}}}}"#,
        members(error),
        members(r#"{"status":204}"#)
    );
    let decoded = Marketing::decode(Response::new(207, &body));
    assert_eq!(decoded.outcome(), Outcome::Batch);
    let batch = decoded.batch().expect("a batch");
    assert!(batch.errors().all(|(_, error)| error.error().is_some()));
    assert_eq!(
        (batch.errors().count(), batch.results().count()),
        (10_000, 10_000)
    );
    asked("batch", &body, 40);
    let escaped = body.replace("\":", "\\u0041\":");
    asked("escaped keys", &escaped, 60);
}

#[test]
fn a_batch_in_a_batch_is_decoded_no_deeper_than_asked() {
    let depth = 20_000;
    let body = "{\"errors\":{\"a\":".repeat(depth) + "{}" + &"}}".repeat(depth);
    asked("batches", &body, 16);
}

#[test]
fn a_hundred_thousand_members_are_read() {
    let members = |count: usize, member: fn(usize) -> String| -> String {
        (0..count).map(member).collect::<Vec<_>>().join(",")
    };
    for (name, members) in [
        ("different", members(100_000, |key| format!("\"{key}\":0"))),
        ("alike", members(10_000, |_| "\"code\":\"A\"".into())),
        (
            "escaped",
            members(10_000, |key| format!("\"\\u0041{key}\":0")),
        ),
    ] {
        let code = r#""code":"NOT_FOUND","error_label":"NO_ACCESS""#;
        asked(name, &format!("{{{members}}}"), 60);
        asked(name, &format!(r#"{{{members},{code},"message":"a"}}"#), 60);
        asked(
            name,
            &format!(r#"{{"error":{{{members},"code":"A"}}}}"#),
            60,
        );
        asked(name, &format!(r#"{{{code},"params":{{{members}}}}}"#), 60);
    }
}

#[test]
fn a_megabyte_of_header_is_read() {
    for part in ["a", ",", "\"", "Bearer error=a,", "Bearer error=\"\\", "9"] {
        let value = part.repeat(MEGABYTE / part.len());
        let headers = [
            ("www-authenticate", &*value),
            ("retry-after", &*value),
            ("x-ratelimit-type", &*value),
        ];
        let response = Response::new(401, "").with_headers(&headers);
        let cost = allocation_counter::measure(|| {
            drop(Works::decode(response).into_owned());
            drop(Edges::decode(response).into_owned());
        });
        assert!(
            cost.bytes_total < 64 * MEGABYTE as u64,
            "{part}: {}",
            cost.bytes_total
        );
    }
}
