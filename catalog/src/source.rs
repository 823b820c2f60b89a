//! Catalog files with the files that they extend and that translate them, and places in them.

use crate::{Report, Rule, Span};
use std::path::PathBuf;

/// A catalog file: its name, as diagnostics show it, its content, and the files that translate it or that it extends.
#[derive(Debug, Clone)]
pub struct Source {
    name: String,
    /// The number of the file: 0 for a catalog.
    file: usize,
    /// The translations of a catalog.
    translations: Vec<TranslationFile>,
    /// The files that a catalog extends, directly or through others.
    extended: Vec<ExtendedFile>,
    /// What the paths in `extends` of this file lead to.
    links: Vec<Link>,
    /// The names of files that look like translations and are not listed.
    unlisted: Vec<String>,
    /// The content as text; invalid UTF-8 is replaced, and `invalid` is where it begins.
    text: String,
    /// The offset of each line.
    lines: Vec<usize>,
    invalid: Option<Span>,
    is_utf16: bool,
    too_large: bool,
}

impl Source {
    /// The largest valid file, in bytes. To detect a larger one, read one byte more.
    pub const LARGEST: u64 = 32 * 1024 * 1024;

    /// Returns the file with this name and content.
    ///
    /// A byte order mark is skipped. Content that is not text, or too large, is reported by
    /// [`compile`](crate::compile), as all errors are.
    pub fn new(name: impl Into<String>, content: impl Into<Vec<u8>>) -> Self {
        Self::of(name.into(), content.into())
    }

    fn of(name: String, mut content: Vec<u8>) -> Self {
        if content.starts_with(b"\xEF\xBB\xBF") {
            content = content.split_off(3);
        }
        let too_large = content.len() as u64 > Self::LARGEST;
        if too_large {
            content.clear();
        }
        let utf16 = utf16(&content);
        if let Some(text) = &utf16 {
            content = text.clone().into_bytes();
        }
        let (text, invalid) = match String::from_utf8(content) {
            Ok(text) => (text, None),
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                (text, Some(Span::new(at, at + 3)))
            }
        };
        let mut lines = vec![0];
        for (at, _) in text.match_indices('\n') {
            lines.push(at + 1);
        }
        Self {
            name,
            file: 0,
            translations: Vec::new(),
            extended: Vec::new(),
            links: Vec::new(),
            unlisted: Vec::new(),
            text,
            lines,
            invalid,
            is_utf16: utf16.is_some(),
            too_large,
        }
    }

    /// Returns the name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    pub(crate) const fn file(&self) -> usize {
        self.file
    }

    /// Returns the text at a place.
    pub fn slice(&self, span: Span) -> &str {
        let file = self.containing(span);
        file.text.get(span.range()).unwrap_or_default()
    }

    /// Returns the file that a place is in: the catalog itself, one of its translations, or a file that it extends.
    pub fn containing(&self, span: Span) -> &Self {
        let Some(index) = span.file.checked_sub(1) else {
            return self;
        };
        if let Some(translation) = self.translations.get(index) {
            return translation.source.as_ref().unwrap_or(self);
        }
        match self.extended.get(index - self.translations.len()) {
            Some(file) => &file.source,
            None => self,
        }
    }

    /// Returns the translations that were added.
    pub fn translations(&self) -> &[TranslationFile] {
        &self.translations
    }

    /// Adds a translation, or the reason why its file cannot be read; replaces one into the same language.
    #[must_use]
    pub fn with_translation(mut self, language: &str, source: Result<Self, String>) -> Self {
        for known in &mut self.translations {
            if known.language == language {
                known.source = source;
                return self.numbered();
            }
        }
        self.translations.push(TranslationFile {
            language: language.to_owned(),
            source,
        });
        self.numbered()
    }

    /// Returns the files that it extends, directly or through others.
    pub fn extended(&self) -> &[ExtendedFile] {
        &self.extended
    }

    /// Replaces the files that it extends, and what the paths in it lead to.
    pub(crate) fn extending(self, links: Vec<Link>, extended: Vec<ExtendedFile>) -> Self {
        let source = Self {
            extended,
            links,
            ..self
        };
        source.numbered()
    }

    pub(crate) fn links(&self) -> &[Link] {
        &self.links
    }

    /// Numbers the files: first the translations, then those that the catalog extends.
    fn numbered(mut self) -> Self {
        let mut file = 0;
        for translation in &mut self.translations {
            file += 1;
            if let Ok(source) = &mut translation.source {
                source.file = file;
            }
        }
        for extended in &mut self.extended {
            file += 1;
            extended.source.file = file;
        }
        self
    }

    /// Returns the line and column of an offset.
    pub fn position(&self, offset: usize) -> Position {
        let line = self.lines.partition_point(|start| *start <= offset).max(1);
        let start = self.line_start(line);
        let before = self.text.get(start..offset).unwrap_or_default();
        Position {
            line,
            column: before.chars().count() + 1,
        }
    }

    /// Adds the names of files beside a catalog that look like translations and are not listed.
    #[must_use]
    pub fn with_unlisted(mut self, names: impl IntoIterator<Item = String>) -> Self {
        for name in names {
            self.unlisted.push(name);
        }
        self
    }

    pub(crate) fn unlisted(&self) -> &[String] {
        &self.unlisted
    }

    const fn place(&self, start: usize, end: usize) -> Span {
        Span {
            start,
            end,
            file: self.file,
        }
    }

    pub(crate) fn line_start(&self, line: usize) -> usize {
        self.lines.get(line - 1).copied().unwrap_or(self.text.len())
    }

    /// Returns the text of a line, counted from 1, without its line end.
    pub(crate) fn line(&self, line: usize) -> &str {
        let end = self.lines.get(line).copied().unwrap_or(self.text.len());
        let text = self
            .text
            .get(self.line_start(line)..end)
            .unwrap_or_default();
        text.trim_end_matches(['\n', '\r'])
    }

    /// Whether the content is text of a valid size; reports it if not.
    pub(crate) fn is_readable(&self, report: &mut Report) -> bool {
        if self.too_large {
            report
                .add(
                    Rule::Limit,
                    self.place(0, 0),
                    "the file is larger than 32 MiB",
                )
                .help("split the catalog");
        }
        if self.is_utf16 {
            report
                .add(
                    Rule::Encoding,
                    self.place(0, 1),
                    "the file is UTF-16, not UTF-8",
                )
                .help("save the file as UTF-8");
            return false;
        }
        if let Some(Span { start, end, .. }) = self.invalid {
            let span = self.place(start, end);
            report
                .add(Rule::Encoding, span, "the file is not valid UTF-8")
                .help("save the file as UTF-8");
        }
        !self.too_large && self.invalid.is_none()
    }
}

/// A file that translates a catalog.
#[derive(Debug, Clone)]
pub struct TranslationFile {
    /// The language, as the catalog lists it.
    pub language: String,
    /// The file, or why it cannot be read.
    pub source: Result<Source, String>,
}

/// A file that a catalog extends.
#[derive(Debug, Clone)]
pub struct ExtendedFile {
    /// The path: that of the catalog's folder, and what leads to the file from there.
    pub path: PathBuf,
    /// The file.
    pub source: Source,
}

/// A path in `extends`, and what it leads to.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    pub(crate) path: String,
    /// The index of the file, `None` for the catalog itself; or why it cannot be read.
    pub(crate) file: Result<Option<usize>, String>,
}

/// Decodes a file in UTF-16, which begins with a byte order mark, or with a byte and a zero.
fn utf16(content: &[u8]) -> Option<String> {
    let unit: fn([u8; 2]) -> u16 = match content {
        [0xFF, 0xFE, ..] | [1..=0xFF, 0, ..] => u16::from_le_bytes,
        [0xFE, 0xFF, ..] | [0, 1..=0xFF, ..] => u16::from_be_bytes,
        _ => return None,
    };
    let mut units = Vec::new();
    for pair in content.chunks_exact(2) {
        if let [first, second] = *pair {
            units.push(unit([first, second]));
        }
    }
    let text = String::from_utf16_lossy(&units);
    Some(text.trim_start_matches('\u{FEFF}').to_owned())
}

/// A line and a column, both counted from 1. Columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// A value and its place.
#[derive(Debug, Clone)]
pub(crate) struct Spanned<T> {
    pub(crate) value: T,
    pub(crate) span: Span,
}

impl<T> Spanned<T> {
    pub(crate) const fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

#[cfg(test)]
mod tests {
    use super::{Position, Source};

    fn position(text: &str, offset: usize) -> (usize, usize) {
        let Position { line, column } = Source::new("x", text).position(offset);
        (line, column)
    }

    #[test]
    fn lines_and_columns_count_from_one_and_columns_count_characters() {
        assert_eq!(position("", 0), (1, 1));
        assert_eq!(position("aé\nb", 3), (1, 3));
        assert_eq!(position("aé\nb", 4), (2, 1));
        assert_eq!(position("a\n", 2), (2, 1));
    }

    #[test]
    fn a_byte_order_mark_is_not_part_of_the_text() {
        assert_eq!(Source::new("x", b"\xEF\xBB\xBF{}".to_vec()).text(), "{}");
    }

    #[test]
    fn utf_16_is_reported_as_such_and_shown_as_text() {
        let text = "{ \"name\": \"é😀\", \"errors\": [] }";
        let little = text.encode_utf16().flat_map(u16::to_le_bytes);
        let big = text.encode_utf16().flat_map(u16::to_be_bytes);
        let with_mark = [0xFF, 0xFE].into_iter().chain(little.clone());
        for content in [
            little.collect::<Vec<u8>>(),
            big.collect(),
            with_mark.collect(),
        ] {
            let source = Source::new("x", content);
            assert_eq!(source.text(), text);
            let failure = crate::compile(&source).unwrap_err();
            let [diagnostic] = failure.diagnostics() else {
                panic!("{failure:?}");
            };
            assert_eq!(diagnostic.rule, crate::Rule::Encoding);
            assert_eq!(diagnostic.message, "the file is UTF-16, not UTF-8");
        }
        let odd = Source::new("x", b"\xFE\xFF\x00".to_vec());
        assert!(crate::compile(&odd).is_err());
    }
}
