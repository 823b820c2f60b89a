//! The prose of a catalog: Markdown that nobody has to trust.
//!
//! Prose has paragraphs, lists, blocks of code, code within a line, emphasis and links to web pages, to addresses of mail
//! and, as `#ID`, to other errors. Everything else, such as raw HTML, images and tables, is shown as it is written. What is
//! written for others to render is built from these parts alone, so that no text can be more than text.
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

use crate::inert;

/// Prose in its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prose {
    /// The blocks, in their order.
    pub blocks: Vec<Block>,
}

/// A part that has its own lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Text.
    Paragraph(Vec<Inline>),
    /// Items behind bullets, or behind numbers from this one on.
    List(Option<u32>, Vec<Vec<Inline>>),
    /// Lines that are shown as they are.
    Code(String),
}

/// A part within a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Text without markup.
    Text(String),
    /// Code.
    Code(String),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// A link, with what is shown of it.
    Link(Address, Vec<Inline>),
}

impl Prose {
    /// Reads prose.
    pub fn new(text: &str) -> Self {
        Self {
            blocks: blocks::read(text),
        }
    }

    /// Reads prose that has to fit into one line: the ends of its lines are spaces.
    pub fn in_one_line(text: &str) -> Self {
        Self {
            blocks: vec![Block::Paragraph(inline::read(&line(text)))],
        }
    }
}

/// The text on one line, without characters that act on whoever shows it.
fn line(text: &str) -> String {
    // Most texts are one line already, which is far quicker to find out than to make, as derives run unoptimized.
    if text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return text.to_owned();
    }
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    inert(&line)
}
