//! What a decoder needs to know of the entries.

use super::super::plurals;
use super::object::Object;
use error_catalog_model::{Code, Entry, Message, Param, PluralCase, Retry, RetryUnit};
use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};
use serde_json::{json, Value};

/// What a decoder needs to know of an entry; without the members that it does not have.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct EntryData<'c> {
    id: &'c str,
    #[serde(skip_serializing_if = "Value::is_null")]
    code: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<Template<'c>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    subcode: Option<String>,
    statuses: &'c [u16],
    #[serde(skip_serializing_if = "Option::is_none")]
    envelope: Option<usize>,
    message: Template<'c>,
    fixed: usize,
    #[serde(skip_serializing_if = "is_false")]
    free_text: bool,
    params: Vec<ParamData<'c>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    forms: Vec<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    retry: Option<Value>,
}

#[derive(Serialize)]
struct ParamData<'c> {
    name: &'c str,
    key: &'c str,
    r#type: &'static str,
    #[serde(skip_serializing_if = "is_false")]
    optional: bool,
    #[serde(skip_serializing_if = "is_false")]
    sensitive: bool,
    #[serde(skip_serializing_if = "is_false")]
    withheld: bool,
}

/// For serde, which passes a reference.
#[allow(clippy::trivially_copy_pass_by_ref)]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

impl<'c> EntryData<'c> {
    pub(super) fn new(entry: &'c Entry, keys: &'c [String], languages: &[&str]) -> Self {
        let params = entry.params.iter().zip(keys);
        Self {
            id: &entry.id,
            code: code(&entry.code),
            pattern: match &entry.code {
                Code::Pattern(pattern) => Some(Template(pattern)),
                _ => None,
            },
            subcode: entry.subcode.as_ref().and_then(|subcode| match subcode {
                Code::Text(text) => Some(text.clone()),
                Code::Number(number) => Some(number.to_string()),
                Code::None | Code::Pattern(_) => None,
            }),
            statuses: &entry.statuses,
            envelope: entry.envelope,
            message: Template(&entry.message),
            fixed: fixed(&entry.message),
            free_text: entry.is_free_text,
            params: params.map(|(it, key)| ParamData::new(it, key)).collect(),
            forms: forms(entry, languages),
            retry: entry.retry.as_ref().and_then(retry),
        }
    }
}

impl<'c> ParamData<'c> {
    fn new(param: &'c Param, key: &'c str) -> Self {
        Self {
            name: &param.name,
            key,
            r#type: param.param_type.as_str(),
            optional: param.is_optional,
            sensitive: param.is_sensitive,
            withheld: param.is_withheld(),
        }
    }
}

/// Returns a code as an API sends it; null if there is none, or if it has placeholders.
pub(in super::super) fn code(code: &Code) -> Value {
    match code {
        Code::None | Code::Pattern(_) => Value::Null,
        Code::Text(text) => json!(text),
        Code::Number(number) => json!(number),
    }
}

/// A template as text, the index of a parameter, text, and so on.
#[derive(Debug)]
pub(in super::super) struct Template<'c>(pub(in super::super) &'c Message);

impl Serialize for Template<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(message) = self;
        let mut items = serializer.serialize_seq(None)?;
        let mut params = message.params.iter();
        for (index, literal) in message.template.literals().into_iter().enumerate() {
            if index > 0 {
                let Some(param) = params.next() else { break };
                items.serialize_element(param)?;
            }
            items.serialize_element(&literal)?;
        }
        items.end()
    }
}

/// Returns a template as a value.
fn template(message: &Message) -> Value {
    json!(Template(message))
}

fn forms(entry: &Entry, languages: &[&str]) -> Vec<Value> {
    let own = plural_forms(0, &entry.message, languages);
    let translated = entry.translated_messages().flat_map(|(it, message)| {
        let language = it.translation + 1;
        let other = Object::new().with("language", language);
        let mut forms = vec![with_message(other, Some(message)).done()];
        forms.extend(plural_forms(language, message, languages));
        forms
    });
    let earlier = entry.history.iter().map(|form| {
        let statuses = form.statuses.iter().copied().map(Value::from);
        let object = Object::new()
            .with("language", 0)
            .with_flag("earlier", true)
            .with_all("statuses", statuses.collect());
        with_message(object, form.message.as_ref()).done()
    });
    own.into_iter().chain(translated).chain(earlier).collect()
}

/// Returns the forms of a message for some numbers.
fn plural_forms(language: usize, message: &Message, languages: &[&str]) -> Vec<Value> {
    let Some(plural) = &message.plural else {
        return Vec::new();
    };
    let tag = languages.get(language).copied().unwrap_or_default();
    let forms = plural.forms.iter().map(|form| {
        let numbers = match form.case {
            PluralCase::Exact(number) => {
                json!({ "param": plural.param, "exact": number.to_string() })
            }
            PluralCase::Category(category) => {
                json!({ "param": plural.param, "numbers": plurals::numbers(tag, category) })
            }
        };
        let object = Object::new()
            .with("language", language)
            .with("plural", numbers);
        with_message(object, Some(&form.message)).done()
    });
    forms.collect()
}

fn with_message(object: Object, message: Option<&Message>) -> Object {
    object
        .with_some("message", message.map(template))
        .with_some("fixed", message.map(fixed))
}

fn retry(retry: &Retry) -> Option<Value> {
    let object = Object::new();
    let with_unit = |object: Object, unit: &Option<RetryUnit>| {
        object.with_some("unit", unit.map(RetryUnit::as_str)).done()
    };
    Some(match retry {
        Retry::Never | Retry::AfterFix | Retry::Backoff => return None,
        Retry::After(delay) => object.with("seconds", delay.as_secs()).done(),
        Retry::Header(name, unit) => with_unit(object.with("header", &**name), unit),
        Retry::Param(name, unit) => with_unit(object.with("param", &**name), unit),
    })
}

/// Returns the number of bytes that a template fixes.
fn fixed(message: &Message) -> usize {
    message.template.literals().iter().map(String::len).sum()
}
