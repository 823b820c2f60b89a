//! Values of the wrong type, and what to write instead.

use crate::json::{Kind, Node};
use crate::{Diagnostic, Report, Rule};

/// The longest value that a help shows, in bytes.
const LONGEST: usize = 60;

/// Reports a value of the wrong type; `expected` is how the message shows the right one.
pub(super) fn wrong_type<'r>(
    node: Node<'_>,
    expected: &str,
    report: &'r mut Report,
) -> &'r mut Diagnostic {
    let message = format!("expected {expected}, found {}", node.kind());
    let diagnostic = report.add(Rule::WrongType, node.span, message);
    if node.kind() == Kind::Null {
        diagnostic.help("remove the key");
    }
    diagnostic
}

/// Reports a value that is not of this kind.
pub(super) fn mistyped(node: Node<'_>, expected: Kind, report: &mut Report) {
    let diagnostic = wrong_type(node, &expected.to_string(), report);
    if let Some(help) = conversion(node, expected) {
        diagnostic.help(help);
    }
}

/// Reports a value that is not an object.
pub(super) fn not_an_object(node: Node<'_>, what: &str, report: &mut Report) {
    let diagnostic = wrong_type(node, &Kind::Object.to_string(), report);
    if let Some(help) = object(node, what) {
        diagnostic.help(help);
    }
}

/// Returns how to write the same value in another type.
fn conversion(node: Node<'_>, expected: Kind) -> Option<String> {
    let text = short(node)?;
    let inner = text.trim_matches('"').trim();
    match (expected, node.kind()) {
        (_, Kind::Null) => None,
        (Kind::String, Kind::Number | Kind::Boolean) => Some(format!("write `\"{text}\"`")),
        (Kind::String, Kind::Array) => Some("write one string".to_owned()),
        (Kind::Number, Kind::String) => {
            let number: i64 = inner.parse().ok()?;
            Some(format!("write `{number}`"))
        }
        (Kind::Boolean, _) => {
            let word = match &*inner.to_ascii_lowercase() {
                "true" | "yes" | "on" | "1" => "true",
                "false" | "no" | "off" | "0" => "false",
                _ => return Some("write `true` or `false`".to_owned()),
            };
            Some(format!("write `{word}`"))
        }
        (Kind::Array, Kind::String | Kind::Number) => Some(format!("write `[{text}]`")),
        (Kind::Array, _) => Some("enclose it in `[` and `]`".to_owned()),
        _ => None,
    }
}

/// Returns what to write for an object of this sort.
fn object(node: Node<'_>, what: &str) -> Option<String> {
    let elements = if node.kind() == Kind::Array {
        node.elements()
    } else {
        Vec::new()
    };
    let element = elements.first().copied();
    let text = short(node).unwrap_or("\"…\"");
    let first = element.and_then(short).unwrap_or("\"…\"");
    match (what, node.kind()) {
        (_, Kind::Null) => None,
        ("a catalog", _) => {
            Some("write `{ \"name\": \"payments\", \"errors\": [ … ] }`".to_owned())
        }
        ("an entry", Kind::String | Kind::Number) => {
            Some(format!("write `{{ \"code\": {text} }}`"))
        }
        ("a parameter", Kind::String) => Some(format!("write `{{ \"type\": {text} }}`")),
        ("parameters", Kind::Array) => Some(format!("write `{{ {first}: {{ … }} }}`")),
        ("the fallbacks", _) => Some(format!("write `{{ \"5xx\": {first} }}`")),
        ("`deprecated`", _) => Some("write `{ \"note\": \"…\" }`".to_owned()),
        ("the statuses" | "the categories" | "the scopes", Kind::Array) => {
            Some(format!("write `{{ {first}: \"what it means\" }}`"))
        }
        _ => Some("write an object, such as `{ \"key\": \"value\" }`".to_owned()),
    }
}

/// Returns the value, if it is short enough to be shown.
fn short(node: Node<'_>) -> Option<&str> {
    Some(node.text()).filter(|text| text.len() <= LONGEST)
}

#[cfg(test)]
mod tests {
    use crate::{compile, Source};

    /// Checks the message and the help of the first diagnostic of a catalog with this entry.
    #[track_caller]
    fn is(error: &str, message: &str, help: &str) {
        of_catalog(
            &format!(r#"{{ "name": "a", "errors": [{error}] }}"#),
            message,
            help,
        );
    }

    #[track_caller]
    fn of_catalog(text: &str, message: &str, help: &str) {
        let failure = compile(&Source::new("a.json", text)).unwrap_err();
        let first = &failure.diagnostics()[0];
        let found = (&*first.message, first.help.as_deref().unwrap_or_default());
        assert_eq!(found, (message, help), "{text}");
    }

    #[test]
    fn a_status_is_a_number() {
        let error = |status: &str| format!(r#"{{ "code": "A", "status": {status} }}"#);
        let string = "expected a number, found a string";
        is(&error("\"402\""), string, "write `402`");
        is(&error("[\"402\", 429]"), string, "write `402`");
        is(&error("\"402 Payment Required\""), string, "write `402`");
        is(
            &error("\"4xx\""),
            string,
            "write a number from 100 to 599, or an array of them",
        );
        is(
            &error("402.0"),
            "`402.0` is not a valid HTTP status",
            "write `402`",
        );
        is(
            &error("4.02e2"),
            "`4.02e2` is not a valid HTTP status",
            "write `402`",
        );
        is(
            &error("null"),
            "expected a number, found null",
            "remove the key",
        );
    }

    #[test]
    fn retry_advice_is_a_word_or_an_object() {
        let error = |retry: &str| format!(r#"{{ "code": "A", "retry": {retry} }}"#);
        let found = |kind: &str| format!("expected a string or an object, found {kind}");
        is(
            &error("30"),
            &found("a number"),
            "write `{ \"after\": \"30s\" }`",
        );
        is(
            &error("1.5"),
            &found("a number"),
            "write `{ \"after\": \"2s\" }`",
        );
        is(&error("true"), &found("a boolean"), "write `\"backoff\"`");
        is(&error("false"), &found("a boolean"), "write `\"never\"`");
        is(&error("null"), &found("null"), "remove the key");
        for (advice, help) in [
            ("30s", "write `{ \"after\": \"30s\" }`"),
            ("30", "write `{ \"after\": \"30s\" }`"),
            ("5 minutes", "write `{ \"after\": \"5m\" }`"),
            ("500ms", "write `{ \"after\": \"1s\" }`"),
            ("Retry-After", "write `{ \"header\": \"Retry-After\" }`"),
            (
                "x-ratelimit-reset",
                "write `{ \"header\": \"x-ratelimit-reset\" }`",
            ),
            ("nevr", "did you mean `never`?"),
            ("back-off", "did you mean `backoff`?"),
        ] {
            let message = format!("`{advice}` is not valid retry advice");
            is(&error(&format!("\"{advice}\"")), &message, help);
        }
        is(
            &error("{ \"backoff\": false }"),
            "`backoff` can only be `true`",
            "write `\"never\"` if the request always fails, or remove `retry`",
        );
        is(
            &error("{ \"backoff\": true, \"unit\": \"s\" }"),
            "`backoff` has no unit",
            "remove `unit`",
        );
        let after = |value: &str| error(&format!("{{ \"after\": {value} }}"));
        is(
            &after("30"),
            "expected a string, found a number",
            "write `\"30s\"`",
        );
        is(
            &after("\"30\""),
            "`30` is not a valid duration",
            "write `30s`",
        );
        is(
            &after("\"1.5 h\""),
            "`1.5 h` is not a valid duration",
            "write `5400s`",
        );
    }

    #[test]
    fn a_code_is_a_string_or_a_number() {
        let message = |kind: &str| format!("expected a string, a number, or null, found {kind}");
        is(
            r#"{ "code": true }"#,
            &message("a boolean"),
            "write `\"true\"`",
        );
        let each = "give each code its own entry";
        is(r#"{ "code": ["A", "B"] }"#, &message("an array"), each);
    }

    #[test]
    fn other_values_have_one_type() {
        let string = |kind: &str| format!("expected a string, found {kind}");
        is(
            r#"{ "code": "A", "message": 404 }"#,
            &string("a number"),
            "write `\"404\"`",
        );
        is(
            r#"{ "code": "A", "message": null }"#,
            &string("null"),
            "remove the key",
        );
        is(
            r#"{ "code": "A", "message": ["a"] }"#,
            &string("an array"),
            "write one string",
        );
        let array = "expected an array, found a string";
        is(
            r#"{ "code": "A", "causes": "No card." }"#,
            array,
            "write `[\"No card.\"]`",
        );
        let object = |kind: &str| format!("expected an object, found {kind}");
        is(
            r#"{ "code": "A", "params": ["a"] }"#,
            &object("an array"),
            "write `{ \"a\": { … } }`",
        );
        let param = r#"{ "code": "A", "params": { "a": "integer" } }"#;
        is(
            param,
            &object("a string"),
            "write `{ \"type\": \"integer\" }`",
        );
        let optional = r#"{ "code": "A", "params": { "a": { "optional": "yes" } } }"#;
        is(
            optional,
            "expected a boolean, found a string",
            "write `true`",
        );
        is(r#""A""#, &object("a string"), "write `{ \"code\": \"A\" }`");
        is(
            r#"{ "code": "A", "deprecated": true }"#,
            &object("a boolean"),
            "write `{ \"note\": \"…\" }`",
        );
    }

    #[test]
    fn a_catalog_is_an_object_with_an_array_of_entries() {
        let help = "write `{ \"name\": \"payments\", \"errors\": [ … ] }`";
        of_catalog(
            r#"[{ "code": "A" }]"#,
            "expected an object, found an array",
            help,
        );
        let errors = r#"{ "name": "a", "errors": { "A": { "message": "No." } } }"#;
        let help = "write `[{ \"code\": \"A\", … }]`";
        of_catalog(errors, "expected an array, found an object", help);
        let categories = r#"{ "name": "a", "categories": ["input"], "errors": [] }"#;
        let help = "write `{ \"input\": \"what it means\" }`";
        of_catalog(categories, "expected an object, found an array", help);
    }
}
