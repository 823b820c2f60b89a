//! Rules for codes with placeholders and for retired codes.

use super::certainty::share_a_status;
use super::identity::with_subcode;
use crate::model::{Catalog, Code, Entry};
use crate::overlap::{contains, overlap};
use crate::table::Table;
use crate::{Report, Rule};

/// The most codes with placeholders: each response with an unknown code is compared with all of them.
const MOST_PATTERNS: usize = 1_000;

/// Checks that two codes with placeholders do not overlap at the same status, unless one is a special case of the other.
pub(super) fn patterns_do_not_overlap(catalog: &Catalog, report: &mut Report) {
    let mut patterns = Vec::new();
    for entry in &catalog.entries {
        if let Code::Pattern(pattern) = &entry.code {
            patterns.push((entry, pattern.template.literals()));
        }
    }
    if let Some((entry, _)) = patterns.get(MOST_PATTERNS) {
        let message = format!("a catalog can have at most {MOST_PATTERNS} codes with placeholders");
        report
            .add(Rule::Limit, entry.id_span, message)
            .help("split the catalog");
        patterns.truncate(MOST_PATTERNS);
    }
    for (index, (entry, literals)) in patterns.iter().enumerate() {
        for (earlier, others) in patterns.get(..index).unwrap_or_default() {
            let meet = entry.envelope == earlier.envelope
                && share_a_status(entry, earlier)
                && subcode(entry) == subcode(earlier);
            if meet
                && overlap(literals, others)
                && !contains(literals, others)
                && !contains(others, literals)
            {
                let message = format!(
                    "the codes of `{}` and `{}` overlap: both match `{}`",
                    earlier.id,
                    entry.id,
                    common(literals, others)
                );
                report
                    .add(Rule::Overlap, entry.id_span, message)
                    .help("give them different statuses, or write an entry for each code")
                    .related(earlier.id_span, "the other entry");
            }
        }
    }
}

fn subcode(entry: &Entry) -> Option<String> {
    entry.subcode.as_ref()?.identity()
}

/// Checks that retired codes are not in use. A code that is retired without a subcode is retired with all of them.
pub(super) fn retired_codes_are_not_used(catalog: &Catalog, report: &mut Report) {
    if catalog.retired.is_empty() {
        return;
    }
    let mut retired = Table::default();
    for (index, it) in catalog.retired.iter().enumerate() {
        if let Some(code) = with_subcode(&it.code, it.subcode.as_ref()) {
            retired.set(&code, index);
        }
    }
    let find = |code: &Code, subcode| {
        let code = with_subcode(code, subcode)?;
        catalog.retired.get(retired.get(&code)?)
    };
    for entry in &catalog.entries {
        let whole = find(&entry.code, None);
        let exact = || find(&entry.code, entry.subcode.as_ref());
        if let Some(known) = whole.or_else(exact) {
            let message = format!("the code of `{}` is retired", entry.id);
            report
                .add(Rule::RetiredCode, entry.id_span, message)
                .help("give it a different code: clients might still know the retired one")
                .related(known.span, "retired here");
        }
    }
}

/// Returns a code that matches both: the longer start, all inner literals, and the longer end, with `X` for each value.
fn common(left: &[String], right: &[String]) -> String {
    let mut parts = vec![longer(left.first(), right.first())];
    for literals in &[left, right] {
        if let [_, inner @ .., _] = literals {
            for literal in inner {
                parts.push(literal);
            }
        }
    }
    parts.push(longer(left.last(), right.last()));
    parts.join("X")
}

fn longer<'l>(left: Option<&'l String>, right: Option<&'l String>) -> &'l str {
    match (left, right) {
        (Some(left), Some(right)) if right.len() < left.len() => left,
        (_, Some(text)) | (Some(text), None) => text,
        (None, None) => "",
    }
}

#[cfg(test)]
mod tests {
    use crate::broken_rules;

    /// Returns the rules that a catalog with these keys breaks.
    fn rules(keys: &str) -> Vec<&'static str> {
        let text = format!(
            r#"{{ "name": "a", "envelopes": [{{ "name": "e", "code": "/c", "subcode": "/s" }}], {keys} }}"#
        );
        broken_rules(text)
    }

    #[test]
    fn a_code_is_retired_with_its_subcodes_or_with_one() {
        let errors =
            r#""errors": [{ "code": 1, "subcode": 2, "id": "A" }, { "code": 1, "id": "B" }]"#;
        let with = |retired: &str| rules(&format!(r#"{errors}, "retired": [{{ {retired} }}]"#));
        assert_eq!(with(r#""code": 1"#), ["C032", "C032"]);
        assert_eq!(with(r#""code": "1", "subcode": "2""#), ["C032"]);
        assert!(with(r#""code": 1, "subcode": 3"#).is_empty());
        assert!(with(r#""code": 2, "subcode": 2"#).is_empty());
        assert_eq!(with(r#""code": 1, "subcode": "{a}""#), ["C043"]);
        assert_eq!(with(r#""code": 1, "subcode": null"#), ["C005"]);
    }

    #[test]
    fn codes_with_different_subcodes_do_not_overlap() {
        let errors = |second: &str| {
            rules(&format!(
                r#""errors": [{{ "code": "A_{{a}}", "subcode": 1, "id": "A" }}, {{ "code": "{{b}}_B", "id": "B"{second} }}]"#
            ))
        };
        assert_eq!(errors(r#", "subcode": 1"#), ["C012"]);
        assert!(errors(r#", "subcode": 2"#).is_empty());
        assert!(errors("").is_empty());
    }
}
