//! The blocks of prose.

use super::inline;
use super::{line, Block};
use crate::text::parsed;
use crate::{bytes, inert};

/// Parses the blocks of a text.
pub(super) fn read(text: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    for line in text.lines() {
        reader.line(line);
    }
    reader.close();
    reader.blocks
}

#[derive(Debug, Default)]
struct Reader {
    blocks: Vec<Block>,
    open: Open,
    /// Whether the last line was empty.
    is_after_empty: bool,
}

/// A block that the next line may belong to.
#[derive(Debug, Default)]
enum Open {
    #[default]
    None,
    Paragraph(String),
    /// The number of the first item, if the list has numbers, and the text of the items.
    List(Option<u32>, Vec<String>),
    /// Lines that are indented by at least four columns.
    Indented(Vec<String>),
    Fenced(Fence, Vec<String>),
}

/// The start of a block of code.
#[derive(Debug)]
struct Fence {
    character: char,
    length: usize,
    /// The columns before it, which are removed from its lines.
    indent: usize,
    is_quoted: bool,
}

impl Reader {
    fn line(&mut self, line: &str) {
        let is_after_empty = std::mem::take(&mut self.is_after_empty);
        if let Open::Fenced(fence, lines) = &mut self.open {
            match fence.content(line) {
                Some(content) => lines.push(content),
                None => self.close(),
            }
            return;
        }
        let text = line.trim();
        if text.is_empty() {
            self.is_after_empty = true;
            match &mut self.open {
                Open::Paragraph(_) => self.close(),
                Open::Indented(lines) => lines.push(String::new()),
                _ => {}
            }
            return;
        }
        let is_indented = indent(line) >= 4;
        match &mut self.open {
            Open::Indented(lines) if is_indented => {
                lines.push(without_indent(line, 4));
                return;
            }
            Open::None if is_indented => {
                self.open = Open::Indented(vec![without_indent(line, 4)]);
                return;
            }
            _ => {}
        }
        self.text(text, indent(line), is_after_empty);
    }

    /// Reads a line that is not part of a block of code, without its indentation.
    fn text(&mut self, line: &str, indent: usize, is_after_empty: bool) {
        if let Some(fence) = Fence::new(line, indent) {
            self.close();
            self.open = Open::Fenced(fence, Vec::new());
            return;
        }
        // A quotation is shown as a paragraph.
        let (text, is_quoted) = unquoted(line);
        if is_rule(text) {
            self.close();
        } else if let Some((number, item)) = self.item(text) {
            self.add_item(number, item);
        } else {
            let text = without_hashes(text);
            let is_heading = text.len() < line.len() && !is_quoted;
            match &mut self.open {
                Open::Paragraph(open) if !is_heading => join(open, text),
                Open::List(_, items) if !is_heading && (!is_after_empty || indent >= 2) => {
                    if let Some(last) = items.last_mut() {
                        join(last, text);
                    }
                }
                _ => {
                    self.close();
                    self.open = Open::Paragraph(text.to_owned());
                    if is_heading {
                        self.close();
                    }
                }
            }
        }
    }

    /// Returns the number and the text of an item. Within a paragraph, a number other than 1 is text.
    fn item<'t>(&self, text: &'t str) -> Option<(Option<u32>, &'t str)> {
        let (number, item) = item(text)?;
        let is_in_paragraph = matches!(self.open, Open::Paragraph(_));
        let is_text = is_in_paragraph && (item.is_empty() || number.is_some_and(|it| it != 1));
        (!is_text).then_some((number, item))
    }

    fn add_item(&mut self, number: Option<u32>, item: &str) {
        match &mut self.open {
            Open::List(first, items) if first.is_some() == number.is_some() => {
                items.push(item.to_owned());
            }
            _ => {
                self.close();
                self.open = Open::List(number, vec![item.to_owned()]);
            }
        }
    }

    /// Ends the open block.
    fn close(&mut self) {
        match std::mem::take(&mut self.open) {
            Open::None => {}
            Open::Paragraph(text) => {
                let paragraph = inline::read(&line(&text));
                if !paragraph.is_empty() {
                    self.blocks.push(Block::Paragraph(paragraph));
                }
            }
            Open::List(first, items) => {
                let mut shown = Vec::new();
                for item in &items {
                    let item = inline::read(&line(item));
                    if !item.is_empty() {
                        shown.push(item);
                    }
                }
                if !shown.is_empty() {
                    self.blocks.push(Block::List(first, shown));
                }
            }
            Open::Indented(lines) | Open::Fenced(_, lines) => {
                let text = inert(&lines.join("\n"));
                let text = text.trim_end();
                if !text.is_empty() {
                    self.blocks.push(Block::Code(text.to_owned()));
                }
            }
        }
    }
}

impl Fence {
    /// Parses a fence, which can be in a list or a quotation.
    fn new(line: &str, indent: usize) -> Option<Self> {
        let mut text = line;
        let mut is_quoted = false;
        loop {
            let (inner, quoted) = unquoted(text);
            is_quoted |= quoted;
            match item(inner) {
                Some((_, item)) => text = item,
                None if quoted => text = inner,
                None => break,
            }
        }
        let character = text.chars().next()?;
        if !matches!(character, '`' | '~') {
            return None;
        }
        let rest = text.trim_start_matches(character);
        let length = text.len() - rest.len();
        // More backticks on the line make it inline code.
        let is_fence = length >= 3 && !(character == '`' && bytes::has_byte(rest, b'`'));
        is_fence.then_some(Self {
            character,
            length,
            indent: indent + line.len() - text.len(),
            is_quoted,
        })
    }

    /// Returns the content of a line of the block; `None` for its end.
    fn content(&self, line: &str) -> Option<String> {
        let line = match line.trim_start().strip_prefix('>') {
            Some(quoted) if self.is_quoted => quoted,
            _ => line,
        };
        let text = line.trim();
        let is_end =
            text.len() >= self.length && text.trim_start_matches(self.character).is_empty();
        (!is_end).then(|| without_indent(line, self.indent))
    }
}

/// Returns the text of a quotation, and whether it is one.
fn unquoted(text: &str) -> (&str, bool) {
    let unquoted = text.trim_start_matches(|it: char| it == '>' || it.is_whitespace());
    (unquoted, text.starts_with('>'))
}

/// Whether the line underlines a heading or is a thematic break.
fn is_rule(text: &str) -> bool {
    let is_rule = |rule| is_made_of(text, rule);
    is_rule(b'=') || (text.len() >= 3 && (is_rule(b'-') || is_rule(b'*') || is_rule(b'_')))
}

/// Whether the text has only this sign and spaces.
fn is_made_of(text: &str, sign: u8) -> bool {
    for byte in text.as_bytes() {
        if *byte != sign && *byte != b' ' {
            return false;
        }
    }
    true
}

/// Returns the text of a heading, which is shown as a paragraph.
fn without_hashes(text: &str) -> &str {
    let rest = text.trim_start_matches('#');
    let level = text.len() - rest.len();
    match rest.strip_prefix(' ') {
        Some(heading) if level <= 6 => heading.trim_start(),
        _ => text,
    }
}

/// Returns the number, if any, and the text of a list item.
fn item(text: &str) -> Option<(Option<u32>, &str)> {
    let digits = bytes::start(text, |byte| byte.is_ascii_digit());
    let (number, marker) = text.split_at(digits);
    match marker.as_bytes().first()? {
        b'.' | b')' if digits > 0 => {}
        b'-' | b'*' | b'+' if digits == 0 => {}
        _ => return None,
    }
    let item = marker.get(1..)?;
    if !matches!(item.as_bytes().first(), None | Some(b' ' | b'\t')) {
        return None;
    }
    let number = match number {
        "" => None,
        // Markdown allows numbers of up to nine digits, also for the later items.
        digits if digits.len() <= 6 => Some(parsed(digits, 10)?),
        _ => return None,
    };
    Some((number, item.trim_start()))
}

fn join(text: &mut String, more: &str) {
    text.push('\n');
    text.push_str(more);
}

/// Returns how many columns a line is indented by.
fn indent(line: &str) -> usize {
    let mut columns = 0;
    for character in line.chars() {
        match character {
            ' ' => columns += 1,
            '\t' => columns += 4 - columns % 4,
            _ => break,
        }
    }
    columns
}

/// Returns the line without this many columns of indentation.
fn without_indent(line: &str, columns: usize) -> String {
    let mut rest = line;
    let mut column = 0;
    while column < columns {
        if let Some(next) = rest.strip_prefix(' ') {
            column += 1;
            rest = next;
        } else if let Some(next) = rest.strip_prefix('\t') {
            column += 4 - column % 4;
            rest = next;
        } else {
            break;
        }
    }
    rest.trim_end().to_owned()
}
