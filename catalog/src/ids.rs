//! The ids of a catalog's entries, which other parts of it name.

use crate::model::Entry;
use crate::name::is_id;
use crate::table::Table;
use crate::{Report, Rule, Span};

/// The ids, in the order of the entries.
pub(crate) struct Ids<'e> {
    all: Vec<&'e str>,
    positions: Table,
}

impl<'e> Ids<'e> {
    pub(crate) fn of(entries: &'e [Entry]) -> Self {
        let mut all = Vec::with_capacity(entries.len());
        let mut positions = Table::default();
        for entry in entries {
            positions.set(&entry.id, all.len());
            all.push(&*entry.id);
        }
        Self { all, positions }
    }

    /// Returns the position of the entry with an id.
    pub(crate) fn position(&self, id: &str) -> Option<usize> {
        self.positions.get(id)
    }

    /// Reports an id if no entry has it. If an entry has no valid id, it can be the one that is meant, and is reported
    /// instead.
    pub(crate) fn check(&self, id: &str, span: Span, rule: Rule, report: &mut Report) {
        if self.position(id).is_none() && self.all.iter().all(|id| is_id(id)) {
            report
                .add(rule, span, format!("no entry has the id `{id}`"))
                .suggest(id, &self.all);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::broken_rules;

    /// Returns the rules that a catalog breaks, whose parts name the id of an entry with this code.
    fn broken(code: &str) -> Vec<&'static str> {
        let text = format!(
            r#"{{ "name": "a", "fallbacks": {{ "5xx": "FAILED" }}, "operations": {{ "b": ["FAILED"] }},
                "policy": {{ "frozen": {{ "FAILED": "Failed." }} }},
                "errors": [
                    {{ {code}, "status": 500, "message": "Failed." }},
                    {{ "code": "OLD", "status": 500, "deprecated": {{ "renamed_to": "FAILED" }} }}
                ] }}"#
        );
        broken_rules(text)
    }

    #[test]
    fn an_id_that_is_not_valid_is_reported_once() {
        assert!(broken(r#""code": "FAILED""#).is_empty());
        for (code, rule) in [
            (r#""code": "7""#, "C008"),
            (r#""code": "failed", "id": "failed""#, "C008"),
            (r#""code": true"#, "C005"),
            (r#""message_": """#, "C003"),
        ] {
            let broken = broken(code);
            assert!(broken.contains(&rule), "{code}: {broken:?}");
            let follows = ["C025", "C034", "C046", "C051"];
            assert!(
                !broken.iter().any(|it| follows.contains(it)),
                "{code}: {broken:?}"
            );
        }
        let misspelled = broken(r#""code": "FAILD""#);
        assert_eq!(misspelled, ["C046", "C051", "C034", "C025"]);
    }
}
