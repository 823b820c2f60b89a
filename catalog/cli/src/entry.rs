//! The values of an entry as text.

use crate::text::inert;
use error_catalog_model::{Code, Entry, Message, Retry, RetryUnit};
use serde_json::{json, Map, Value};
use std::time::Duration;

/// Returns the retry advice as JSON, as in the catalog format.
pub(crate) fn retry_as_data(entry: &Entry) -> Option<Value> {
    let mut data = match entry.retry.as_ref()? {
        Retry::Never => json!("never"),
        Retry::AfterFix => json!("after-fix"),
        Retry::Backoff if entry.is_safe_to_retry => json!({ "backoff": true }),
        Retry::Backoff => json!("backoff"),
        Retry::After(time) => json!({ "after": duration(*time) }),
        Retry::Header(header, None) => json!({ "header": header }),
        Retry::Header(header, Some(unit)) => json!({ "header": header, "unit": unit.as_str() }),
        Retry::Param(param, None) => json!({ "param": param }),
        Retry::Param(param, Some(unit)) => json!({ "param": param, "unit": unit.as_str() }),
    };
    if let Some(object) = data.as_object_mut() {
        if entry.is_safe_to_retry {
            object.insert("safe".to_owned(), json!(true));
        }
    }
    Some(data)
}

/// What to know of an error that the API sends before it does anything.
pub(crate) const SAFE_TO_RETRY: &str =
    "The API has done nothing, so any request can be sent again.";

/// Returns the code as the catalog writes it; empty if none is documented.
pub(crate) fn code(entry: &Entry) -> String {
    plain_code(&entry.code)
}

/// Returns the subcode as the catalog writes it; empty if there is none.
pub(crate) fn subcode(entry: &Entry) -> String {
    let subcode = entry.subcode.as_ref();
    subcode.map(plain_code).unwrap_or_default()
}

/// Returns a code or subcode as the catalog writes it; empty if none is documented.
pub(crate) fn plain_code(code: &Code) -> String {
    match code {
        Code::None => String::new(),
        Code::Text(text) => text.clone(),
        Code::Number(number) => number.to_string(),
        Code::Pattern(pattern) => pattern.template.source().to_owned(),
    }
}

/// Returns the template of the message, of plural forms `other`; `None` if the API sends free text.
pub(crate) fn message(entry: &Entry) -> Option<&str> {
    (!entry.is_free_text).then(|| entry.message.template.source())
}

/// Returns the template of a message, or its plural forms, in one line.
pub(crate) fn in_one_line(message: &Message) -> String {
    let forms = message.plural_forms();
    let forms = forms.map(|(case, form)| format!("{case}: {}", form.template.source()));
    let forms: Vec<String> = forms.collect();
    if forms.is_empty() {
        return message.template.source().to_owned();
    }
    forms.join(" / ")
}

/// Returns a message of an entry as JSON, as in the catalog format.
pub(crate) fn message_as_data(entry: &Entry, message: &Message) -> Value {
    let Some(plural) = &message.plural else {
        return json!(message.template.source());
    };
    let param = entry.params.get(plural.param).map(|param| &param.name);
    let mut data = Map::from_iter([("plural".to_owned(), json!(param))]);
    for form in message.forms() {
        data.insert(form.case.to_string(), json!(form.message.template.source()));
    }
    data.insert("other".to_owned(), json!(message.template.source()));
    Value::Object(data)
}

/// Returns the statuses, separated by commas.
pub(crate) fn statuses(entry: &Entry) -> String {
    let statuses: Vec<String> = entry.statuses.iter().map(u16::to_string).collect();
    statuses.join(", ")
}

/// Returns the retry advice in the words of the catalog format.
pub(crate) fn retry_in_short(retry: &Retry) -> String {
    match retry {
        Retry::Never => "never".to_owned(),
        Retry::AfterFix => "after-fix".to_owned(),
        Retry::Backoff => "backoff".to_owned(),
        Retry::After(time) => format!("after {}", duration(*time)),
        Retry::Header(header, unit) => format!("header {header}{}", in_unit(*unit)),
        Retry::Param(param, unit) => inert(&format!("param {param}{}", in_unit(*unit))),
    }
}

/// Returns the retry advice in sentences.
pub(crate) fn retry_in_words(entry: &Entry) -> Option<String> {
    let mut words = match entry.retry.as_ref()? {
        Retry::Never => "Never: the same request fails again.".to_owned(),
        Retry::AfterFix => "Once the cause is fixed.".to_owned(),
        Retry::Backoff => "With increasing delays.".to_owned(),
        Retry::After(time) => format!("After {}.", duration(*time)),
        Retry::Header(header, unit) => {
            format!(
                "When the response header `{header}` allows it{}.",
                in_words(*unit)
            )
        }
        Retry::Param(param, unit) => {
            format!("When the parameter `{param}` allows it{}.", in_words(*unit))
        }
    };
    if entry.is_safe_to_retry {
        words.push(' ');
        words.push_str(SAFE_TO_RETRY);
    }
    Some(words)
}

fn in_words(unit: Option<RetryUnit>) -> String {
    unit.map_or_else(String::new, |unit| {
        format!(", given as {}", unit.in_words())
    })
}

/// Returns the unit of a delay in parentheses, if one is documented.
pub(crate) fn in_unit(unit: Option<RetryUnit>) -> String {
    unit.map_or_else(String::new, |unit| format!(" ({})", unit.as_str()))
}

/// Returns a duration as catalogs write it, in the largest whole unit.
pub(crate) fn duration(time: Duration) -> String {
    let seconds = time.as_secs();
    [('d', 86_400), ('h', 3_600), ('m', 60)]
        .into_iter()
        .find(|(_, length)| {
            seconds > 0 && seconds.is_multiple_of(*length) && (*length < 86_400 || seconds > 86_400)
        })
        .map_or_else(
            || format!("{seconds}s"),
            |(unit, length)| format!("{}{unit}", seconds / length),
        )
}

#[cfg(test)]
mod tests {
    use super::{duration, retry_as_data, retry_in_words};
    use error_catalog_model::{compile, Source};
    use serde_json::json;
    use std::time::Duration;

    #[test]
    fn advice_says_whether_any_request_can_be_sent_again() {
        for (retry, words) in [
            (json!("backoff"), "With increasing delays."),
            (
                json!({ "backoff": true, "safe": true }),
                "With increasing delays. The API has done nothing, so any request can be sent again.",
            ),
            (
                json!({ "after": "24h", "safe": true }),
                "After 24h. The API has done nothing, so any request can be sent again.",
            ),
        ] {
            let text = json!({ "name": "a", "errors": [{ "code": "A", "retry": &retry }] });
            let source = Source::new("a.json", text.to_string());
            let catalog = compile(&source).unwrap().catalog;
            let entry = &catalog.entries[0];
            assert_eq!(retry_as_data(entry), Some(retry));
            assert_eq!(retry_in_words(entry).as_deref(), Some(words));
        }
    }

    #[test]
    fn a_duration_is_written_in_its_largest_whole_unit() {
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
