//! Growth with the size of a response: twice the size must take about twice the time.

use crate::race::median;
use error_catalog::{Catalog, ErrorCatalog, Response};
use std::hint::black_box;
use std::time::Instant;

#[derive(ErrorCatalog)]
#[catalog(path = "slopes.json")]
struct Slopes;

const ROUNDS: usize = 9;

/// How many inner errors there are at least, where there are many.
const SMALLEST: usize = 10_000;

type Case = (&'static str, usize, fn(usize) -> String, fn(&str));

const CASES: [Case; 14] = [
    ("message", 1_000_000, |size| body("MESSAGE", &message(size)), decode),
    ("message without an end", 1_000_000, |size| body("MESSAGE", &message(size).replace("alike", "")), decode),
    ("literal repeated", 100_000, |size| body("LITERAL", &literals(size)), decode),
    ("literal repeated, code unknown", 100_000, literals, recognize),
    ("causes", 10_000, causes, decode_causes),
    ("chain", 10_000, chain, decode_chain),
    ("errors", 10_000, errors, decode_errors),
    ("fields", 10_000, |size| keyed(size, "fields", r#"["is required"]"#), decode_causes),
    ("leaves", 10_000, |size| keyed(size, "nested", r#"{"_errors":["is required"]}"#), decode_causes),
    ("pairs", 10_000, pairs, decode_pairs),
    ("pairs without an end", 10_000, |size| pairs(size).replace("]}", ""), decode),
    ("nested", 100_000, |size| format!(r#"{{"code": "CAUSE", "detail": {}}}"#, nested(size)), decode),
    ("nested params", 100_000, |size| format!(r#"{{"code": "MESSAGE", "first": {}}}"#, nested(size)), decode),
    ("escapes", 1_000_000, |size| body("MESSAGE", &message(size).replace('x', "\\\"")), decode),
];

/// Prints milliseconds at n and 2n.
pub fn run() {
    for (name, size, make, read) in CASES {
        let [once, twice] = [make(size), make(2 * size)];
        let mut times = [Vec::new(), Vec::new()];
        for _ in 0..ROUNDS {
            for (times, text) in times.iter_mut().zip([&once, &twice]) {
                let start = Instant::now();
                read(text);
                times.push(start.elapsed().as_secs_f64() * 1e3);
            }
        }
        let [once, twice] = times.map(|mut times| median(&mut times));
        println!("n\t{name}\t{once}\n2n\t{name}\t{twice}");
    }
}

fn decode(body: &str) {
    black_box(Slopes::decode(Response::new(400, body)));
}

fn decode_causes(body: &str) {
    let decoded = Slopes::decode(Response::new(400, body));
    assert!(decoded.causes().count() >= SMALLEST);
    assert!(decoded.causes().all(|cause| cause.error().is_some()));
}

/// As far as anyone goes: each step reads what is left, so that the whole way is quadratic.
fn decode_chain(body: &str) {
    let decoded = Slopes::decode(Response::new(400, body));
    let [first, others] = [0, 1].map(|index| decoded.causes().nth(index));
    assert!(first.is_some_and(|cause| cause.causes().all(|second| second.error().is_some())));
    assert!(others.is_none());
}

fn decode_errors(body: &str) {
    let decoded = Slopes::decode(Response::new(400, body));
    assert!(decoded.errors().count() >= SMALLEST);
    assert!(decoded.errors().all(|error| error.error().is_some()));
}

fn decode_pairs(body: &str) {
    let decoded = Slopes::decode(Response::new(400, body));
    let error = SlopesError::Paired { first: "a".into(), last: "z".into(), count: Some(7) };
    assert_eq!(decoded.error(), Some(&error));
}

fn recognize(message: &str) {
    black_box(Slopes::META.recognize(message, None));
}

fn body(code: &str, message: &str) -> String {
    format!(r#"{{"code": "{code}", "message": "{message}", "status": 400}}"#)
}

fn message(size: usize) -> String {
    format!("The first {} and the second y are not alike", "x".repeat(size))
}

fn literals(size: usize) -> String {
    ", ".repeat(size) + "; ."
}

fn causes(size: usize) -> String {
    let cause = r#"{"code": "CAUSE", "message": "name is missing"}"#;
    let causes = vec![cause; size].join(",");
    format!(r#"{{"code": "CAUSE", "message": "causes is missing", "causes": [{causes}]}}"#)
}

fn nested(size: usize) -> String {
    "[".repeat(size) + &"]".repeat(size)
}

fn chain(size: usize) -> String {
    let link = r#"{"code":"CAUSE","message":"name is missing","caused_by":"#;
    link.repeat(size) + r#"{"code":"CAUSE","message":"name is missing"}"# + &"}".repeat(size)
}

fn errors(size: usize) -> String {
    let error = r#"{"code":"CAUSE","message":"name is missing"}"#;
    format!(r#"{{"errors":[{}]}}"#, vec![error; size].join(","))
}

/// An error whose member `name` has this value for each of many fields.
fn keyed(size: usize, name: &str, value: &str) -> String {
    let fields: Vec<String> = (0..size).map(|field| format!(r#""f{field}":{value}"#)).collect();
    format!(r#"{{"code":"CAUSE","message":"a is missing","{name}":{{{}}}}}"#, fields.join(","))
}

/// The values of the message are in the first pair and in the last one.
fn pairs(size: usize) -> String {
    let pair = |name: &str, value: &str| format!(r#"{{"name":"{name}","value":{value}}}"#);
    let others = (0..size).map(|index| pair(&format!("p{index}"), r#""other""#));
    let pairs: Vec<String> = std::iter::once(pair("first", r#""a""#))
        .chain(others)
        .chain([pair("count", "7"), pair("last", r#""z""#)])
        .collect();
    format!(r#"{{"paired":"PAIRED","message":"The a is not the z","parameters":[{}]}}"#, pairs.join(","))
}
