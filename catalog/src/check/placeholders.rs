//! Placeholders of other languages, which are literal text in a message.

use super::certainty::Form;
use crate::bytes;
use crate::model::{Entry, Param};
use crate::template::Piece;
use crate::{Report, Rule, Template};

/// Warns about a placeholder of another language, unless the entry has an example.
pub(super) fn none_is_of_another_language(form: &Form<'_>, report: &mut Report) {
    let entry = form.entry;
    // Examples are checked against the message, so they show that the API sends the text.
    if !entry.is_sound || !entry.examples.is_empty() {
        return;
    }
    let message = &form.message.template;
    let template = message.source();
    let Some((written, name)) = doubled_braces(message)
        .or_else(|| dollar(entry, message))
        .or_else(|| percent(template))
        .or_else(|| colon(template))
        .or_else(|| between_signs(template))
    else {
        return;
    };
    let message = format!("`{written}` is literal text, not a placeholder");
    let help = format!(
        "write `{{{name}}}` for a placeholder; if the API sends this text, add an example that shows it"
    );
    report
        .add(Rule::OtherPlaceholder, form.span, message)
        .help(help);
}

/// Finds `{{name}}`, as in Mustache and Handlebars.
fn doubled_braces(template: &Template) -> Option<(&str, &str)> {
    let source = template.source();
    for piece in template.pieces() {
        let Piece::Literal(range) = piece else {
            continue;
        };
        // A doubled brace ends a literal after its first brace.
        if source.as_bytes().get(range.clone())?.last() != Some(&b'{') {
            continue;
        }
        let rest = source.get(range.end + 1..)?;
        let (inner, after) = rest.split_at(bytes::start(rest, |byte| !matches!(byte, b'{' | b'}')));
        if is_name(inner.trim()) && after.starts_with("}}") {
            let written = source.get(range.end - 1..range.end + inner.len() + 3)?;
            return Some((written, inner.trim()));
        }
    }
    None
}

/// Finds `${name}`, as in JavaScript and shells. Before a number, `$` means dollars.
fn dollar<'t>(entry: &Entry, template: &'t Template) -> Option<(&'t str, &'t str)> {
    let source = template.source();
    if !bytes::has_byte(source, b'$') {
        return None;
    }
    for pair in template.pieces().windows(2) {
        let [Piece::Literal(before), Piece::Placeholder(range)] = pair else {
            continue;
        };
        if !source.get(before.clone())?.ends_with('$') {
            continue;
        }
        let name = template.name(range)?;
        let param = entry.param(name).and_then(|at| entry.params.get(at));
        if !param.is_some_and(Param::is_number) {
            return Some((source.get(range.start - 1..range.end)?, name));
        }
    }
    None
}

/// Finds `%s`, `%1$s`, `%.2f`, or `%(name)s`, as in C, Java, and Python.
fn percent(template: &str) -> Option<(&str, &str)> {
    let mut position = 0;
    while let Some(start) = find(template, position, '%') {
        position = start + 1;
        let before = template.get(..start)?.chars().next_back();
        // A percentage, or an escape in a URL.
        if before.is_some_and(|before| before.is_ascii_digit() || before == '%') {
            continue;
        }
        let rest = template.get(start + 1..)?;
        let (name, conversion) = in_parentheses(rest).unwrap_or(("name", rest));
        let (flagged, letter) = conversion.split_at(bytes::start(conversion, |byte| {
            byte.is_ascii_digit() || matches!(byte, b'$' | b'.' | b'+' | b'#' | b'l')
        }));
        let has_point = flagged.starts_with('.') || bytes::has_byte(flagged, b'$');
        let mut characters = letter.chars();
        let is_conversion = matches!(
            characters.next(),
            Some('s' | 'd' | 'i' | 'u' | 'f' | 'v' | 'q' | '@')
        );
        let ends = !characters.next().is_some_and(char::is_alphanumeric);
        let is_hexadecimal = !flagged.is_empty() && !has_point;
        if is_conversion && ends && !is_hexadecimal {
            let length = template.len() - characters.as_str().len() - start;
            let after = template.get(start..start + length)?;
            let written = after.trim_end_matches(|character: char| {
                !character.is_alphanumeric() && character != '@'
            });
            return Some((written, name));
        }
    }
    None
}

/// Finds ` :name`, as in Laravel and SQL.
fn colon(template: &str) -> Option<(&str, &str)> {
    let mut position = 0;
    while let Some(start) = find(template, position, ':') {
        position = start + 1;
        let before = template.get(..start)?.chars().next_back();
        let rest = template.get(start + 1..)?;
        let length = bytes::start(rest, |byte| byte.is_ascii_lowercase() || byte == b'_');
        let after = rest.get(length..)?.chars().next();
        let is_apart = before.is_none_or(char::is_whitespace);
        let ends = !after.is_some_and(|after| after == ':' || after.is_alphanumeric());
        if is_apart && ends && length > 1 {
            let end = position + length;
            return Some((template.get(start..end)?, rest.get(..length)?));
        }
    }
    None
}

/// Finds `<%= name %>`, as in ERB and EJS, or `%name%`, as in Symfony.
fn between_signs(template: &str) -> Option<(&str, &str)> {
    // Nearly all messages are without one, and derives run unoptimized.
    if !bytes::has_byte(template, b'%') {
        return None;
    }
    for (open, close, is_spaced) in &[("<%=", "%>", true), ("%", "%", false)] {
        let mut position = 0;
        while let Some(start) = bytes::find_part(template.get(position..)?, open, '%') {
            let start = position + start;
            position = start + open.len();
            let inner = template.get(position..)?;
            let text = if *is_spaced {
                inner.trim_start()
            } else {
                inner
            };
            let (name, after) = text.split_at(bytes::start(text, is_part));
            let after = if *is_spaced {
                after.trim_start()
            } else {
                after
            };
            let Some(rest) = after.strip_prefix(close) else {
                continue;
            };
            let before = template.get(..start)?.chars().next_back();
            let is_joined = before == Some('%')
                || before.is_some_and(char::is_alphanumeric)
                || rest.chars().next().is_some_and(char::is_alphanumeric);
            if is_name(name) && !is_joined {
                return Some((template.get(start..template.len() - rest.len())?, name));
            }
        }
    }
    None
}

/// Finds a character as the standard library does, which is optimized even where a derive is not.
fn find(template: &str, from: usize, character: char) -> Option<usize> {
    Some(from + template.get(from..)?.find(character)?)
}

/// Returns the name of a variable in parentheses, and what follows.
fn in_parentheses(text: &str) -> Option<(&str, &str)> {
    let text = text.strip_prefix('(')?;
    let (name, after) = text.split_at(bytes::start(text, is_part));
    let rest = after.strip_prefix(')')?;
    is_name(name).then_some((name, rest))
}

/// Whether the string looks like the name of a variable.
fn is_name(text: &str) -> bool {
    bytes::starts(text, |first| first.is_ascii_alphabetic() || first == b'_')
        && bytes::all(text, is_part)
}

/// Whether the byte can be in the name of a variable.
fn is_part(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-')
}

#[cfg(test)]
mod tests {
    use crate::{compile, Rule, Source};

    /// Returns the message and the help of the warning for an entry, if there is one.
    fn help(error: &str) -> Option<String> {
        let text = format!(r#"{{ "name": "a", "errors": [{{ "code": "A", {error} }}] }}"#);
        let compiled = compile(&Source::new("a.json", &*text)).unwrap();
        let mut warnings = compiled.warnings.into_iter();
        let warning = warnings.find(|warning| warning.rule == Rule::OtherPlaceholder)?;
        Some(format!("{}: {}", warning.message, warning.help?))
    }

    fn of_message(message: &str) -> Option<String> {
        help(&format!(r#""message": "{message}""#))
    }

    #[test]
    fn placeholders_of_other_languages_are_found() {
        for (message, written, name) in [
            ("No {{coupon}}.", "{{coupon}}", "coupon"),
            ("No {{ user.name }}.", "{{ user.name }}", "user.name"),
            ("{a} {{}} {{b}}", "{{b}}", "b"),
            ("No ${coupon}.", "${coupon}", "coupon"),
            ("No %s.", "%s", "name"),
            ("%d items", "%d", "name"),
            ("Up to %.2f", "%.2f", "name"),
            ("No %1$s in %2$s", "%1$s", "name"),
            ("No %(coupon)s!", "%(coupon)s", "coupon"),
            ("No %@", "%@", "name"),
            ("The :attribute is required.", ":attribute", "attribute"),
            (":field is missing", ":field", "field"),
            ("No <%= coupon %>.", "<%= coupon %>", "coupon"),
            ("No <%=coupon%> <%= b %>", "<%=coupon%>", "coupon"),
            ("No %coupon%!", "%coupon%", "coupon"),
            ("5% of %user.name%", "%user.name%", "user.name"),
        ] {
            let found = of_message(message).unwrap_or_else(|| panic!("{message}"));
            let expected = format!(
                "`{written}` is literal text, not a placeholder: write `{{{name}}}` for a placeholder; if the API \
                 sends this text, add an example that shows it"
            );
            assert_eq!(found, expected, "{message}");
        }
    }

    #[test]
    fn other_text_is_not_reported() {
        for message in [
            "A discount of 50% is too much: 100%s",
            "Use %20 for a space, %2F for a slash, %2f too.",
            "100% sure",
            "50 % discount",
            "{percent}% discount",
            "Costs $5, or {amount}$.",
            "Write %2f, which costs $5.",
            "Filter with $filter.",
            "Expected: {{\\\"a\\\": 1}}",
            "Note: see the documentation",
            "At 10:30 :)",
            "The path /users/:id",
            "{{}}",
            "a::b ::c",
            "{a}: {b}",
            "From 5% to 10%",
            "5%or%more, 5 %or%more",
            "Write %%APPDATA%% or %A%3A%B",
            "Write <% and %>, <%= %>, <%= a b %>",
        ] {
            assert_eq!(of_message(message), None, "{message}");
        }
    }

    #[test]
    fn an_amount_in_dollars_is_not_reported() {
        let params =
            r#""message": "Costs ${amount}.", "params": { "amount": { "type": "decimal" } }"#;
        assert_eq!(help(params), None);
    }

    #[test]
    fn text_in_an_example_is_not_reported() {
        let error = r#""message": "Costs ${amount}.", "examples": ["Costs $5."]"#;
        assert_eq!(help(error), None);
    }
}
