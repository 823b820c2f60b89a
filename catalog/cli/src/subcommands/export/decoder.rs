//! What a decoder needs to know of a catalog, as JSON: the same in every language.

use super::plurals;
use error_catalog_model::{
    pointer_tokens, Body, Capture, Case, Catalog, Causes, Code, Entry, Envelope, Format, Header,
    Inner, Literal, Location, Message, Param, Params, Place, PluralCase, Retry, RetryUnit, Segment,
    Step, Success,
};
use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};
use serde_json::{json, Map, Value};

/// Returns the catalog as JSON, with a line for each envelope and each entry. `keys` are the names of the fields of each
/// entry's parameters in the language.
pub(super) fn json(catalog: &Catalog, keys: &[Vec<String>]) -> String {
    let languages = languages(catalog);
    let envelopes = catalog.envelopes.iter().map(envelope);
    let entries = catalog.entries.iter().zip(keys);
    let entries = entries.map(|(entry, keys)| EntryData::new(entry, keys, &languages));
    let fallbacks = error_catalog_codegen::translations(catalog).into_iter();
    let fallbacks: Vec<u8> = fallbacks.map(|(_, fallback)| fallback).collect();
    format!(
        "{{\n\"languages\":{},\n\"fallbacks\":{},\n\"envelopes\":{},\n\"entries\":{},\n\"patterns\":{}\n}}",
        safe(&json!(languages)),
        safe(&json!(fallbacks)),
        lines(envelopes),
        lines(entries),
        safe(&json!(error_catalog_codegen::patterns(catalog))),
    )
}

/// Returns the languages of the messages: that of the catalog, and those of its translations.
pub(super) fn languages(catalog: &Catalog) -> Vec<&str> {
    let translations = catalog.translations.iter();
    let translations = translations.map(|translation| &*translation.language);
    std::iter::once(catalog.own_language())
        .chain(translations)
        .collect()
}

fn lines(values: impl Iterator<Item = impl Serialize>) -> String {
    let mut lines = String::from("[");
    for value in values {
        lines.push_str(if lines.len() == 1 { "\n" } else { ",\n" });
        lines.push_str(&safe(&value));
    }
    lines.push_str(if lines.len() == 1 { "]" } else { "\n]" });
    lines
}

/// Writes JSON that can be in a raw string of any language, and that shows what it is: characters that end a string, that
/// are invisible, or that change the direction of text are escaped. They can only be in strings.
fn safe(value: &impl Serialize) -> String {
    use std::fmt::Write;

    // It cannot fail: all keys are strings.
    let json = serde_json::to_string(value).unwrap_or_default();
    if json.bytes().all(is_plain) {
        return json;
    }
    let mut safe = String::with_capacity(json.len());
    for character in json.chars() {
        if u8::try_from(character).is_ok_and(is_plain) || is_letter(character) {
            safe.push(character);
        } else {
            for unit in character.encode_utf16(&mut [0; 2]) {
                // Writing to a `String` cannot fail.
                let _ = write!(safe, "\\u{unit:04x}");
            }
        }
    }
    safe
}

const fn is_plain(byte: u8) -> bool {
    matches!(byte, b' '..=b'~') && !matches!(byte, b'`' | b'$')
}

/// Whether a character outside ASCII is shown as it is.
fn is_letter(character: char) -> bool {
    !character.is_ascii() && character.is_alphanumeric()
}

/// Returns the number of bytes that a template fixes.
fn fixed(message: &Message) -> usize {
    message.template.literals().iter().map(String::len).sum()
}

/// An object without the members that are absent.
struct Object(Map<String, Value>);

impl Object {
    fn new() -> Self {
        Self(Map::new())
    }

    fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.0.insert(key.to_owned(), value.into());
        self
    }

    fn with_some(self, key: &str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.with(key, value),
            None => self,
        }
    }

    fn with_flag(self, key: &str, flag: bool) -> Self {
        self.with_some(key, flag.then_some(true))
    }

    fn with_all(self, key: &str, values: Vec<Value>) -> Self {
        self.with_some(key, (!values.is_empty()).then_some(values))
    }

    fn done(self) -> Value {
        Value::Object(self.0)
    }
}

/// What a decoder needs to know of an entry; without the members that it does not have.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct EntryData<'c> {
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
    fn new(entry: &'c Entry, keys: &'c [String], languages: &[&str]) -> Self {
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
pub(super) fn code(code: &Code) -> Value {
    match code {
        Code::None | Code::Pattern(_) => Value::Null,
        Code::Text(text) => json!(text),
        Code::Number(number) => json!(number),
    }
}

/// A template as text, the index of a parameter, text, and so on.
#[derive(Debug)]
pub(super) struct Template<'c>(pub(super) &'c Message);

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

fn envelope(envelope: &Envelope) -> Value {
    let named = Object::new().with("name", &*envelope.name);
    match &envelope.location {
        Location::Body(it) => named.with("body", body(it)),
        Location::Header(it) => named.with("inHeader", header(it)),
    }
    .done()
}

fn header(header: &Header) -> Value {
    let params = header.params.iter().map(|(name, at)| json!([name, at]));
    Object::new()
        .with("header", &*header.header)
        .with_some("scheme", header.scheme.as_deref())
        .with_some("code", header.code.as_deref())
        .with_some("message", header.message.as_deref())
        .with("params", Value::Array(params.collect()))
        .with_some("value", header.value.as_deref())
        .done()
}

/// Returns the name of a format; JSON has none.
pub(super) const fn format(format: Format) -> Option<&'static str> {
    match format {
        Format::Json => None,
        Format::Xml => Some("xml"),
        Format::Form => Some("form"),
        Format::Text => Some("text"),
        Format::Empty => Some("empty"),
        Format::Grpc => Some("grpc"),
    }
}

fn body(body: &Body) -> Value {
    let success = body.success.iter().map(|success| match success {
        Success::Code(code) => json!({ "code": literal(code) }),
        Success::Value(at, value) => json!({ "at": place(at), "is": literal(value) }),
    });
    let batch = body.batch.as_ref().map(|batch| {
        Object::new()
            .with("errors", pointer(&batch.errors))
            .with_some("results", batch.results.as_deref().map(pointer))
            .done()
    });
    Object::new()
        .with_some("format", format(body.format))
        .with_all("errors", places(&body.errors))
        .with_all("success", success.collect())
        .with_all("code", places(&body.code))
        .with_all("subcode", places(&body.subcode))
        .with_all("message", places(&body.message))
        .with_all("title", places(&body.title))
        .with_all("status", places(&body.status))
        .with_all("scope", places(&body.scope))
        .with_all("reference", places(&body.reference))
        .with_some("params", body.params.as_ref().map(params))
        .with_all("retryAfter", places(&body.retry_after))
        .with_some("retryUnit", body.retry_unit.map(RetryUnit::as_str))
        .with_all("causes", body.causes.iter().map(causes).collect())
        .with_some("batch", batch)
        .done()
}

fn causes(causes: &Causes) -> Value {
    let inner = match &causes.inner {
        Inner::List => json!("list"),
        Inner::One => json!("one"),
        Inner::Whole => json!("whole"),
        Inner::ByKey(param) => json!({ "key": param }),
        Inner::Nested(param) => json!({ "param": param }),
        Inner::Leaf { leaf, param } => json!({ "leaf": leaf, "param": param }),
    };
    Object::new()
        .with("at", place(&causes.at))
        .with("inner", inner)
        .with_some("chain", causes.chain().as_ref().map(place))
        .with("body", body(&causes.body()))
        .done()
}

fn params(params: &Params) -> Value {
    match params {
        Params::Object(at) => json!({ "object": place(at) }),
        Params::Each(each) => {
            let each = each.iter().map(|(name, at)| json!([name, places(at)]));
            json!({ "each": each.collect::<Vec<Value>>() })
        }
        Params::Pairs { at, name, value } => {
            json!({ "pairs": place(at), "name": pointer(name), "value": pointer(value) })
        }
    }
}

fn places(places: &[Place]) -> Vec<Value> {
    places.iter().map(place).collect()
}

fn place(place: &Place) -> Value {
    match place {
        Place::Pointer(text) => json!({ "pointer": pointer(text) }),
        Place::Query(query) => {
            let steps: Vec<Value> = query.steps.iter().map(step).collect();
            json!({ "query": steps })
        }
        Place::Header {
            name,
            is_percent_encoded,
        } => Object::new()
            .with("header", &**name)
            .with_flag("percent", *is_percent_encoded)
            .done(),
        Place::Part {
            at,
            captures,
            case,
            unit,
        } => Object::new()
            .with("at", self::place(at))
            .with_all("captures", captures.iter().map(capture).collect())
            .with_some("case", case.map(Case::as_str))
            .with_some("unit", unit.map(RetryUnit::as_str))
            .done(),
    }
}

/// The tokens of a JSON pointer.
fn pointer(pointer: &str) -> Value {
    pointer_tokens(pointer).map(Value::from).collect()
}

fn step(step: &Step) -> Value {
    match step {
        Step::Name(name) => json!(name),
        Step::Filter(filter) => json!({ "member": filter.member, "is": literal(&filter.literal) }),
    }
}

fn literal(literal: &Literal) -> Value {
    match literal {
        Literal::Null => Value::Null,
        Literal::Boolean(boolean) => json!(boolean),
        Literal::Number(number) => json!({ "number": number }),
        Literal::Text(text) => json!(text),
    }
}

/// Returns text, 0 for any text, and 1 for the part.
fn capture(capture: &Capture) -> Value {
    let segments = capture.segments.iter().map(|segment| match segment {
        Segment::Literal(literal) => json!(literal),
        Segment::Any => json!(0),
        Segment::Part => json!(1),
    });
    segments.collect()
}
