//! Writing JSON, without whitespace.

use alloc::string::String;

/// Writes values into a text; the commas are its own business.
pub(crate) struct Writer<'o> {
    out: &'o mut String,
    /// Whether the next member or element is the first of its container.
    is_first: bool,
}

impl<'o> Writer<'o> {
    pub(crate) fn new(out: &'o mut String) -> Self {
        Self {
            out,
            is_first: true,
        }
    }

    pub(crate) fn begin(&mut self, bracket: char) {
        self.out.push(bracket);
        self.is_first = true;
    }

    pub(crate) fn end(&mut self, bracket: char) {
        self.out.push(bracket);
        self.is_first = false;
    }

    /// The comma before an element or a member that is not the first.
    pub(crate) fn item(&mut self) {
        if !self.is_first {
            self.out.push(',');
        }
        self.is_first = false;
    }

    pub(crate) fn key(&mut self, key: &str) {
        self.item();
        write_string(self.out, key);
        self.out.push(':');
    }

    pub(crate) fn string(&mut self, text: &str) {
        write_string(self.out, text);
    }

    /// A number, a word, or any value that is JSON already.
    pub(crate) fn written(&mut self, json: &str) {
        self.out.push_str(json);
    }
}

/// Writes a string with its quotes.
pub(crate) fn write_string(out: &mut String, text: &str) {
    out.reserve(text.len() + 2);
    out.push('"');
    let mut rest = text;
    while let Some(at) = rest.bytes().position(needs_escape) {
        let (plain, from) = rest.split_at(at);
        out.push_str(plain);
        let mut characters = from.chars();
        if let Some(character) = characters.next() {
            push_escape(out, character);
        }
        rest = characters.as_str();
    }
    out.push_str(rest);
    out.push('"');
}

const fn needs_escape(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

fn push_escape(out: &mut String, character: char) {
    let short = match character {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\u{8}' => "\\b",
        '\u{c}' => "\\f",
        control => {
            const DIGITS: [char; 16] = [
                '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f',
            ];
            let code = u32::from(control) as usize;
            out.push_str("\\u00");
            out.push(DIGITS[code >> 4 & 15]);
            out.push(DIGITS[code & 15]);
            return;
        }
    };
    out.push_str(short);
}
