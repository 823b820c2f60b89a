//! Turns a format string into a template.

use super::super::super::placeholders::valid_name;
use super::scan::is_punct;
use proc_macro2::{TokenStream, TokenTree};
use std::collections::BTreeMap;

/// A format string and its arguments.
#[derive(Debug, Default)]
pub(super) struct Format {
    text: String,
    positional: Vec<TokenStream>,
    named: Vec<(String, TokenStream)>,
}

/// A template, and what has no equivalent.
#[derive(Debug, Default)]
pub(super) struct Template {
    /// The text; `None` if there is no message.
    pub(super) text: Option<String>,
    /// The fields in it, each with the name of its parameter.
    pub(super) fields: BTreeMap<String, String>,
    /// The fields in its expressions.
    pub(super) mentioned: Vec<String>,
    /// Expressions in it, each with the name that is guessed for it.
    expressions: Vec<(String, String)>,
    pub(super) problems: Vec<String>,
}

impl Template {
    /// Returns text without placeholders.
    pub(super) fn literal(text: &str) -> Self {
        Self {
            text: Some(text.replace('{', "{{").replace('}', "}}")),
            ..Self::default()
        }
    }

    /// Returns a message that cannot be carried over.
    pub(super) fn problem(text: impl Into<String>) -> Self {
        Self {
            problems: vec![text.into()],
            ..Self::default()
        }
    }

    /// Adds the placeholder of a field.
    fn field(&mut self, field: &str) -> String {
        if let Some(name) = self.fields.get(field) {
            return name.clone();
        }
        let name = self.unique(valid_name(field));
        self.fields.insert(field.to_owned(), name.clone());
        name
    }

    /// Adds the placeholder of an expression.
    fn expression(&mut self, expression: &str, base: &str) -> String {
        if let Some((_, name)) = self.expressions.iter().find(|(it, _)| it == expression) {
            return name.clone();
        }
        let name = self.unique(valid_name(base));
        self.problems.push(format!(
            "`{expression}` in its message is an expression, taken as `{{{name}}}`; a template shows fields only"
        ));
        self.expressions.push((expression.to_owned(), name.clone()));
        name
    }

    /// Returns a name that no other placeholder has.
    fn unique(&self, base: String) -> String {
        let is_new = |name: &str| {
            let mut known = self
                .fields
                .values()
                .chain(self.expressions.iter().map(|(_, it)| it));
            !known.any(|it| it == name)
        };
        let mut names = std::iter::once(base.clone()).chain((2..).map(|it| format!("{base}_{it}")));
        names.find(|name| is_new(name)).unwrap_or(base)
    }
}

impl Format {
    /// Returns a format string without arguments.
    pub(super) fn of(text: String) -> Self {
        Self {
            text,
            ..Self::default()
        }
    }

    /// Reads the arguments of `format!`; `None` if the first one is not a string.
    pub(super) fn parse(tokens: TokenStream) -> Option<Self> {
        let mut parts: Vec<Vec<TokenTree>> = vec![Vec::new()];
        for token in tokens {
            if is_punct(&token, ',') {
                parts.push(Vec::new());
            } else {
                parts.last_mut()?.push(token);
            }
        }
        let mut parts = parts.into_iter().filter(|part| !part.is_empty());
        let text: syn::LitStr = syn::parse2(parts.next()?.into_iter().collect()).ok()?;
        let mut format = Self::of(text.value());
        for part in parts {
            match &part[..] {
                [TokenTree::Ident(name), equals, rest @ ..]
                    if is_punct(equals, '=')
                        && !rest.first().is_some_and(|it| is_punct(it, '=')) =>
                {
                    let value = rest.iter().cloned().collect();
                    format.named.push((plain(&name.to_string()), value));
                }
                _ => format.positional.push(part.into_iter().collect()),
            }
        }
        Some(format)
    }

    /// Returns the template for a variant with these fields.
    pub(super) fn template(&self, fields: &[String]) -> Template {
        let mut template = Template::default();
        let mut text = String::new();
        let mut next = 0;
        let mut rest = &*self.text;
        while let Some(at) = rest.find(['{', '}']) {
            let (before, found) = rest.split_at(at);
            text.push_str(before);
            if let Some(pair) = ["{{", "}}"]
                .into_iter()
                .find(|pair| found.starts_with(*pair))
            {
                text.push_str(pair);
                rest = found.get(2..).unwrap_or_default();
                continue;
            }
            let inner = found
                .strip_prefix('{')
                .and_then(|found| found.split_once('}'));
            let Some((inner, after)) = inner else {
                return Template::problem("its message is not a valid format string");
            };
            rest = after;
            let name = self.placeholder(inner, &mut next, fields, &mut template);
            text.extend(["{", &*name, "}"]);
        }
        text.push_str(rest);
        template.text = Some(text);
        template
    }

    fn placeholder(
        &self,
        inner: &str,
        next: &mut usize,
        fields: &[String],
        template: &mut Template,
    ) -> String {
        let (argument, spec) = inner.split_once(':').unwrap_or((inner, ""));
        let argument = argument.trim();
        if !spec.trim().is_empty() {
            let shown = argument.to_owned();
            template.problems.push(format!(
                "`{{{inner}}}` in its message is taken as `{{{shown}}}`; a template has no formats"
            ));
        }
        let is_field = fields.iter().any(|field| field == argument);
        let given = if argument.is_empty() {
            *next += 1;
            self.positional(*next - 1)
        } else if let Ok(position) = argument.parse::<usize>() {
            // thiserror and displaydoc number the fields.
            if is_field {
                None
            } else {
                self.positional(position)
            }
        } else {
            self.named(argument)
        };
        let base = argument.trim_start_matches(|it: char| it.is_ascii_digit());
        let Some(value) = given else {
            let base = if base.is_empty() { "value" } else { base };
            return if is_field {
                template.field(argument)
            } else {
                template.expression(argument, base)
            };
        };
        if let Some(field) = field(value, fields) {
            return template.field(&field);
        }
        let shown = value.to_string().replace(' ', "");
        let mentioned = first(value, fields);
        template.mentioned.extend(mentioned.clone());
        let base = Some(base).filter(|base| !base.is_empty());
        let base = base.or(mentioned.as_deref()).unwrap_or("value");
        template.expression(&shown, base)
    }

    fn positional(&self, at: usize) -> Option<&TokenStream> {
        let named = self.named.iter().map(|(_, value)| value);
        self.positional.iter().chain(named).nth(at)
    }

    fn named(&self, argument: &str) -> Option<&TokenStream> {
        let mut named = self.named.iter();
        named
            .find(|(name, _)| name == argument)
            .map(|(_, value)| value)
    }
}

/// Returns the field that `.name`, `.0`, `name`, or `_0` is.
fn field(value: &TokenStream, fields: &[String]) -> Option<String> {
    let tokens: Vec<TokenTree> = value.clone().into_iter().collect();
    let name = match &tokens[..] {
        [dot, name @ (TokenTree::Ident(_) | TokenTree::Literal(_))] if is_punct(dot, '.') => {
            plain(&name.to_string())
        }
        [TokenTree::Ident(name)] => plain(&name.to_string()),
        _ => return None,
    };
    let position = || name.strip_prefix('_').unwrap_or_default();
    let mut found = fields.iter();
    found
        .find(|field| **field == name || **field == position())
        .cloned()
}

/// Returns the first field in an expression, such as `path` in `path.display()`.
fn first(value: &TokenStream, fields: &[String]) -> Option<String> {
    let text = value.to_string();
    let mut words = text.split(|it: char| !it.is_alphanumeric() && it != '_');
    let is_name = |word: &&str| !word.starts_with(|it: char| it.is_ascii_digit());
    let found = words.find(|word| is_name(word) && fields.iter().any(|field| field == word));
    found.map(str::to_owned)
}

fn plain(name: &str) -> String {
    name.trim_start_matches("r#").to_owned()
}

#[cfg(test)]
mod tests {
    use super::Format;

    fn of(format: &str, fields: &[&str]) -> (String, Vec<String>) {
        let format = Format::parse(format.parse().unwrap()).unwrap();
        let fields: Vec<String> = fields.iter().map(|it| (*it).to_owned()).collect();
        let template = format.template(&fields);
        (template.text.unwrap(), template.problems)
    }

    #[test]
    fn placeholders_are_fields() {
        for (format, fields, expected) in [
            (r#""No.""#, &[][..], "No."),
            (r#""{0} {1}""#, &["0", "1"], "{0} {1}"),
            (r#""{a} {{b}} {b}",  "#, &["a", "b"], "{a} {{b}} {b}"),
            (r#""{} {}", .b, .a"#, &["a", "b"], "{b} {a}"),
            (
                r#""{} {x} {}", .0, .1, x = .2"#,
                &["0", "1", "2"],
                "{0} {2} {1}",
            ),
            (r#""{0} {x}", .a, x = .b"#, &["a", "b"], "{a} {b}"),
            (r#""{} {}", a, _0"#, &["a", "0"], "{a} {0}"),
            (r#""{a}", a = .b"#, &["a", "b"], "{b}"),
            (r#""{type} {}", .r#type"#, &["type"], "{type} {type}"),
            (r##"r#"a "b" {c}"#"##, &["c"], "a \"b\" {c}"),
            (r#""{{{a}}}""#, &["a"], "{{{a}}}"),
            (r#""{größe}""#, &["größe"], "{gr__e}"),
        ] {
            assert_eq!(
                of(format, fields),
                (expected.to_owned(), vec![]),
                "{format}"
            );
        }
    }

    #[test]
    fn what_is_not_a_field_is_a_problem_and_has_a_name_of_its_own() {
        for (format, fields, expected, problem) in [
            (r#""{a:?}""#, &["a"][..], "{a}", "`{a:?}`"),
            (r#""{0:>5}""#, &["0"], "{0}", "`{0:>5}`"),
            (r#""{:x}", .a"#, &["a"], "{a}", "`{:x}`"),
            (r#""{}", .a.len()"#, &["a"], "{a}", "`.a.len()`"),
            (r#""{a} {}", a.len()"#, &["a"], "{a} {a_2}", "`a.len()`"),
            (r#""{n}", n = 1 + 2"#, &["a"], "{n}", "`1+2`"),
            (r#""{MAX}""#, &["a"], "{MAX}", "`MAX`"),
            (r#""{}", .0.1"#, &["0"], "{value}", "`.0.1`"),
            (r#""{}""#, &["0"], "{value}", "``"),
        ] {
            let (text, problems) = of(format, fields);
            assert_eq!(text, expected, "{format}");
            assert!(problems[0].contains(problem), "{format}: {problems:?}");
        }
        let (text, _) = of(r#""{} {} {}", f(.a), g(.a), f(.a)"#, &["a"]);
        assert_eq!(text, "{a} {a_2} {a}");
        for format in ["a", "", "concat!(\"a\")", "1"] {
            assert!(Format::parse(format.parse().unwrap()).is_none(), "{format}");
        }
        for format in [r#""{""#, r#""}""#, r#""{a""#] {
            let format = Format::parse(format.parse().unwrap()).unwrap();
            assert!(format.template(&[]).text.is_none());
        }
    }
}
