//! From a violation to an error of the catalog.

use super::violation::{Given, Violation};
use crate::decode::of_json;
use crate::envelope::Inner;
use crate::{Catalog, CatalogKind, Code, Entry, FieldValue, Json, Param, ParamType, Text};
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// The names of parameters that hold the path to a value, as a JSON Pointer.
const PATHS: [&str; 5] = ["field", "path", "pointer", "property", "parameter"];

/// The longest code of a rule, in bytes, that is compared with ids.
const LONGEST: usize = 100;

/// Returns the error for a violation: that of the entry which the rule names, or else that of the fallback.
pub(super) fn error<C: Catalog>(
    violation: &Violation<'_>,
    inner: Option<Inner>,
    fallback: C::Kind,
) -> Option<C::Error> {
    let values = Values { violation, inner };
    let named = entries::<C>(violation.rule()).filter_map(|entry| {
        let error = values.construct::<C>(entry, &|_| None)?;
        Some((values.used(entry), error))
    });
    // The entry that says the most; of several, the first.
    let named = named.reduce(|best, other| if other.0 > best.0 { other } else { best });
    match named {
        Some((_, error)) => Some(error),
        None => values.construct::<C>(fallback.entry(), &|param| Some(empty(param.param_type()))),
    }
}

/// Returns the entries that a rule names: by their code, or by their id.
fn entries<C: Catalog>(rule: &str) -> impl Iterator<Item = Entry> {
    let meta = C::meta();
    let id = if rule.len() <= LONGEST {
        id(rule)
    } else {
        String::new()
    };
    let of_code = |code: &str| -> Vec<Entry> { meta.find_all(&Code::from(code)).collect() };
    let entries = of_code(rule).into_iter().chain(of_code(&id));
    entries.chain(meta.find_by_id(&id))
}

/// Returns the id that an entry for a rule would have: `mustMatch` is `MUST_MATCH`.
fn id(rule: &str) -> String {
    let mut id = String::with_capacity(rule.len());
    let mut is_lower = false;
    for character in rule.chars() {
        if character.is_ascii_alphanumeric() {
            if is_lower && character.is_ascii_uppercase() {
                id.push('_');
            }
            id.push(character.to_ascii_uppercase());
        } else if !id.is_empty() && !id.ends_with('_') {
            id.push('_');
        }
        is_lower = character.is_ascii_lowercase() || character.is_ascii_digit();
    }
    id.truncate(id.trim_end_matches('_').len());
    id
}

/// The values of a violation, by the names of parameters.
struct Values<'v> {
    violation: &'v Violation<'v>,
    inner: Option<Inner>,
}

impl Values<'_> {
    /// Returns the error of an entry; `None` if a value is missing that is not optional, and has no other value.
    fn construct<C: Catalog>(
        &self,
        entry: Entry,
        other: &dyn Fn(Param) -> Option<FieldValue>,
    ) -> Option<C::Error> {
        let kind = C::kind_of(entry)?;
        let mut params = entry.params();
        C::construct(kind, &mut || {
            let param = params.next()?;
            let value = self.value(param);
            let can_be_absent = param.is_optional() && !self.has(param);
            let absent = || can_be_absent.then_some(FieldValue::Absent);
            value.or_else(absent).or_else(|| other(param))
        })
    }

    /// Returns how many parameters of the rule an entry has.
    fn used(&self, entry: Entry) -> usize {
        let mut used = 0;
        for param in entry.params() {
            used += usize::from(self.violation.param(param.name()).is_some());
        }
        used
    }

    /// Returns whether the rule has a value for a parameter, of whatever type.
    fn has(&self, param: Param) -> bool {
        match self.violation.param(param.name()) {
            Some(Given::Json(json)) => json != "null",
            given => given.is_some(),
        }
    }

    fn value(&self, param: Param) -> Option<FieldValue> {
        let (name, param_type) = (param.name(), param.param_type());
        if let Some(key) = self.key(name) {
            return FieldValue::from_text(&key, param_type);
        }
        match self.violation.param(name) {
            Some(Given::Text(text)) if param_type == ParamType::Json => Some(json(text)),
            Some(Given::Text(text)) => FieldValue::from_text(text, param_type),
            Some(Given::Json(json)) => of_json(Json::parse(json.as_bytes()).ok()?, param_type),
            None => FieldValue::from_text(&self.own(name)?, param_type),
        }
    }

    /// Returns the path, for the parameter that the place of the errors within the error gives.
    fn key(&self, name: &str) -> Option<String> {
        match self.inner? {
            Inner::ByKey(param) if param == name => Some(self.violation.path()),
            Inner::Leaf { param, .. } | Inner::Nested(param) if param == name => {
                Some(self.violation.pointer())
            }
            _ => None,
        }
    }

    /// Returns what every violation has.
    fn own(&self, name: &str) -> Option<Cow<'_, str>> {
        match name {
            "message" => Some(Cow::Borrowed(self.violation.message())),
            "rule" => Some(Cow::Borrowed(self.violation.rule())),
            name if PATHS.contains(&name) => Some(Cow::Owned(self.violation.pointer())),
            _ => None,
        }
    }
}

/// Returns a text as a JSON value: itself if it is one, else a string.
fn json(text: &str) -> FieldValue {
    let json = match Json::parse(text.as_bytes()) {
        Ok(value) => String::from(value.as_written()),
        Err(_) => crate::json::quoted(text),
    };
    FieldValue::Text(Text::Owned(json))
}

/// Returns an empty value of a type.
fn empty(param_type: ParamType) -> FieldValue {
    match param_type {
        ParamType::Integer => FieldValue::Integer(0),
        ParamType::Boolean => FieldValue::Boolean(false),
        ParamType::List => FieldValue::List(Vec::new()),
        ParamType::Decimal => FieldValue::Text(Text::Borrowed("0")),
        ParamType::Json => FieldValue::Text(Text::Borrowed("null")),
        _ => FieldValue::Text(Text::Borrowed("")),
    }
}

#[cfg(test)]
mod tests {
    use super::id;

    #[test]
    fn a_rule_names_an_id_in_any_case() {
        for rule in [
            "must_match",
            "mustMatch",
            "must-match",
            "MUST_MATCH",
            " must match!",
        ] {
            assert_eq!(id(rule), "MUST_MATCH", "{rule}");
        }
        assert_eq!(id("ipv4"), "IPV4");
        assert_eq!(id("é"), "");
        assert_eq!(id(""), "");
    }
}
