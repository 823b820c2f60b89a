//! The responses and schemas of errors that no operation has.

use super::components::{named, RESPONSES, SCHEMAS};
use super::document::Document;
use super::phrases::Phrases;
use super::responses::Found;
use crate::subcommands::import::values::Value;
use std::collections::HashSet;

/// Where names are, what they are of, and what the report says about them.
const PLACES: [([&str; 2], &str, &str); 2] = [
    (RESPONSES, "response", "no operation answers with it"),
    (SCHEMAS, "schema", "no error response has it"),
];

/// Reports each response and schema whose name is one of an error, and that no error response leads to.
pub(super) fn leave_out<'v>(document: &Document<'v>, found: &Found<'v>) {
    let used = used(document, found);
    let phrases = Phrases::new();
    for (places, kind, reason) in PLACES {
        for (name, value) in named(document, places) {
            if phrases.are_in(name) && !used.contains(&std::ptr::from_ref(value)) {
                let text = format!("the {kind} `{name}`: {reason}");
                document.leave_out(text, value);
            }
        }
    }
}

/// Returns all values in the error responses, and those that references in them lead to.
fn used<'v>(document: &Document<'v>, found: &Found<'v>) -> HashSet<*const Value> {
    let mut used = HashSet::new();
    let mut open: Vec<&Value> = Vec::new();
    for response in &found.responses {
        open.push(response.value);
        open.extend(response.schema);
    }
    while let Some(value) = open.pop() {
        if !used.insert(std::ptr::from_ref(value)) {
            continue;
        }
        open.extend(value.members().iter().map(|(_, value)| value));
        open.extend(value.elements());
        let reference = value.get("$ref").and_then(Value::string);
        let pointer = reference.and_then(|reference| reference.strip_prefix('#'));
        open.extend(pointer.and_then(|pointer| document.at(pointer)));
    }
    used
}
