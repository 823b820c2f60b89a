//! JSON, YAML, and TOML as one kind of tree, whose values know their lines.

mod json;
mod toml;
mod yaml;

use super::input::Text;
use crate::failure::Failure;
use clap::ValueEnum;

/// The deepest nesting of values.
const DEEPEST: usize = 128;

/// A value and the line that it begins at.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Value {
    pub(super) data: Data,
    pub(super) line: u32,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Data {
    Null,
    Boolean(bool),
    /// A number, as it is written.
    Number(String),
    String(String),
    Array(Vec<Value>),
    /// The members in order. Of duplicate keys, the last one is used.
    Object(Vec<(String, Value)>),
}

/// The syntax of a file of values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Syntax {
    /// JSON.
    Json,
    /// YAML 1.2.
    Yaml,
    /// TOML.
    Toml,
}

impl Syntax {
    /// Returns the syntax that the name or else the content of a file shows.
    fn of(text: &Text) -> Self {
        let name = text.name.to_ascii_lowercase();
        let ends = |ending: &str| name.ends_with(ending);
        if ends(".yaml") || ends(".yml") {
            Self::Yaml
        } else if ends(".toml") {
            Self::Toml
        } else if ends(".json") || text.content.trim_start().starts_with(['{', '[']) {
            Self::Json
        } else {
            Self::Yaml
        }
    }
}

/// Reads a file in its syntax.
///
/// # Errors
///
/// The file is not valid, nests too deeply, or its aliases expand to too much.
pub(super) fn read(text: &Text, syntax: Option<Syntax>) -> Result<Value, Failure> {
    let syntax = syntax.unwrap_or_else(|| Syntax::of(text));
    let (language, result) = match syntax {
        Syntax::Json => ("JSON", json::read(&text.content)),
        Syntax::Yaml => ("YAML", yaml::read(&text.content)),
        Syntax::Toml => ("TOML", toml::read(&text.content)),
    };
    result.map_err(|problem| {
        let place = match problem.line {
            Some(line) => format!("{}:{line}", text.name),
            None => text.name.clone(),
        };
        Failure::new(format!(
            "{place} cannot be read as {language}: {}",
            problem.message
        ))
    })
}

/// Reads a JSON value, such as the body of a response.
pub(super) fn from_json(text: &str) -> Option<Value> {
    json::read(text).ok()
}

/// Why a file cannot be read.
#[derive(Debug)]
struct Problem {
    message: String,
    line: Option<usize>,
}

impl Problem {
    fn new(message: impl Into<String>, line: Option<usize>) -> Self {
        Self {
            message: message.into(),
            line,
        }
    }

    fn too_deep(line: Option<usize>) -> Self {
        Self::new(
            format!("values are nested more than {DEEPEST} levels deep"),
            line,
        )
    }
}

/// Values that have begun and not yet ended, so that readers need no recursion.
#[derive(Default)]
struct Builder {
    open: Vec<Open>,
    root: Option<Value>,
}

struct Open {
    line: u32,
    members: Option<Vec<(String, Value)>>,
    elements: Vec<Value>,
    key: Option<String>,
}

impl Builder {
    /// Begins an object or an array.
    fn begin(&mut self, is_object: bool, line: u32) -> Result<(), Problem> {
        if self.open.len() >= DEEPEST {
            return Err(Problem::too_deep(Some(line as usize)));
        }
        self.open.push(Open {
            line,
            members: is_object.then(Vec::new),
            elements: Vec::new(),
            key: None,
        });
        Ok(())
    }

    /// Ends the innermost object or array, and returns it.
    fn end(&mut self) -> Option<Value> {
        let open = self.open.pop()?;
        let data = match open.members {
            Some(members) => Data::Object(members),
            None => Data::Array(open.elements),
        };
        Some(Value {
            data,
            line: open.line,
        })
    }

    fn key(&mut self, key: String) {
        if let Some(open) = self.open.last_mut() {
            open.key = Some(key);
        }
    }

    /// Whether the innermost value is an object that has no key yet.
    fn expects_key(&self) -> bool {
        let open = self.open.last();
        open.is_some_and(|open| open.members.is_some() && open.key.is_none())
    }

    /// Adds a whole value.
    fn add(&mut self, value: Value) {
        let Some(open) = self.open.last_mut() else {
            self.root.get_or_insert(value);
            return;
        };
        match (&mut open.members, open.key.take()) {
            (Some(members), Some(key)) => members.push((key, value)),
            (Some(_), None) => {}
            (None, _) => open.elements.push(value),
        }
    }
}

impl Value {
    pub(super) fn of_text(text: String, line: u32) -> Self {
        Self {
            data: Data::String(text),
            line,
        }
    }

    /// Returns a member of an object; of duplicates, the last one.
    pub(super) fn get(&self, name: &str) -> Option<&Self> {
        let mut members = self.members().iter().rev();
        members.find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// Returns the value at a JSON Pointer, whose `/` at the start can be left out.
    pub(super) fn at(&self, pointer: &str) -> Option<&Self> {
        let pointer = pointer.strip_prefix('/').unwrap_or(pointer);
        if pointer.is_empty() {
            return Some(self);
        }
        // A member whose name has a slash needs no escape if it is the whole pointer.
        if let Some(value) = self.get(pointer) {
            return Some(value);
        }
        pointer.split('/').try_fold(self, |value, token| {
            let token = token.replace("~1", "/").replace("~0", "~");
            match &value.data {
                Data::Object(_) => value.get(&token),
                Data::Array(elements) => elements.get(token.parse::<usize>().ok()?),
                _ => None,
            }
        })
    }

    pub(super) fn members(&self) -> &[(String, Self)] {
        match &self.data {
            Data::Object(members) => members,
            _ => &[],
        }
    }

    pub(super) fn elements(&self) -> &[Self] {
        match &self.data {
            Data::Array(elements) => elements,
            _ => &[],
        }
    }

    pub(super) fn is_object(&self) -> bool {
        matches!(self.data, Data::Object(_))
    }

    pub(super) fn string(&self) -> Option<&str> {
        match &self.data {
            Data::String(text) => Some(text),
            _ => None,
        }
    }

    /// Returns a string, a number, or a boolean as text.
    pub(super) fn text(&self) -> Option<String> {
        match &self.data {
            Data::String(text) | Data::Number(text) => Some(text.clone()),
            Data::Boolean(value) => Some(value.to_string()),
            _ => None,
        }
    }

    /// Returns an integer, also one that is written as a string.
    #[cfg(test)]
    pub(super) fn integer(&self) -> Option<i64> {
        match &self.data {
            Data::String(text) | Data::Number(text) => text.trim().parse().ok(),
            _ => None,
        }
    }

    /// Returns the text of a string, or of an array of strings joined by line breaks.
    pub(super) fn lines(&self) -> Option<String> {
        match &self.data {
            Data::Array(elements) if !elements.is_empty() => {
                let lines: Option<Vec<&str>> = elements.iter().map(Self::string).collect();
                Some(lines?.join("\n"))
            }
            _ => self.text(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{read, Data, Syntax, Value};
    use crate::subcommands::import::input::Text;
    use proptest::prelude::*;
    use std::fmt::Write as _;

    fn parsed(syntax: Syntax, content: &str) -> Result<Value, String> {
        let text = Text::new("a", content.to_owned());
        read(&text, Some(syntax)).map_err(|failure| failure.to_string())
    }

    /// The value without its lines.
    fn shown(value: &Value) -> String {
        match &value.data {
            Data::Null => "null".to_owned(),
            Data::Boolean(value) => value.to_string(),
            Data::Number(text) => text.clone(),
            Data::String(text) => format!("{text:?}"),
            Data::Array(elements) => {
                let elements: Vec<_> = elements.iter().map(shown).collect();
                format!("[{}]", elements.join(","))
            }
            Data::Object(members) => {
                let members: Vec<_> = members
                    .iter()
                    .map(|(key, value)| format!("{key:?}:{}", shown(value)))
                    .collect();
                format!("{{{}}}", members.join(","))
            }
        }
    }

    #[test]
    fn the_three_syntaxes_give_the_same_tree() {
        let json = r#"{"a": {"b": [1, "x", true], "c": "\u00e9\n"}, "d": -1.5}"#;
        let yaml = "a:\n  b:\n    - 1\n    - x\n    - true\n  c: \"\u{e9}\\n\"\nd: -1.5\n";
        let toml = "a.b = [1, \"x\", true]\na.c = \"\"\"\u{e9}\n\"\"\"\nd = -1.5\n";
        let trees = [
            parsed(Syntax::Json, json).unwrap(),
            parsed(Syntax::Yaml, yaml).unwrap(),
            parsed(Syntax::Toml, toml).unwrap(),
        ];
        let expected = r#"{"a":{"b":[1,"x",true],"c":"é\n"},"d":-1.5}"#;
        for tree in &trees {
            assert_eq!(shown(tree), expected);
        }
    }

    #[test]
    fn values_know_their_lines() {
        let json = parsed(Syntax::Json, "{\n \"a\": [\n  1,\n  {\"b\": 2}]}").unwrap();
        assert_eq!(json.at("/a/1/b").unwrap().line, 4);
        let yaml = parsed(Syntax::Yaml, "a:\n - 1\n - b: 2\n").unwrap();
        assert_eq!(yaml.at("a/1/b").unwrap().line, 3);
        let toml = parsed(Syntax::Toml, "\n[a]\nb = 1\n").unwrap();
        assert_eq!(toml.at("/a/b").unwrap().line, 3);
    }

    #[test]
    fn anchors_and_merge_keys_of_yaml_are_resolved() {
        let yaml = "base: &b {status: 404, x: 1}\na:\n  <<: *b\n  x: 2\nc: *b\n";
        let value = parsed(Syntax::Yaml, yaml).unwrap();
        assert_eq!(value.at("/a/status").unwrap().integer(), Some(404));
        assert_eq!(value.at("/a/x").unwrap().integer(), Some(2));
        assert_eq!(value.at("/c/x").unwrap().integer(), Some(1));
    }

    #[test]
    fn words_of_yaml_are_strings_unless_the_core_schema_says_otherwise() {
        let yaml = "a: no\nb: 0404\nc: ~\nd: '404'\ne: 1.2.3\nf: 0x1F\ng: .inf\nh:\n";
        let value = parsed(Syntax::Yaml, yaml).unwrap();
        let expected =
            r#"{"a":"no","b":"0404","c":null,"d":"404","e":"1.2.3","f":31,"g":".inf","h":null}"#;
        assert_eq!(shown(&value), expected);
    }

    #[test]
    fn a_bomb_of_aliases_is_an_error() {
        let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
        for level in 1..12 {
            let aliases = vec![format!("*a{}", level - 1); 9].join(", ");
            writeln!(bomb, "a{level}: &a{level} [{aliases}]").unwrap();
        }
        let error = parsed(Syntax::Yaml, &bomb).unwrap_err();
        assert!(error.contains("aliases"), "{error}");
        let error = parsed(Syntax::Yaml, "a: &a\n  b: *a\n").unwrap_err();
        assert!(error.contains("alias"), "{error}");
        // Aliases of long strings are counted by their length.
        let mut long = format!("a: &a \"{}\"\nb:\n", "x".repeat(1 << 20));
        long.push_str(&"- *a\n".repeat(1 << 12));
        assert!(parsed(Syntax::Yaml, &long).is_err());
    }

    #[test]
    fn deep_nesting_is_an_error_in_every_syntax() {
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        for (syntax, text) in [
            (Syntax::Json, deep.clone()),
            (Syntax::Yaml, deep.clone()),
            (Syntax::Yaml, "- ".repeat(100_000)),
            (Syntax::Toml, format!("a = {deep}")),
            (Syntax::Toml, format!("a{} = 1", ".a".repeat(1_000))),
        ] {
            assert!(parsed(syntax, &text).is_err());
        }
    }

    #[test]
    fn an_error_has_the_line() {
        let error = parsed(Syntax::Json, "{\n  \"a\": }\n").unwrap_err();
        assert!(error.starts_with("a:2 cannot be read as JSON: "), "{error}");
        let error = parsed(Syntax::Yaml, "a: 1\nb: [\n").unwrap_err();
        assert!(error.contains("cannot be read as YAML: "), "{error}");
        let error = parsed(Syntax::Toml, "a = 1\nb =\n").unwrap_err();
        assert!(error.starts_with("a:2 cannot be read as TOML: "), "{error}");
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "[-\\[\\]{}:,&*!|>'\"%@`#a-c0-9=.\\\\ \n\t~<\u{0}\u{fe0f}]{0,200}") {
            for syntax in [Syntax::Json, Syntax::Yaml, Syntax::Toml] {
                let _ = parsed(syntax, &text);
            }
        }
    }
}
