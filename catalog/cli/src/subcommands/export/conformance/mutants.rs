//! Responses that are changed at random: in their JSON, in their bytes, or in their status and headers.

use super::samples::{Random, HOSTILE, ODD_HEADERS};
use super::{Case, Suite};
use crate::dynamic::Tables;
use serde_json::{json, Value};

/// How many responses each catalog gets. `CONFORMANCE_MUTANTS` asks for more.
const COUNT: u64 = 200;

/// Adds changed responses to those that are there. `CONFORMANCE_SEED` changes which ones.
pub(super) fn add_mutants(suite: &mut Suite, tables: &'static Tables) {
    let number = |name: &str| std::env::var(name).ok()?.parse::<u64>().ok();
    let count = number("CONFORMANCE_MUTANTS").unwrap_or(COUNT);
    let mut random = Random(number("CONFORMANCE_SEED").unwrap_or(1) * 2 + 0x9e37_79b9);
    let before = suite.cases.len();
    for _ in 0..count {
        let case = &suite.cases[random.below(before)];
        let other = &suite.cases[random.below(before)];
        let body = mutated(case, other, &mut random);
        let (mut status, mut headers) = (case.status, case.headers.clone());
        // The date is added again.
        headers.pop();
        match random.below(8) {
            0 => status = *random.of(&[&100, &200, &204, &302, &400, &404, &429, &500, &599]),
            1 => headers.clear(),
            2 => headers.extend(other.headers.first().cloned()),
            3 => {
                let (name, value) = ODD_HEADERS[random.below(ODD_HEADERS.len())];
                headers.push((name.to_owned(), value.to_owned()));
            }
            _ => {}
        }
        // TypeScript has no larger integers.
        if !has_long_number(&body) {
            suite.add(tables, status, &headers, &body);
        }
    }
}

fn mutated(case: &Case, other: &Case, random: &mut Random) -> Vec<u8> {
    let mut body = case.body.clone();
    for _ in 0..=random.below(3) {
        body = match serde_json::from_slice(&body) {
            Ok(mut json) if random.below(4) > 0 => {
                change(&mut json, random);
                json.to_string().into_bytes()
            }
            _ => with_changed_bytes(&body, &other.body, random),
        };
    }
    body
}

/// Changes one value of a document.
fn change(json: &mut Value, random: &mut Random) {
    match json {
        Value::Object(members) if !members.is_empty() && random.below(6) > 0 => {
            let keys: Vec<String> = members.keys().cloned().collect();
            let key = &keys[random.below(keys.len())];
            match random.below(8) {
                0 => {
                    members.remove(key);
                }
                1 => {
                    let value = members[key].clone();
                    members.insert(key.to_ascii_uppercase(), value);
                }
                2 => {
                    let value = members.remove(key).unwrap_or_default();
                    members.insert(format!("{key}{}", random.of(&HOSTILE)), value);
                }
                3 => {
                    let from = &keys[random.below(keys.len())];
                    let value = members[from].clone();
                    members.insert(key.clone(), value);
                }
                _ => change(&mut members[key], random),
            }
        }
        Value::Array(items) if !items.is_empty() && random.below(6) > 0 => {
            let at = random.below(items.len());
            match random.below(5) {
                0 => {
                    items.remove(at);
                }
                1 => items.push(items[at].clone()),
                _ => change(&mut items[at], random),
            }
        }
        Value::String(text) if random.below(3) > 0 => *text = changed_text(text, random),
        _ => *json = other_value(json, random),
    }
}

fn other_value(json: &Value, random: &mut Random) -> Value {
    match random.below(16) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(0),
        3 => json!(-1),
        4 => json!(404),
        5 => json!(1.5),
        6 => json!(1e21),
        7 => json!([]),
        8 => json!({}),
        9 => json!([json]),
        10 => json!({ "code": json, "message": json }),
        11 => json!(json.to_string()),
        12 => json!([null, json, {}]),
        13 => json!({ "": json }),
        14 => json!(json.as_str().and_then(|text| text.parse::<i32>().ok())),
        _ => json!(random.of(&HOSTILE)),
    }
}

fn changed_text(text: &str, random: &mut Random) -> String {
    let characters: Vec<char> = text.chars().collect();
    let at = random.below(characters.len() + 1);
    let (before, after) = characters.split_at(at);
    let (before, after): (String, String) = (before.iter().collect(), after.iter().collect());
    match random.below(7) {
        0 => before,
        1 => after,
        2 => format!("{text} {text}"),
        3 => text.to_uppercase(),
        4 => format!(" {text}\n"),
        5 => format!("{after}{before}"),
        _ => format!("{before}{}{after}", random.of(&HOSTILE)),
    }
}

/// Bytes that have a meaning in JSON, and some that no text has.
const BYTES: &[u8] = b"{}[]\",:\\ \n\t0-+.eE1nulltruefalse\0\x1f\x7f\x80\xc3\xff";

fn with_changed_bytes(body: &[u8], other: &[u8], random: &mut Random) -> Vec<u8> {
    let at = random.below(body.len() + 1);
    let (before, after) = body.split_at(at);
    let byte = [BYTES[random.below(BYTES.len())]];
    match random.below(6) {
        0 => before.to_vec(),
        1 => [before, &byte, after].concat(),
        2 => [before, after.get(1..).unwrap_or_default()].concat(),
        3 => [before, &byte, after.get(1..).unwrap_or_default()].concat(),
        4 => [before, &other[random.below(other.len() + 1)..]].concat(),
        _ => [before, body].concat(),
    }
}

fn has_long_number(body: &[u8]) -> bool {
    let runs = body.split(|byte| !byte.is_ascii_digit());
    runs.into_iter().any(|run| run.len() > 15)
}
