//! Growth with the size of a response: twice the size must take about twice the time.

use crate::race::median;
use error_catalog::{Catalog, ErrorCatalog, Response};
use std::hint::black_box;
use std::time::Instant;

#[derive(ErrorCatalog)]
#[catalog(path = "slopes.json")]
struct Slopes;

const ROUNDS: usize = 9;

type Case = (&'static str, usize, fn(usize) -> String, fn(&str));

const CASES: [Case; 8] = [
    ("message", 1_000_000, |size| body("MESSAGE", &message(size)), decode),
    ("message without an end", 1_000_000, |size| body("MESSAGE", &message(size).replace("alike", "")), decode),
    ("literal repeated", 100_000, |size| body("LITERAL", &literals(size)), decode),
    ("literal repeated, code unknown", 100_000, literals, recognize),
    ("causes", 10_000, causes, decode_causes),
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
    assert!(decoded.causes().all(|cause| cause.error().is_some()));
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
