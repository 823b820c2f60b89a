//! What the values of members say.

use super::names::Role;
use super::{Member, Record};
use crate::subcommands::import::values::{Data, Value};
use std::collections::HashSet;

/// Whether most values of a member can be what the role says.
pub(super) fn fit(role: Role, member: &Member, is_certain: bool, records: &[Record]) -> bool {
    let values: Vec<Value> = records
        .iter()
        .filter_map(|record| record.get(member))
        .filter(|it| !is_empty(it))
        .collect();
    if values.is_empty() {
        return false;
    }
    let most = |fits: &dyn Fn(&Value) -> bool| {
        values.iter().filter(|value| fits(value)).count() * 5 >= values.len() * 4
    };
    match role {
        Role::Status => most(&|value| !statuses(value).is_empty() || is_class(value)),
        Role::Code => most(&is_code) && (is_certain || is_distinct(&values)),
        Role::Message => {
            let texts = values.iter().filter(|value| !is_code(value)).count();
            most(&|value| value.lines().is_some()) && (is_certain || texts * 2 >= values.len())
        }
        Role::Severity => most(&|value| severity(value).is_some()),
        Role::Retry => most(&|value| retry(value).is_some()),
        Role::Deprecated => most(&|value| matches!(value.data, Data::Boolean(_))),
        Role::Title | Role::Description | Role::Resolution => {
            most(&|value| value.lines().is_some())
        }
        Role::Cause => most(&|value| value.lines().is_some() || !value.elements().is_empty()),
        Role::Category => false,
    }
}

/// Whether a value is a class of statuses, such as `4xx`.
fn is_class(value: &Value) -> bool {
    value.string().is_some_and(|text| {
        let text = text.trim().to_ascii_lowercase();
        text.len() == 3
            && text.starts_with(|first: char| first.is_ascii_digit())
            && text.ends_with("xx")
    })
}

fn is_empty(value: &Value) -> bool {
    matches!(value.data, Data::Null) || value.text().is_some_and(|text| text.trim().is_empty())
}

/// Whether a value is one word, as codes are.
fn is_code(value: &Value) -> bool {
    let text = match &value.data {
        Data::String(text) => text.trim(),
        // A code is an integer.
        Data::Number(text) => return text.parse::<i64>().is_ok(),
        _ => return false,
    };
    !text.is_empty() && text.len() <= 120 && !text.contains(char::is_whitespace)
}

/// Whether the values are different enough to identify entries.
fn is_distinct(values: &[Value]) -> bool {
    let texts: HashSet<String> = values.iter().filter_map(Value::text).collect();
    texts.len() * 2 >= values.len()
}

/// Returns the HTTP statuses in a value: a number, a string such as `404 Not Found` or `400, 422`, or an array of these.
pub(super) fn statuses(value: &Value) -> Vec<u16> {
    let mut statuses = Vec::new();
    match &value.data {
        Data::Array(elements) => {
            for element in elements {
                statuses.extend(self::statuses(element));
            }
        }
        Data::Number(text) => statuses.extend(status(text)),
        Data::String(text) => {
            let text = text.trim();
            let text = text
                .strip_prefix("HTTP")
                .unwrap_or(text)
                .trim_start_matches(['/', ' ', ':']);
            if text.starts_with(|first: char| first.is_ascii_digit()) {
                let words = text.split(|it: char| !it.is_alphanumeric());
                statuses.extend(words.filter_map(status));
            }
        }
        _ => {}
    }
    let mut seen = HashSet::new();
    statuses.retain(|status| seen.insert(*status));
    statuses
}

fn status(text: &str) -> Option<u16> {
    let is_number = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse()
        .ok()
        .filter(|status| is_number && (100..=599).contains(status))
}

/// Returns the severity in a catalog.
pub(super) fn severity(value: &Value) -> Option<&'static str> {
    Some(match &*value.text()?.trim().to_ascii_lowercase() {
        "trace" => "trace",
        "debug" | "verbose" => "debug",
        "info" | "information" | "informational" | "notice" | "low" | "message" | "suggestion"
        | "hint" => "info",
        "warn" | "warning" | "medium" => "warn",
        "error" | "err" | "high" => "error",
        "fatal" | "critical" | "crit" | "emergency" | "alert" => "fatal",
        _ => return None,
    })
}

/// Returns the retry advice in a catalog.
pub(super) fn retry(value: &Value) -> Option<&'static str> {
    Some(match &*value.text()?.trim().to_ascii_lowercase() {
        "true" | "yes" | "y" | "retryable" | "retriable" | "backoff" => "backoff",
        "false" | "no" | "n" | "never" | "not retryable" | "non-retryable" => "never",
        "after-fix" => "after-fix",
        _ => return None,
    })
}

pub(super) fn is_true(value: &Value) -> bool {
    matches!(value.data, Data::Boolean(true))
}
