//! Writes JSON with a line for each member and element.

use error_catalog::Json;

/// Deeper values stay on one line: no API nests that deep, and depth needs stack.
const DEEPEST: usize = 64;

/// Returns the value in lines. Names, strings and numbers stay as they are written.
pub(super) fn in_lines(json: Json<'_>) -> String {
    let mut text = String::new();
    write(json, 0, &mut text);
    text
}

fn write(json: Json<'_>, depth: usize, text: &mut String) {
    let written = json.as_written();
    let inner = depth + 1;
    match written.as_bytes().first() {
        Some(b'{') if depth < DEEPEST => {
            text.push('{');
            let mut count = 0;
            for (name, value) in json.members() {
                line(count, inner, text);
                text.push_str(&serde_json::Value::from(&*name).to_string());
                text.push_str(": ");
                write(value, inner, text);
                count += 1;
            }
            end(count, depth, '}', text);
        }
        Some(b'[') if depth < DEEPEST => {
            text.push('[');
            let mut count = 0;
            for element in json.elements() {
                line(count, inner, text);
                write(element, inner, text);
                count += 1;
            }
            end(count, depth, ']', text);
        }
        _ => text.push_str(written),
    }
}

/// Begins a line for a member or element, of which there are some before.
fn line(before: usize, depth: usize, text: &mut String) {
    if before > 0 {
        text.push(',');
    }
    indent(depth, text);
}

fn end(count: usize, depth: usize, bracket: char, text: &mut String) {
    if count > 0 {
        indent(depth, text);
    }
    text.push(bracket);
}

fn indent(depth: usize, text: &mut String) {
    text.push('\n');
    text.push_str(&"  ".repeat(depth));
}

#[cfg(test)]
mod tests {
    use super::in_lines;
    use error_catalog::Json;

    fn written(text: &str) -> String {
        in_lines(Json::parse(text.as_bytes()).unwrap())
    }

    #[test]
    fn members_keep_their_order_and_values_stay_as_they_are_written() {
        assert_eq!(
            written(r#"{"b":{"c":1.50},"a":["x\/é",null,-0],"d":{},"e":[ ]}"#),
            "{\n  \"b\": {\n    \"c\": 1.50\n  },\n  \"a\": [\n    \"x\\/é\",\n    null,\n    -0\n  ],\n  \"d\": {},\n  \"e\": []\n}"
        );
    }

    #[test]
    fn names_are_quoted() {
        assert_eq!(
            written(r#"{"a\"b\n":"</script>"}"#),
            "{\n  \"a\\\"b\\n\": \"</script>\"\n}"
        );
    }

    #[test]
    fn deep_values_stay_on_one_line() {
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert_eq!(written(&deep).lines().count(), 129);
    }
}
