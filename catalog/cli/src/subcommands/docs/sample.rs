//! Sample values for the parameters of an error.

use error_catalog::FieldValue;
use error_catalog_core::Pattern;
use error_catalog_model::{Entry, Param, ParamType};
use serde_json::json;

/// A value for a parameter, as it is written in a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sample {
    text: String,
    param_type: ParamType,
}

/// Returns a value for each parameter of an entry, from a documented example or made up for its type.
pub(super) fn samples(entry: &Entry) -> Vec<Sample> {
    let documented = documented(entry);
    let sample = |(index, param)| {
        let documented = documented.iter().find(|(bound, _)| *bound == index);
        documented
            .and_then(|(_, text)| Sample::read(param, text))
            .unwrap_or_else(|| Sample::made_up(param))
    };
    entry.params.iter().enumerate().map(sample).collect()
}

/// Returns the values in the first example that fits the message, with the indexes of their parameters.
fn documented(entry: &Entry) -> Vec<(usize, &str)> {
    let literals = entry.message.template.literals();
    let fitting = |example| {
        let mut values = Vec::new();
        Pattern::new(&literals)
            .split(example, |value| values.push(value))
            .then_some(values)
    };
    let values = entry.examples.iter().find_map(|example| fitting(example));
    let bound = entry.message.params.iter().copied();
    bound.zip(values.unwrap_or_default()).collect()
}

impl Sample {
    /// Reads a documented value; `None` if it does not have the type of the parameter.
    fn read(param: &Param, text: &str) -> Option<Self> {
        let is_valid = match param.param_type {
            ParamType::Integer => text.parse::<i64>().is_ok(),
            ParamType::Boolean => text.parse::<bool>().is_ok(),
            ParamType::Decimal => serde_json::from_str::<serde_json::Number>(text).is_ok(),
            ParamType::Json => serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok(),
            _ => true,
        };
        is_valid.then(|| Self::new(param, text))
    }

    fn made_up(param: &Param) -> Self {
        let documented = param.values.first();
        if let Some(sample) = documented.and_then(|value| Self::read(param, &value.name)) {
            return sample;
        }
        match param.param_type {
            ParamType::Integer => Self::new(param, "10"),
            ParamType::Decimal => Self::new(param, "9.99"),
            ParamType::Boolean => Self::new(param, "true"),
            ParamType::Timestamp => Self::new(param, "2030-01-31T12:00:00Z"),
            ParamType::List => Self::new(param, "<one>, <two>"),
            ParamType::Json => Self::new(param, "{}"),
            _ => Self::new(param, format!("<{}>", param.name)),
        }
    }

    /// Returns a value of this type for a member.
    pub(super) fn of_type(name: &str, param_type: ParamType) -> Self {
        let param = Param {
            name: name.to_owned(),
            field: String::new(),
            param_type,
            is_optional: false,
            is_sensitive: false,
            is_sent: false,
            place: error_catalog_model::ParamPlace::Detail,
            values: Vec::new(),
            description: None,
        };
        Self::made_up(&param)
    }

    fn new(param: &Param, text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            param_type: param.param_type,
        }
    }

    fn elements(&self) -> impl Iterator<Item = &str> {
        self.text.split(", ")
    }

    /// Returns the value of a field.
    pub(super) fn field(&self) -> FieldValue {
        match self.param_type {
            ParamType::Integer => FieldValue::Integer(self.text.parse().unwrap_or_default()),
            ParamType::Boolean => FieldValue::Boolean(self.text.parse().unwrap_or_default()),
            ParamType::List => {
                let elements = self.elements();
                FieldValue::List(elements.map(|it| it.to_owned().into()).collect())
            }
            _ => FieldValue::Text(self.text.clone().into()),
        }
    }

    /// Returns the value as JSON.
    pub(super) fn json(&self) -> String {
        match self.param_type {
            ParamType::Integer | ParamType::Decimal | ParamType::Boolean | ParamType::Json => {
                self.text.clone()
            }
            ParamType::List => json!(self.elements().collect::<Vec<_>>()).to_string(),
            _ => json!(self.text).to_string(),
        }
    }

    /// Returns the value as an argument of a constructor.
    pub(super) fn rust(&self) -> String {
        match self.param_type {
            // A literal without a suffix is an `i32`.
            ParamType::Integer if self.text.parse::<i32>().is_err() => format!("{}_i64", self.text),
            ParamType::Integer | ParamType::Boolean => self.text.clone(),
            ParamType::List => {
                let elements = self
                    .elements()
                    .map(|element| format!("Text::from({element:?})"));
                format!("vec![{}]", elements.collect::<Vec<_>>().join(", "))
            }
            _ => format!("{:?}", self.text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{samples, Sample};
    use error_catalog_model::{compile, Entry, Source};

    fn entry(error: &str) -> Entry {
        let text = format!("{{ \"name\": \"x\", \"errors\": [{error}] }}");
        let mut catalog = compile(&Source::new("x", text)).unwrap().catalog;
        catalog.entries.remove(0)
    }

    fn texts(entry: &Entry) -> Vec<String> {
        samples(entry).iter().map(|it| it.text.clone()).collect()
    }

    #[test]
    fn values_are_taken_from_a_documented_example() {
        let entry = entry(
            r#"{ "code": "A", "message": "{a} exceeds {b}.", "examples": ["/x exceeds 7."],
                 "params": { "b": { "type": "integer" } } }"#,
        );
        assert_eq!(texts(&entry), ["/x", "7"]);
        let rust: Vec<_> = samples(&entry).iter().map(Sample::rust).collect();
        assert_eq!(rust, ["\"/x\"", "7"]);
    }

    #[test]
    fn a_value_without_an_example_shows_its_type() {
        let entry = entry(
            r#"{ "code": "A", "message": "{a} {b} {c} {d}", "params": {
                 "b": { "type": "integer" }, "c": { "type": "list" }, "d": { "values": { "read": "" } } } }"#,
        );
        assert_eq!(texts(&entry), ["<a>", "10", "<one>, <two>", "read"]);
        assert_eq!(samples(&entry)[2].json(), r#"["<one>","<two>"]"#);
    }
}
