//! Writes the prose of a catalog as HTML.

use error_catalog_model::prose::{Address, Block, Inline, Prose};
use std::fmt::Write;

/// Returns the address of another error by its id.
pub(super) type Place<'p> = &'p dyn Fn(&str) -> Option<String>;

/// Converts prose to HTML.
pub(super) fn to_html(text: &str, place: Place<'_>) -> String {
    let mut html = String::new();
    for block in Prose::new(text).blocks {
        write_block(&block, &mut html, place);
    }
    html
}

/// Converts prose to HTML, without an element around it if it is a single paragraph.
pub(super) fn to_inline_html(text: &str, place: Place<'_>) -> String {
    match Prose::new(text).blocks.as_slice() {
        [Block::Paragraph(parts)] => {
            let mut html = String::new();
            write_parts(parts, &mut html, place);
            html
        }
        _ => to_html(text, place),
    }
}

fn write_block(block: &Block, html: &mut String, place: Place<'_>) {
    match block {
        Block::Paragraph(parts) => {
            element("p", html, |html| write_parts(parts, html, place));
        }
        // Writing to a `String` cannot fail, here and below.
        Block::Code(text) => {
            let _ = write!(html, "<pre><code>{}\n</code></pre>", escaped(text));
        }
        Block::List(first, items) => {
            let tag = if first.is_some() { "ol" } else { "ul" };
            let _ = match first {
                Some(first) if *first != 1 => write!(html, "<{tag} start=\"{first}\">"),
                _ => write!(html, "<{tag}>"),
            };
            html.push('\n');
            for item in items {
                element("li", html, |html| write_parts(item, html, place));
            }
            let _ = write!(html, "</{tag}>");
        }
    }
    html.push('\n');
}

fn element(tag: &str, html: &mut String, content: impl FnOnce(&mut String)) {
    let _ = write!(html, "<{tag}>");
    content(html);
    let _ = write!(html, "</{tag}>");
    if tag == "li" {
        html.push('\n');
    }
}

fn write_parts(parts: &[Inline], html: &mut String, place: Place<'_>) {
    for part in parts {
        match part {
            Inline::Text(text) => {
                html.push_str(&escaped(text));
            }
            Inline::Code(text) => {
                let _ = write!(html, "<code>{}</code>", escaped(text));
            }
            Inline::Emphasis(parts) => element("em", html, |html| write_parts(parts, html, place)),
            Inline::Strong(parts) => {
                element("strong", html, |html| write_parts(parts, html, place));
            }
            Inline::Link(address, parts) => {
                let url = match address {
                    Address::Url(url) => Some(url.clone()),
                    Address::Id(id) => place(id),
                };
                if let Some(url) = &url {
                    let _ = write!(html, "<a href=\"{}\">", escaped(url));
                }
                write_parts(parts, html, place);
                if url.is_some() {
                    html.push_str("</a>");
                }
            }
        }
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests;
