//! Prints changes for code scanning. Acknowledged breaking changes are suppressed results.

use super::{sentence, Compared};
use crate::diff::{Change, Impact, Kind};
use crate::failure::Failure;
use crate::output::Output;
use crate::report::sarif::{location, log};
use serde_json::{json, Value};

pub(super) fn print(compared: &[Compared], output: &mut Output) -> Result<(), Failure> {
    let changes = compared
        .iter()
        .flat_map(|one| one.diff.changes.iter().map(move |change| (one, change)));
    let results: Vec<Value> = changes.map(|(one, change)| result(one, change)).collect();
    let rules: Vec<Value> = Kind::ALL.iter().copied().map(rule).collect();
    output.json(&log(&rules, &results))
}

fn rule(kind: Kind) -> Value {
    json!({ "id": kind.name(), "shortDescription": { "text": kind.why() } })
}

fn result(compared: &Compared, change: &Change) -> Value {
    let level = match compared.diff.impact(change) {
        Impact::Breaking => "error",
        Impact::Minor => "warning",
        Impact::Compatible => "note",
    };
    let mut result = json!({
        "ruleId": change.kind.name(),
        "ruleIndex": Kind::ALL.iter().position(|kind| *kind == change.kind),
        "level": level,
        "message": { "text": sentence(change) },
        "locations": [location(&compared.new_lines(change))],
    });
    if let Some(reason) = &change.acknowledged {
        result["suppressions"] = json!([{ "kind": "inSource", "justification": reason }]);
    }
    result
}
