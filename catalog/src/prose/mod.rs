//! The prose of a catalog: a safe subset of Markdown.
//!
//! Prose has paragraphs, lists, blocks of code, inline code, emphasis, and links to web pages, to email addresses, and, as
//! `#ID`, to other errors. Everything else, such as raw HTML, images, and tables, is shown as it is written. All output is
//! built from these parts, so no text can act as markup.
//!
//! ```text
//! text ──blocks──▶ lines of a block ──inline──▶ Prose ──markdown──▶ rustdoc, files of Markdown
//!                                                 └── the site writes its HTML from the same parts
//! ```

mod address;
mod blocks;
mod inline;
mod markdown;

pub use address::Address;
pub use markdown::{code, fenced, plain};

use crate::bytes::are_from;
use crate::inert;

/// Parsed prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prose {
    /// The blocks, in order.
    pub blocks: Vec<Block>,
}

/// A block, which has its own lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Text.
    Paragraph(Vec<Inline>),
    /// Items with bullets, or with numbers starting at this one.
    List(Option<u32>, Vec<Vec<Inline>>),
    /// A block of code.
    Code(String),
}

/// A part of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Text without markup.
    Text(String),
    /// Code.
    Code(String),
    /// Emphasis, which contains no emphasis.
    Emphasis(Vec<Inline>),
    /// Strong emphasis, which contains no emphasis.
    Strong(Vec<Inline>),
    /// A link, and its content.
    Link(Address, Vec<Inline>),
}

impl Prose {
    /// Parses prose.
    pub fn new(text: &str) -> Self {
        Self {
            blocks: blocks::read(text),
        }
    }

    /// Parses prose that must fit on one line: line ends become spaces.
    pub fn in_one_line(text: &str) -> Self {
        Self {
            blocks: vec![Block::Paragraph(inline::read(&line(text)))],
        }
    }
}

/// Returns the text on one line, without characters that can act on what shows it.
fn line(text: &str) -> String {
    // Most text is one line already. Checking this is much faster than converting, as derives run unoptimized.
    if are_from(b'!', text) {
        return text.to_owned();
    }
    let mut line = String::with_capacity(text.len());
    let mut rest = text.trim_start_matches(char::is_whitespace);
    while !rest.is_empty() {
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
        rest = after.trim_start_matches(char::is_whitespace);
    }
    inert(&line)
}
