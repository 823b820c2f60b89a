//! Prose as Markdown that every renderer reads in the same way.
//!
//! Each paragraph and each item is one line, so only its first character could begin another block.

use super::{line, Address, Block, Inline, Prose};
use crate::{bytes, inert};
use std::fmt::Write;

impl Prose {
    /// Returns the prose as Markdown, with blocks of code in the language `text`. Links to other errors lead to the result
    /// of `place`; without one, they become text.
    pub fn to_markdown(&self, place: &dyn Fn(&str) -> Option<String>) -> String {
        let mut written = String::new();
        for block in &self.blocks {
            if !written.is_empty() {
                written.push_str("\n\n");
            }
            block.write(&mut written, place);
        }
        written
    }
}

type Place<'p> = &'p dyn Fn(&str) -> Option<String>;

impl Block {
    fn write(&self, out: &mut String, place: Place<'_>) {
        match self {
            Self::Paragraph(parts) => write_line(parts, out, place),
            Self::Code(text) => out.push_str(&fenced(text, "text")),
            Self::List(first, items) => {
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        out.push('\n');
                    }
                    // Writing to a `String` cannot fail, here and below.
                    let _ = match first {
                        None => write!(out, "- "),
                        Some(first) => write!(out, "{}. ", u64::from(*first) + index as u64),
                    };
                    write_line(item, out, place);
                }
            }
        }
    }
}

/// Writes parts at the start of a line.
fn write_line(parts: &[Inline], out: &mut String, place: Place<'_>) {
    for (index, part) in parts.iter().enumerate() {
        part.write(index == 0, out, place);
    }
}

impl Inline {
    fn write(&self, is_first: bool, out: &mut String, place: Place<'_>) {
        match self {
            Self::Text(text) => escape(text, is_first, out),
            Self::Code(text) => out.push_str(&code(text)),
            Self::Emphasis(parts) => enclosed("*", parts, out, place),
            Self::Strong(parts) => enclosed("**", parts, out, place),
            Self::Link(address, parts) => {
                let url = match address {
                    Address::Url(url) => Some(url.clone()),
                    Address::Id(id) => place(id),
                };
                match url {
                    Some(url) if is_plain(&url, parts) => {
                        let _ = write!(out, "<{url}>");
                    }
                    Some(url) => {
                        // `![` would begin an image.
                        if out.ends_with('!') {
                            out.insert(out.len() - 1, '\\');
                        }
                        enclosed_by("[", parts, "]", out, place);
                        let _ = write!(out, "(<{}>)", url.replace('&', "&amp;"));
                    }
                    // Signs of its content could be read in pairs with their neighbors, as nothing is between them.
                    None => escape(&text_of(parts), is_first, out),
                }
            }
        }
    }
}

/// Returns the text of parts, without their markup.
fn text_of(parts: &[Inline]) -> String {
    let mut all = String::new();
    for part in parts {
        match part {
            Inline::Text(text) | Inline::Code(text) => all.push_str(text),
            Inline::Emphasis(parts) | Inline::Strong(parts) | Inline::Link(_, parts) => {
                all.push_str(&text_of(parts));
            }
        }
    }
    all
}

/// Whether a link shows its own address, so that it can be written in angle brackets.
fn is_plain(url: &str, parts: &[Inline]) -> bool {
    matches!(parts, [Inline::Text(text)] if text == url)
        && url.starts_with("http")
        && !bytes::has_byte(url, b'&')
}

fn enclosed(sign: &str, parts: &[Inline], out: &mut String, place: Place<'_>) {
    enclosed_by(sign, parts, sign, out, place);
}

fn enclosed_by(open: &str, parts: &[Inline], close: &str, out: &mut String, place: Place<'_>) {
    out.push_str(open);
    for part in parts {
        part.write(false, out, place);
    }
    out.push_str(close);
}

/// Escapes text, on one line, so that Markdown shows it unchanged.
pub fn plain(text: &str) -> String {
    let text = line(text);
    let mut plain = String::with_capacity(text.len());
    escape(&text, true, &mut plain);
    plain
}

/// Formats text, on one line, as inline code.
pub fn code(text: &str) -> String {
    let text = line(text);
    let fence = "`".repeat(longest_run(&text) + 1);
    // Two fences with nothing between them would be one longer fence.
    let space = if text.is_empty() || text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    let end = if text.is_empty() { "" } else { space };
    format!("{fence}{space}{text}{end}{fence}")
}

/// Formats text as a block of code in this language.
pub fn fenced(text: &str, language: &str) -> String {
    let longer;
    let fence = match longest_run(text) {
        0..=2 => "```",
        run => {
            longer = "`".repeat(run + 1);
            &longer
        }
    };
    format!("{fence}{language}\n{}\n{fence}", inert(text))
}

/// Returns the length of the longest run of backticks.
fn longest_run(text: &str) -> usize {
    if !bytes::has_byte(text, b'`') {
        return 0;
    }
    let (mut run, mut longest) = (0, 0);
    for byte in text.as_bytes() {
        run = if *byte == b'`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}

/// Whether the character can have a meaning anywhere, alone or with its neighbors.
const fn is_sign(byte: u8) -> bool {
    matches!(
        byte,
        b'\\' | b'`' | b'*' | b'[' | b']' | b'<' | b'~' | b'$' | b'^' | b'_' | b'&' | b':' | b'-'
    )
}

/// Adds text with every character escaped that has a meaning in Markdown. At the start of a line, it could begin a block.
fn escape(text: &str, is_first: bool, out: &mut String) {
    let mut rest = text;
    if is_first {
        let digits = bytes::start(text, |byte| byte.is_ascii_digit());
        let (number, marker) = text.split_at(digits);
        let behind = marker.get(1..).unwrap_or_default();
        let first = marker.as_bytes().first();
        let is_number = digits > 0
            && matches!(first, Some(b'.' | b')'))
            && (behind.is_empty() || behind.starts_with(' '));
        let begins_a_block = matches!(first, Some(b'-' | b'+' | b'=' | b'>' | b'#' | b':' | b'|'));
        let is_marker = digits == 0 && begins_a_block;
        if is_number || is_marker {
            out.push_str(number);
            out.push('\\');
            out.push_str(marker.get(..1).unwrap_or_default());
            rest = marker.get(1..).unwrap_or_default();
        }
    }
    let mut before = None;
    while let Some(position) = bytes::find(rest, is_sign) {
        let (words, from) = rest.split_at(position);
        out.push_str(words);
        before = words.chars().next_back().or(before);
        let (sign, after) = from.split_at(1);
        if means_something(sign, before, after) {
            out.push('\\');
        }
        out.push_str(sign);
        before = sign.chars().next();
        rest = after;
    }
    out.push_str(rest);
}

/// Whether a sign has a meaning there.
fn means_something(sign: &str, before: Option<char>, after: &str) -> bool {
    let next = after.chars().next();
    match sign {
        // Within a word, it is text.
        "_" => {
            !(before.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric))
        }
        "&" => next.is_some_and(|next| next == '#' || next.is_ascii_alphanumeric()),
        // This would make an address a link.
        ":" => after.starts_with("//"),
        // Two become a dash.
        "-" => before == Some('-'),
        _ => true,
    }
}
