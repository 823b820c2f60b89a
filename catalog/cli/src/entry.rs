//! An entry in words and as data.

use crate::text::inert;
use error_catalog_model::{Catalog, Code, Entry, Param, Retry};
use serde::Serialize;
use serde_json::{json, Value};
use std::time::Duration;

/// An entry as JSON, in the words of the catalog format; keys that say nothing are left out.
#[derive(Debug, Serialize)]
pub(crate) struct Record<'a> {
    catalog: &'a str,
    id: &'a str,
    /// A text, a number, or null where none is documented.
    code: Value,
    status: &'a [u16],
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    /// The template; null where the API sends free text.
    message: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    category: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    retry: Option<Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    params: Vec<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    causes: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    resolution: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    examples: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    deprecated: Option<Value>,
}

impl<'a> Record<'a> {
    pub(crate) fn new(catalog: &'a Catalog, entry: &'a Entry) -> Self {
        Self {
            catalog: &catalog.name,
            id: &entry.id,
            code: match &entry.code {
                Code::None => Value::Null,
                Code::Number(number) => json!(number),
                Code::Text(_) | Code::Pattern(_) => json!(code(entry)),
            },
            status: &entry.statuses,
            title: entry.title.as_deref(),
            message: message(entry),
            category: entry.category.as_deref(),
            scope: entry.scope.as_deref(),
            retry: entry.retry.as_ref().map(retry_as_data),
            params: entry.params.iter().map(param).collect(),
            description: entry.description.as_deref(),
            causes: &entry.causes,
            resolution: entry.resolution.as_deref(),
            examples: &entry.examples,
            deprecated: entry.deprecated.as_ref().map(|deprecated| {
                json!({
                    "since": deprecated.since,
                    "note": deprecated.note,
                    "renamed_to": deprecated.renamed_to,
                })
            }),
        }
    }
}

fn param(param: &Param) -> Value {
    json!({
        "name": param.name,
        "type": param.param_type.as_str(),
        "optional": param.is_optional,
        "sensitive": param.is_sensitive,
        "description": param.description,
        "values": param.values.iter().map(|value| &value.name).collect::<Vec<_>>(),
    })
}

/// The retry advice as the catalog format has it.
pub(crate) fn retry_as_data(retry: &Retry) -> Value {
    match retry {
        Retry::Never => json!("never"),
        Retry::AfterFix => json!("after-fix"),
        Retry::Backoff => json!("backoff"),
        Retry::After(time) => json!({ "after": duration(*time) }),
        Retry::Header(header) => json!({ "header": header }),
        Retry::Param(param) => json!({ "param": param }),
    }
}

/// The code as it is written; empty where none is documented.
pub(crate) fn code(entry: &Entry) -> String {
    match &entry.code {
        Code::None => String::new(),
        Code::Text(text) => text.clone(),
        Code::Number(number) => number.to_string(),
        Code::Pattern(pattern) => pattern.template.source().to_owned(),
    }
}

/// The template of the message; `None` where the API sends free text.
pub(crate) fn message(entry: &Entry) -> Option<&str> {
    (!entry.is_free_text).then(|| entry.message.template.source())
}

/// The statuses, with commas between them.
pub(crate) fn statuses(entry: &Entry) -> String {
    let statuses: Vec<String> = entry.statuses.iter().map(u16::to_string).collect();
    statuses.join(", ")
}

/// The retry advice in a word or two: the words of the catalog format.
pub(crate) fn retry_in_short(retry: &Retry) -> String {
    match retry {
        Retry::Never => "never".to_owned(),
        Retry::AfterFix => "after-fix".to_owned(),
        Retry::Backoff => "backoff".to_owned(),
        Retry::After(time) => format!("after {}", duration(*time)),
        Retry::Header(header) => format!("header {header}"),
        Retry::Param(param) => inert(&format!("param {param}")),
    }
}

/// The retry advice as a sentence.
pub(crate) fn retry_in_words(retry: &Retry) -> String {
    match retry {
        Retry::Never => "Never: the same request fails again.".to_owned(),
        Retry::AfterFix => "Once the cause is fixed.".to_owned(),
        Retry::Backoff => "With growing pauses.".to_owned(),
        Retry::After(time) => format!("After {}.", duration(*time)),
        Retry::Header(header) => format!("When the header `{header}` of the response says."),
        Retry::Param(param) => format!("When the parameter `{param}` says."),
    }
}

/// A time as catalogs write it: in the largest unit that leaves no rest.
pub(crate) fn duration(time: Duration) -> String {
    let seconds = time.as_secs();
    [('d', 86_400), ('h', 3_600), ('m', 60)]
        .into_iter()
        .find(|(_, length)| {
            seconds > 0 && seconds % length == 0 && (*length < 86_400 || seconds > 86_400)
        })
        .map_or_else(
            || format!("{seconds}s"),
            |(unit, length)| format!("{}{unit}", seconds / length),
        )
}

#[cfg(test)]
mod tests {
    use super::duration;
    use std::time::Duration;

    #[test]
    fn a_time_is_written_in_its_largest_whole_unit() {
        for (seconds, written) in [
            (0, "0s"),
            (90, "90s"),
            (120, "2m"),
            (3_600, "1h"),
            (86_400, "24h"),
            (172_800, "2d"),
        ] {
            assert_eq!(duration(Duration::from_secs(seconds)), written);
        }
    }
}
