//! Renders the templates of files: those of the built-in languages, and yours.

// Templates pass values to functions.
#![allow(clippy::needless_pass_by_value)]

use super::go;
use super::model::{Model, MARK};
use super::words::Case;
use crate::failure::Failure;
use error_catalog_model::inert;
use error_catalog_model::prose::Prose;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{context, AutoEscape, Environment, Error, UndefinedBehavior, Value};
use std::collections::BTreeMap;

/// The longest line of the formatters of TypeScript.
const WIDTH: usize = 80;

/// The longest line of the formatters of Python.
const PYTHON_WIDTH: usize = 88;

/// Renders the template of a language.
pub(super) fn render(
    template: &str,
    types: &'static [(&str, &str)],
    model: &Model<'_>,
) -> Result<String, Failure> {
    let environment = environment(template).map_err(|error| broken(&error))?;
    let types: BTreeMap<&str, &str> = types.iter().copied().collect();
    let template = environment.get_template("file");
    let text = template.and_then(|template| {
        template.render(context! { types, mark => MARK, ..Value::from(Serde(model)) })
    });
    text.map_err(|error| broken(&error))
}

fn environment(template: &str) -> Result<Environment<'_>, Error> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::None);
    let syntax = SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .keep_trailing_newline(true)
        .build()?;
    environment.set_syntax(syntax);
    for (name, case) in [
        ("camel", Case::Camel),
        ("kebab", Case::Kebab),
        ("pascal", Case::Pascal),
        ("screaming", Case::Screaming),
        ("snake", Case::Snake),
    ] {
        environment.add_filter(name, move |text: &str| case.apply(text));
    }
    environment.add_filter("string", string);
    environment.add_filter("comment_text", |text: &str| one_line(text));
    environment.add_filter("jsdoc", jsdoc);
    environment.add_filter("docstring", docstring);
    environment.add_filter("hash_comment", hash_comment);
    environment.add_filter("documentation", documentation);
    environment.add_function("union", union);
    environment.add_function("signature", signature);
    environment.add_function("python_signature", python_signature);
    environment.add_function("assignment", assignment);
    environment.add_function("literal_member", literal_member);
    environment.add_function("one_of", one_of);
    go::register(&mut environment);
    environment.add_template("file", template)?;
    Ok(environment)
}

/// Returns the failure of a template.
fn broken(error: &Error) -> Failure {
    let reason = error.detail().map_or_else(
        || error.kind().to_string(),
        |detail| format!("{}: {detail}", error.kind()),
    );
    let line = error
        .line()
        .map_or_else(String::new, |line| format!(" in line {line}"));
    Failure::new(format!("the template is not valid{line}: {reason}"))
}

/// Returns text on one line, without characters that act on what shows it.
fn one_line(text: &str) -> String {
    inert(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Returns a string or a number as a literal: in the quotes that need fewer escapes, as formatters prefer.
fn string(value: &Value) -> String {
    use std::fmt::Write;

    let Some(text) = value.as_str() else {
        return value.to_string();
    };
    let count = |quote| text.matches(quote).count();
    let quote = if count('"') > count('\'') { '\'' } else { '"' };
    let mut literal = String::from(quote);
    for character in text.chars() {
        match character {
            '\\' => literal.push_str("\\\\"),
            it if it == quote => {
                literal.push('\\');
                literal.push(it);
            }
            '\n' => literal.push_str("\\n"),
            '\r' => literal.push_str("\\r"),
            '\t' => literal.push_str("\\t"),
            it if it == ' '
                || it.is_ascii_graphic()
                || (!it.is_ascii() && it.is_alphanumeric()) =>
            {
                literal.push(it);
            }
            it => {
                for unit in it.encode_utf16(&mut [0; 2]) {
                    // Writing to a `String` cannot fail.
                    let _ = write!(literal, "\\u{unit:04x}");
                }
            }
        }
    }
    literal.push(quote);
    literal
}

/// Returns prose as a comment of JavaScript, in which nothing acts: no tag, and no end of the comment.
fn jsdoc(text: &str, indent: Option<usize>) -> String {
    let indent = " ".repeat(indent.unwrap_or_default());
    let prose = Prose::new(text).to_markdown(&|_| None);
    let prose = prose
        .replace("*/", "*\u{2060}/")
        .replace("{@", "{\u{2060}@");
    let lines: Vec<String> = prose
        .lines()
        .map(|line| match line.trim_end() {
            "" => format!("{indent} *"),
            line if line.trim_start().starts_with('@') => format!("{indent} * \u{2060}{line}"),
            line => format!("{indent} * {line}"),
        })
        .collect();
    match lines.as_slice() {
        [line] if line.len() + 4 <= WIDTH => {
            let line = line.trim_start().trim_start_matches("* ");
            format!("{indent}/** {line} */")
        }
        lines => format!("{indent}/**\n{}\n{indent} */", lines.join("\n")),
    }
}

/// Returns prose as the documentation of Python, which nothing in it can end.
fn docstring(text: &str, indent: Option<usize>) -> String {
    let indent = " ".repeat(indent.unwrap_or_default());
    let prose = Prose::new(text).to_markdown(&|_| None);
    let prose = prose.replace('\\', "\\\\").replace('"', "\\\"");
    let lines: Vec<String> = prose
        .lines()
        .map(|line| format!("{indent}{}", line.trim_end()).trim_end().to_owned())
        .collect();
    match lines.as_slice() {
        [line] => format!("{indent}\"\"\"{}\"\"\"", line.trim_start()),
        lines => {
            let lines = lines.join("\n");
            format!("{indent}\"\"\"{}\n{indent}\"\"\"", lines.trim_start())
        }
    }
}

/// Returns text as a comment of lines that begin with `#:`.
fn hash_comment(text: &str, indent: Option<usize>) -> String {
    let indent = " ".repeat(indent.unwrap_or_default());
    let prose = Prose::new(text).to_markdown(&|_| None);
    let lines = prose.lines().map(|line| format!("{indent}#: {line}"));
    let lines: Vec<String> = lines.map(|line| line.trim_end().to_owned()).collect();
    lines.join("\n")
}

/// Returns what the catalog says about an entry, as Markdown.
fn documentation(entry: &Value) -> String {
    let text = |name: &str| -> Option<String> {
        let value = entry.get_attr(name).ok()?;
        value.as_str().map(str::to_owned)
    };
    let mut parts: Vec<String> = Vec::new();
    parts.extend(text("title"));
    parts.extend(text("description"));
    let message = text("message").filter(|message| !message.is_empty());
    parts.extend(
        message.map(|message| format!("Message: {}", error_catalog_model::prose::code(&message))),
    );
    parts.extend(text("resolution"));
    if parts.is_empty() {
        parts.extend(text("id"));
    }
    parts.join("\n\n")
}

/// Returns a type that is one of several, on one line if it fits.
fn union(head: &str, names: Vec<String>) -> String {
    if names.is_empty() {
        return format!("{head} = never;");
    }
    let line = format!("{head} = {};", names.join(" | "));
    if line.len() <= WIDTH {
        return line;
    }
    match names.as_slice() {
        [one] => format!("{head} =\n  {one};"),
        names => format!("{head} =\n  | {};", names.join("\n  | ")),
    }
}

/// Returns the head of a function, on one line if it fits.
fn signature(head: &str, params: Vec<String>, tail: &str) -> String {
    let line = format!("{head}({}){tail}", params.join(", "));
    if line.len() <= WIDTH {
        return line;
    }
    format!("{head}(\n  {},\n){tail}", params.join(",\n  "))
}

/// Returns the head of a function of Python, on one line if it fits, else with the parameters on one or on several.
fn python_signature(head: &str, params: Vec<String>, tail: &str) -> String {
    let list = params.join(", ");
    let line = format!("{head}({list}){tail}");
    if line.len() <= PYTHON_WIDTH {
        return line;
    }
    if list.len() + 4 <= PYTHON_WIDTH {
        return format!("{head}(\n    {list}\n){tail}");
    }
    format!("{head}(\n    {},\n){tail}", params.join(",\n    "))
}

/// Returns an assignment of Python in a class; a long value gets lines of its own, if that helps.
fn assignment(name: &str, value: &str) -> String {
    let line = format!("{name} = {value}");
    let is_short = line.len() + 4 <= PYTHON_WIDTH;
    if is_short || value.len() + 8 > PYTHON_WIDTH {
        return line;
    }
    format!("{name} = (\n        {value}\n    )")
}

/// Returns a type of Python that is one of several.
fn one_of(name: &str, types: Vec<String>) -> String {
    match types.as_slice() {
        [one] => format!("{name}[{one}]"),
        types => format!("{name}[\n    {},\n]", types.join(",\n    ")),
    }
}

/// Returns a member of a class of Python that always has this value.
fn literal_member(name: &str, value: &str) -> String {
    let head = format!("{name}: ClassVar[Literal[{value}]]");
    // The indentation, and ` = (` after it.
    if head.len() + 4 + 4 <= PYTHON_WIDTH {
        return assignment(&head, value);
    }
    format!("{name}: ClassVar[\n        Literal[{value}]\n    ] = {value}")
}
