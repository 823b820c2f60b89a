//! Writes values with lines and indents.

use super::shape::Shape;
use super::tree::Node;
use std::borrow::Cow;

/// The maximum length of a line with more than one value, in characters.
const WIDTH: usize = 120;
const INDENT: usize = 2;

/// Returns the text of a value, with its keys in the order of the shape.
pub(super) fn layout(node: &Node<'_>, shape: &Shape) -> String {
    let mut layout = Layout {
        text: String::new(),
        line: 0,
    };
    layout.value(node, shape, 0);
    layout.text.push('\n');
    layout.text
}

struct Layout {
    text: String,
    /// The start of the last line.
    line: usize,
}

impl Layout {
    fn value(&mut self, node: &Node<'_>, shape: &Shape, indent: usize) {
        // Leave room for a comma.
        let room = WIDTH.saturating_sub(self.column() + 1);
        if let Some(inline) = inline(node, shape, room) {
            self.text.push_str(&inline);
            return;
        }
        match node {
            Node::Scalar(text) => self.text.push_str(text),
            Node::Array(elements) => {
                self.text.push('[');
                for (position, element) in elements.iter().enumerate() {
                    self.next_line(position, indent + INDENT);
                    self.value(element, shape.element(), indent + INDENT);
                }
                self.end_line(indent);
                self.text.push(']');
            }
            Node::Object(members) => {
                self.text.push('{');
                for (position, (key, value)) in ordered(members, shape).into_iter().enumerate() {
                    self.next_line(position, indent + INDENT);
                    self.text.push_str(key);
                    self.text.push_str(": ");
                    self.value(value, shape.member(&name(key)), indent + INDENT);
                }
                self.end_line(indent);
                self.text.push('}');
            }
        }
    }

    fn column(&self) -> usize {
        self.text
            .get(self.line..)
            .unwrap_or_default()
            .chars()
            .count()
    }

    fn next_line(&mut self, position: usize, indent: usize) {
        if position > 0 {
            self.text.push(',');
        }
        self.end_line(indent);
    }

    fn end_line(&mut self, indent: usize) {
        self.text.push('\n');
        self.line = self.text.len();
        self.text.extend(std::iter::repeat_n(' ', indent));
    }
}

/// Returns the value on one line; `None` if its shape does not allow that or it does not fit.
fn inline(node: &Node<'_>, shape: &Shape, room: usize) -> Option<String> {
    let mut text = String::new();
    write_inline(node, shape, room, &mut text)?;
    (text.chars().count() <= room).then_some(text)
}

fn write_inline(node: &Node<'_>, shape: &Shape, room: usize, text: &mut String) -> Option<()> {
    // A character takes at most four bytes, so this cannot fit, whatever the rest is.
    if text.len() > 4 * room {
        return None;
    }
    match node {
        Node::Scalar(scalar) => text.push_str(scalar),
        Node::Array(elements) if elements.is_empty() => text.push_str("[]"),
        Node::Object(members) if members.is_empty() => text.push_str("{}"),
        _ if shape.is_spread => return None,
        Node::Array(elements) => {
            text.push('[');
            for (position, element) in elements.iter().enumerate() {
                text.push_str(if position > 0 { ", " } else { "" });
                write_inline(element, shape.element(), room, text)?;
            }
            text.push(']');
        }
        Node::Object(members) => {
            text.push_str("{ ");
            for (position, (key, value)) in ordered(members, shape).into_iter().enumerate() {
                text.push_str(if position > 0 { ", " } else { "" });
                text.push_str(key);
                text.push_str(": ");
                write_inline(value, shape.member(&name(key)), room, text)?;
            }
            text.push_str(" }");
        }
    }
    Some(())
}

/// The members in the order of the shape, with unknown keys last.
fn ordered<'m, 'a>(
    members: &'m [(&'a str, Node<'a>)],
    shape: &Shape,
) -> Vec<(&'a str, &'m Node<'a>)> {
    let mut ordered: Vec<_> = members.iter().map(|(key, value)| (*key, value)).collect();
    ordered.sort_by_cached_key(|(key, _)| shape.position(&name(key)));
    ordered
}

/// The key without its quotes and escapes.
fn name(key: &str) -> Cow<'_, str> {
    if key.contains('\\') {
        return serde_json::from_str(key).map_or(Cow::Borrowed(key), Cow::Owned);
    }
    Cow::Borrowed(key.trim_matches('"'))
}

#[cfg(test)]
mod tests {
    use super::super::shape::CATALOG;
    use super::super::tree::parse;
    use super::layout;

    #[test]
    fn keys_are_in_the_order_of_the_shape_with_unknown_ones_last() {
        let text = r#"{"errors":[{"x":1,"st\u0061tus":[404,429],"code":"A"}],"y":{},"name":"a"}"#;
        let expected = r#"{
  "name": "a",
  "errors": [
    {
      "code": "A",
      "st\u0061tus": [404, 429],
      "x": 1
    }
  ],
  "y": {}
}
"#;
        assert_eq!(layout(&parse(text).unwrap(), &CATALOG), expected);
    }

    #[test]
    fn places_and_causes_have_their_order_alone_and_in_arrays() {
        let text = r#"{"envelopes":[{"causes":[{"code":"/c","by":"f","at":"/a"},{"leaf":"l","at":"/b"}],"title":"/t",
            "code":[{"unit":"s","case":"kebab","match":["{code}"],"at":{"encoding":"percent","header":"h"}},"/c"],
            "success":{"is":true,"at":"/ok"},"params":{"value":"/v","name":"/n","pairs":"/p"},"format":"xml","errors":"/e",
            "extra":{"b":{"type":"json","at":["/b"]}},"subcode":"/s","preset":"rfc9457"}],
            "errors":[{"id":"A","subcode":1,"code":2}]}"#;
        let expected = r#"{
  "envelopes": [
    {
      "preset": "rfc9457",
      "format": "xml",
      "errors": "/e",
      "success": { "at": "/ok", "is": true },
      "code": [
        { "at": { "header": "h", "encoding": "percent" }, "match": ["{code}"], "case": "kebab", "unit": "s" },
        "/c"
      ],
      "subcode": "/s",
      "title": "/t",
      "params": { "pairs": "/p", "value": "/v", "name": "/n" },
      "extra": { "b": { "at": ["/b"], "type": "json" } },
      "causes": [{ "at": "/a", "by": "f", "code": "/c" }, { "at": "/b", "leaf": "l" }]
    }
  ],
  "errors": [
    {
      "code": 2,
      "subcode": 1,
      "id": "A"
    }
  ]
}
"#;
        assert_eq!(layout(&parse(text).unwrap(), &CATALOG), expected);
    }

    #[test]
    fn plural_forms_go_from_one_number_to_all_others() {
        let text = r#"{"errors":[{"message":{"other":"o","few":"f","=1":"1","one":"1","plural":"n","=0":"0"}}]}"#;
        let expected = r#"{
  "errors": [
    {
      "message": { "plural": "n", "=1": "1", "=0": "0", "one": "1", "few": "f", "other": "o" }
    }
  ]
}
"#;
        assert_eq!(layout(&parse(text).unwrap(), &CATALOG), expected);
    }

    #[test]
    fn a_value_that_does_not_fit_on_a_line_is_split() {
        let value = "x".repeat(60);
        let text = format!(r#"{{"name": ["{value}", "{value}"]}}"#);
        let expected = format!("{{\n  \"name\": [\n    \"{value}\",\n    \"{value}\"\n  ]\n}}\n");
        assert_eq!(layout(&parse(&text).unwrap(), &CATALOG), expected);
    }
}
