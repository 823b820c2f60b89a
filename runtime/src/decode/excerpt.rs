//! Excerpts of bodies without an error.

use super::decoded::Decoded;
use super::document::BYTE_ORDER_MARK;
use super::inert::Inert;
use super::untyped::Untyped;
use crate::Catalog;
use alloc::string::{String, ToString};

/// The number of characters that are shown.
const LONGEST: usize = 80;

/// The number of bytes of a body that are searched.
const SEEN: usize = 16 << 10;

impl<C: Catalog> Decoded<'_, C> {
    /// Returns the beginning of a body in none of the catalog's envelopes: the title of an HTML page, or else the first
    /// line. It has at most 80 characters, and those that could act on a terminal or a log are escaped.
    ///
    /// Returns `None` if the body is empty, or if the catalog has sensitive parameters, because any text can contain
    /// one.
    pub fn excerpt(&self) -> Option<String> {
        self.untyped.excerpt()
    }
}

impl Untyped<'_> {
    pub(super) fn excerpt(&self) -> Option<String> {
        if !self.is_foreign() || self.is_guarded() {
            return None;
        }
        excerpt(&self.body)
    }
}

fn excerpt(body: &[u8]) -> Option<String> {
    let body = body.strip_prefix(BYTE_ORDER_MARK).unwrap_or(body);
    let start = body.trim_ascii_start();
    let text = String::from_utf8_lossy(start.get(..SEEN).unwrap_or(start));
    let title = title(&text).filter(|title| !title.is_empty());
    let is_json = matches!(text.as_bytes(), [b'{' | b'[', ..]);
    let line = match title {
        None if is_json => Some(&*text),
        None => text.lines().find(|line| says_something(line)),
        title => title,
    };
    let mut cut = String::new();
    let mut left = LONGEST;
    for word in line?.split_whitespace() {
        if !cut.is_empty() && left > 0 {
            cut.push(' ');
            left -= 1;
        }
        for character in word.chars().take(left) {
            cut.push(character);
            left -= 1;
        }
    }
    (!cut.is_empty()).then(|| Inert(&cut).to_string())
}

/// Returns the title of an HTML page.
fn title(text: &str) -> Option<&str> {
    let tag = position(text, "<title")?;
    let (attributes, rest) = text.get(tag + "<title".len()..)?.split_once('>')?;
    let is_title =
        attributes.is_empty() || attributes.starts_with(|next: char| next.is_ascii_whitespace());
    let (title, _) = rest.split_once('<').filter(|_| is_title)?;
    Some(title.trim())
}

/// Returns the index of a part of a text, ignoring ASCII case.
fn position(text: &str, part: &str) -> Option<usize> {
    for (at, window) in text.as_bytes().windows(part.len()).enumerate() {
        if window.eq_ignore_ascii_case(part.as_bytes()) {
            return Some(at);
        }
    }
    None
}

/// Returns whether a line is more than the head of an XML or HTML file.
fn says_something(line: &str) -> bool {
    let line = line.trim();
    let is_head = |head: &str| {
        let start = line.get(..head.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(head)) && line.ends_with('>')
    };
    let is_tag_alone =
        line.matches('<').count() == 1 && line.starts_with('<') && line.ends_with('>');
    let is_declaration = is_head("<!doctype") || (is_head("<?xml") && is_tag_alone);
    !line.is_empty() && !is_declaration
}

#[cfg(test)]
mod tests {
    use super::excerpt;
    use alloc::string::String;

    fn of(body: &str) -> Option<String> {
        excerpt(body.as_bytes())
    }

    #[test]
    fn the_excerpt_of_a_page_is_its_title() {
        let page =
            "<!DOCTYPE html>\n<html><head><TITLE lang=en>\n 502 Bad\tGateway </TITLE></head>";
        assert_eq!(of(page).as_deref(), Some("502 Bad Gateway"));
        assert_eq!(
            of("<title>a\u{1b}[31m</title>").as_deref(),
            Some("a\\u{1b}[31m")
        );
    }

    #[test]
    fn the_excerpt_of_a_text_is_its_first_meaningful_line() {
        assert_eq!(
            of("\u{feff}\r\n  upstream  timed out\nmore").as_deref(),
            Some("upstream timed out")
        );
        assert_eq!(
            of("<?xml version=\"1.0\"?>\n<Error><Code>A</Code>").as_deref(),
            Some("<Error><Code>A</Code>")
        );
        assert_eq!(
            of("<!doctype html>\n<h1>Down</h1>").as_deref(),
            Some("<h1>Down</h1>")
        );
        assert_eq!(of("<title></title>\n").as_deref(), Some("<title></title>"));
        assert_eq!(
            of("<titles>a</titles>").as_deref(),
            Some("<titles>a</titles>")
        );
        assert_eq!(of("{\n  \"a\": 1\n}\n").as_deref(), Some("{ \"a\": 1 }"));
        assert_eq!(of(" \n\t"), None);
        assert_eq!(of(""), None);
    }

    #[test]
    fn an_excerpt_is_short_whatever_the_body_is() {
        assert_eq!(
            of(&"é".repeat(100_000)).map(|text| text.chars().count()),
            Some(80)
        );
        assert_eq!(
            of(&"\u{202e}".repeat(100_000)).map(|text| text.len()),
            Some(80 * 8)
        );
        assert_eq!(
            excerpt(&alloc::vec![0xff; 100_000]).map(|text| text.chars().count()),
            Some(80)
        );
        assert!(of(&["<title>", &"a".repeat(100_000)].concat()).is_some());
    }
}
