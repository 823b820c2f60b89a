//! The rules that `check` enforces, those of the catalog format and those of policies, and those of `unused`.

use crate::policy;
use crate::usage;
use error_catalog_model::Severity;
use std::borrow::Cow;

/// A rule and its explanation.
pub(crate) struct Rule {
    pub(crate) code: &'static str,
    /// The name, in `PascalCase`.
    pub(crate) name: String,
    pub(crate) severity: Severity,
    pub(crate) explanation: &'static str,
    /// What the example shows.
    pub(crate) example_title: &'static str,
    pub(crate) example: Cow<'static, str>,
    /// The other file of the example: what it is to the catalog, its name, and its content.
    pub(crate) other: Option<[&'static str; 3]>,
}

/// Returns all rules, in the order of their codes.
pub(crate) fn all() -> Vec<Rule> {
    let of_the_format = error_catalog_model::Rule::ALL.iter().map(|rule| Rule {
        code: rule.code(),
        name: format!("{rule:?}"),
        severity: rule.severity(),
        explanation: rule.explanation(),
        example_title: "A catalog that breaks it:",
        example: String::from_utf8_lossy(rule.example()),
        other: other(*rule),
    });
    let of_a_policy = policy::RULES.iter().map(|rule| Rule {
        code: rule.code,
        name: rule.name.to_owned(),
        severity: Severity::Error,
        explanation: rule.explanation,
        example_title:
            "To require it, in the Cargo.toml of the workspace, or with the same key in the `policy` of a catalog:",
        example: Cow::Owned(format!(
            "[workspace.metadata.error-catalog.policy]\n{}",
            rule.setting
        )),
        other: None,
    });
    let of_use = usage::RULES.iter().map(|rule| Rule {
        code: rule.code,
        name: rule.name.to_owned(),
        severity: Severity::Warning,
        explanation: rule.explanation,
        example_title: rule.example_title,
        example: Cow::Borrowed(rule.example),
        other: None,
    });
    of_the_format.chain(of_a_policy).chain(of_use).collect()
}

/// Returns the other file of a rule's example.
fn other(rule: error_catalog_model::Rule) -> Option<[&'static str; 3]> {
    let translation = rule.example_translation();
    let translation = translation.map(|text| ["this translation", "example.ja.json", text]);
    let extended = rule.example_extended();
    translation.or(extended.map(|text| ["this file", "common.json", text]))
}
