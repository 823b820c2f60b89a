//! A JSON document that is built with pointers and keeps the order of its members.

use std::fmt;

/// Pointers with more steps are ignored: no API nests that deep, and depth needs stack.
const DEEPEST: usize = 64;

/// A JSON value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Json {
    Object(Vec<(String, Json)>),
    Array(Vec<Json>),
    /// A string, number, boolean or null, as JSON.
    Leaf(String),
}

impl Json {
    pub(super) const fn new() -> Self {
        Self::Object(Vec::new())
    }

    pub(super) fn text(text: &str) -> Self {
        Self::Leaf(quoted(text))
    }

    /// Sets the value at a JSON pointer (RFC 6901), and creates the objects and arrays on the way.
    ///
    /// A value that is already set is not replaced, and a leaf has no members to set.
    pub(super) fn set(&mut self, pointer: &str, value: Self) {
        let steps = pointer.split('/').skip(1);
        if steps.clone().count() > DEEPEST {
            return;
        }
        let mut place = self;
        for step in steps {
            let key = step.replace("~1", "/").replace("~0", "~");
            let Some(next) = place.step(key) else {
                return;
            };
            place = next;
        }
        if place.is_vacant() {
            *place = value;
        }
    }

    fn is_vacant(&self) -> bool {
        matches!(self, Self::Object(members) if members.is_empty())
    }

    /// Returns the member or element with this key, and creates a vacant one if there is none.
    fn step(&mut self, key: String) -> Option<&mut Self> {
        // `0` can be a key or an index; if nothing is set yet, an array is more likely.
        if self.is_vacant() && key == "0" {
            *self = Self::Array(Vec::new());
        }
        match self {
            Self::Object(members) => {
                let known = members.iter().position(|(name, _)| *name == key);
                let at = known.unwrap_or_else(|| {
                    members.push((key, Self::new()));
                    members.len() - 1
                });
                members.get_mut(at).map(|(_, value)| value)
            }
            Self::Array(elements) => {
                let index: usize = key.parse().ok()?;
                if index == elements.len() {
                    elements.push(Self::new());
                }
                elements.get_mut(index)
            }
            Self::Leaf(_) => None,
        }
    }

    fn write(&self, formatter: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
        match self {
            Self::Leaf(text) => formatter.write_str(text),
            Self::Array(elements) => {
                let elements = elements.iter().map(|element| (None, element));
                lines(formatter, ['[', ']'], elements, depth)
            }
            Self::Object(members) => {
                let members = members
                    .iter()
                    .map(|(name, value)| (Some(name.as_str()), value));
                lines(formatter, ['{', '}'], members, depth)
            }
        }
    }
}

/// Writes each part on its own line.
fn lines<'j>(
    formatter: &mut fmt::Formatter<'_>,
    [open, close]: [char; 2],
    parts: impl Iterator<Item = (Option<&'j str>, &'j Json)>,
    depth: usize,
) -> fmt::Result {
    write!(formatter, "{open}")?;
    let mut is_empty = true;
    for (name, value) in parts {
        let comma = if is_empty { "" } else { "," };
        write!(formatter, "{comma}\n{:1$}", "", 2 * (depth + 1))?;
        if let Some(name) = name {
            write!(formatter, "{}: ", quoted(name))?;
        }
        value.write(formatter, depth + 1)?;
        is_empty = false;
    }
    if !is_empty {
        write!(formatter, "\n{:1$}", "", 2 * depth)?;
    }
    write!(formatter, "{close}")
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

impl fmt::Display for Json {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(formatter, 0)
    }
}

#[cfg(test)]
mod tests {
    use super::Json;

    fn document(members: &[(&str, &str)]) -> String {
        let mut json = Json::new();
        for (pointer, text) in members {
            json.set(pointer, Json::text(text));
        }
        json.to_string()
    }

    #[test]
    fn members_keep_their_order() {
        let written = document(&[("/b/c", "1"), ("/a", "2"), ("/b/d", "3")]);
        let read = "{\n  \"b\": {\n    \"c\": \"1\",\n    \"d\": \"3\"\n  },\n  \"a\": \"2\"\n}";
        assert_eq!(written, read);
    }

    #[test]
    fn a_zero_creates_an_array() {
        let written = document(&[("/errors/0/code", "1"), ("/errors/1/code", "2")]);
        let read: serde_json::Value = serde_json::from_str(&written).unwrap();
        assert_eq!(
            read,
            serde_json::json!({ "errors": [{ "code": "1" }, { "code": "2" }] })
        );
    }

    #[test]
    fn keys_are_unescaped_and_quoted() {
        let written = document(&[("/a~1b~0\"c", "</script>\n")]);
        let read: serde_json::Value = serde_json::from_str(&written).unwrap();
        assert_eq!(read["a/b~\"c"], "</script>\n");
    }

    #[test]
    fn a_value_is_not_replaced() {
        assert_eq!(
            document(&[("/a", "1"), ("/a", "2"), ("/a/b", "3")]),
            "{\n  \"a\": \"1\"\n}"
        );
        assert_eq!(document(&[("", "whole"), ("/a", "1")]), "\"whole\"");
    }

    #[test]
    fn a_pointer_with_many_steps_is_ignored() {
        assert_eq!(document(&[(&"/a".repeat(100_000), "1")]), "{}");
    }
}
