//! Objects of JSON.

use serde_json::{Map, Value};

/// An object without the members that are absent.
pub(super) struct Object(Map<String, Value>);

impl Object {
    pub(super) fn new() -> Self {
        Self(Map::new())
    }

    pub(super) fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.0.insert(key.to_owned(), value.into());
        self
    }

    pub(super) fn with_some(self, key: &str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.with(key, value),
            None => self,
        }
    }

    pub(super) fn with_flag(self, key: &str, flag: bool) -> Self {
        self.with_some(key, flag.then_some(true))
    }

    pub(super) fn with_all(self, key: &str, values: Vec<Value>) -> Self {
        self.with_some(key, (!values.is_empty()).then_some(values))
    }

    pub(super) fn done(self) -> Value {
        Value::Object(self.0)
    }
}
