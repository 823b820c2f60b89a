//! What files of Go have: names, comments, literals, and the layout of `gofmt`.

// Templates pass values to functions.
#![allow(clippy::needless_pass_by_value)]

mod comment;

use super::words::identifiers;
use comment::comment;
use minijinja::value::ValueKind;
use minijinja::{Environment, Error, Value};

pub(super) const TEMPLATE: &str = include_str!("go/file.go.jinja");

pub(super) const TYPES: &[(&str, &str)] = &[
    ("string", "string"),
    ("integer", "int64"),
    ("decimal", "string"),
    ("boolean", "bool"),
    ("timestamp", "string"),
    ("list", "[]string"),
    ("json", "string"),
];

/// The decoder, as that of TypeScript.
pub(super) const DECODER: &str = concat!(
    include_str!("go/decoder/decoded.go"),
    include_str!("go/decoder/json.go"),
    include_str!("go/decoder/catalog.go"),
    include_str!("go/decoder/text.go"),
    include_str!("go/decoder/template.go"),
    include_str!("go/decoder/agreeing.go"),
    include_str!("go/decoder/headers.go"),
    include_str!("go/decoder/places.go"),
    include_str!("go/decoder/parts.go"),
    include_str!("go/decoder/document.go"),
    include_str!("go/decoder/forms.go"),
    include_str!("go/decoder/choose.go"),
    include_str!("go/decoder/values.go"),
    include_str!("go/decoder/doubts.go"),
    include_str!("go/decoder/delay.go"),
    include_str!("go/decoder/read.go"),
    include_str!("go/decoder/decoding.go"),
    include_str!("go/decoder/message.go"),
);

/// The methods of errors, and the field for a code with placeholders: parameters cannot have these names.
pub(super) const MEMBERS: &[&str] = &["Code", "Error", "GoString", "ID", "MessageIn", "SentCode"];

/// The prefixes of the constants that each type has.
pub(super) const PREFIXES: &[&str] = &["Code", "ID"];

/// Names of packages that are not names in source, or mean something else.
const KEYWORDS: &[&str] = &[
    "break",
    "case",
    "chan",
    "const",
    "continue",
    "default",
    "defer",
    "else",
    "fallthrough",
    "for",
    "func",
    "go",
    "goto",
    "if",
    "import",
    "init",
    "interface",
    "main",
    "map",
    "package",
    "range",
    "return",
    "select",
    "struct",
    "switch",
    "type",
    "var",
];

/// Returns the names that the decoder and the template declare for the whole file.
pub(super) fn declared() -> Vec<&'static str> {
    let mut names = vec!["Languages"];
    let mut is_in_block = false;
    for line in DECODER.lines() {
        let declared = match line {
            "const (" | "var (" => {
                is_in_block = true;
                None
            }
            ")" => {
                is_in_block = false;
                None
            }
            line if is_in_block => Some(line).filter(|line| !line.trim_start().starts_with("//")),
            line => ["func ", "type ", "const ", "var "]
                .iter()
                .find_map(|start| line.strip_prefix(start)),
        };
        names.extend(declared.and_then(|declared| identifiers(declared).next()));
    }
    names
}

pub(super) fn register(environment: &mut Environment<'_>) {
    environment.add_filter("go_comment", comment);
    environment.add_filter("go_package", package);
    environment.add_filter("go_string", |text: &str| string(text));
    environment.add_function("go_constants", constants);
    environment.add_function("go_struct", structure);
}

/// Returns the name of a package: letters and digits.
fn package(name: &str) -> String {
    let letters = name.chars().filter(char::is_ascii_alphanumeric);
    let name: String = letters.map(|it| it.to_ascii_lowercase()).collect();
    let is_name = name.starts_with(|first: char| first.is_ascii_alphabetic());
    if is_name && !KEYWORDS.contains(&&*name) {
        name
    } else {
        format!("api{name}")
    }
}

/// Returns text as a literal.
fn string(text: &str) -> String {
    use std::fmt::Write;

    let mut literal = String::from('"');
    for character in text.chars() {
        match character {
            '\\' | '"' => literal.extend(['\\', character]),
            '\n' => literal.push_str("\\n"),
            ' ' => literal.push(' '),
            it if it.is_ascii_graphic() || (!it.is_ascii() && it.is_alphanumeric()) => {
                literal.push(it);
            }
            it => {
                // Writing to a `String` cannot fail.
                let _ = match u32::from(it) {
                    code @ ..=0xffff => write!(literal, "\\u{code:04x}"),
                    code => write!(literal, "\\U{code:08x}"),
                };
            }
        }
    }
    literal.push('"');
    literal
}

fn member(object: &Value, name: &str) -> Result<String, Error> {
    let value = object.get_attr(name)?;
    Ok(value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned))
}

/// Returns a constant for each entry that has this member.
fn constants(prefix: &str, name: &str, entries: Vec<Value>) -> Result<String, Error> {
    let mut constants = Vec::new();
    for entry in &entries {
        if entry.get_attr(name)?.kind() != ValueKind::None {
            let constant = format!("{prefix}{}", member(entry, "type_name")?);
            constants.push((constant, string(&member(entry, name)?)));
        }
    }
    let Some(width) = constants.iter().map(|(name, _)| name.len()).max() else {
        return Ok(String::new());
    };
    let lines = constants.iter();
    let lines = lines.map(|(name, value)| format!("\t{name:width$} = {value}\n"));
    Ok(format!("const (\n{})", lines.collect::<String>()))
}

/// Returns the type of an error: its fields are in columns, or, if one has a description, apart from each other.
fn structure(entry: &Value, types: &Value) -> Result<String, Error> {
    let mut fields = Vec::new();
    if !entry.get_attr("code_template")?.is_none() {
        let description = "// The code that was sent.".to_owned();
        fields.push(("SentCode".to_owned(), "string".to_owned(), description));
    }
    for param in entry.get_attr("params")?.try_iter()? {
        let param_type = member(&param, "type")?;
        let is_pointer = param.get_attr("is_optional")?.is_true() && param_type != "list";
        let pointer = if is_pointer { "*" } else { "" };
        let field_type = format!("{pointer}{}", member(types, &param_type)?);
        let description = param.get_attr("description")?;
        let description = comment(description.as_str().unwrap_or_default(), Some(1));
        fields.push((member(&param, "key")?, field_type, description));
    }
    if fields.is_empty() {
        return Ok("struct{}".to_owned());
    }
    let are_apart = fields
        .iter()
        .any(|(_, _, description)| !description.is_empty());
    let width = fields.iter().map(|(name, _, _)| name.len()).max();
    let width = width.filter(|_| !are_apart).unwrap_or_default();
    let fields = fields.iter().map(|(name, field_type, description)| {
        let description = match description.trim_start() {
            "" => String::new(),
            description => format!("\t{description}\n"),
        };
        format!("{description}\t{name:width$} {field_type}\n")
    });
    let separator = if are_apart { "\n" } else { "" };
    Ok(format!(
        "struct {{\n{}}}",
        fields.collect::<Vec<_>>().join(separator)
    ))
}

#[cfg(test)]
mod tests {
    use super::{declared, package, string};

    #[test]
    fn the_name_of_a_package_is_not_a_keyword() {
        assert_eq!(package("linkedin-marketing"), "linkedinmarketing");
        assert_eq!(package("type"), "apitype");
        assert_eq!(package("main"), "apimain");
        assert_eq!(package("3d"), "api3d");
    }

    #[test]
    fn a_literal_ends_where_its_text_ends() {
        assert_eq!(
            string("a\"\\\n`\u{2028}\u{1f600}é"),
            r#""a\"\\\n`\u2028\U0001f600é""#
        );
    }

    #[test]
    fn the_names_of_the_decoder_are_declared() {
        let declared = declared();
        for name in [
            "Decode",
            "Decoded",
            "Error",
            "OutcomeKnown",
            "ReasonNotJSON",
            "Languages",
        ] {
            assert!(declared.contains(&name), "{name}");
        }
        assert!(!declared.contains(&"Batch"));
    }
}
