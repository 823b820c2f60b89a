//! The line endings and the byte order mark of a file, which Git and editors change without changing its content.

/// The line endings and the byte order mark of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Endings {
    /// Whether the file begins with a byte order mark.
    has_mark: bool,
    /// Whether the first line ends with a carriage return.
    has_returns: bool,
}

impl Endings {
    /// Detects the endings of a file.
    pub(crate) fn of(text: &str) -> Self {
        let first = text.split_once('\n').map_or("", |(first, _)| first);
        Self {
            has_mark: text.starts_with('\u{feff}'),
            has_returns: first.ends_with('\r'),
        }
    }

    /// Applies the endings to text with plain line feeds.
    pub(crate) fn apply(self, text: &str) -> String {
        let mark = if self.has_mark { "\u{feff}" } else { "" };
        let text = if self.has_returns {
            text.replace('\n', "\r\n")
        } else {
            text.to_owned()
        };
        format!("{mark}{text}")
    }
}

/// Returns the text with plain line feeds and without a byte order mark.
pub(crate) fn plain(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.replace("\r\n", "\n")
}

#[cfg(test)]
mod tests {
    use super::{plain, Endings};

    #[test]
    fn a_file_keeps_its_line_endings_and_its_byte_order_mark() {
        for text in [
            "a\nb\n",
            "a\r\nb\r\n",
            "\u{feff}a\r\nb",
            "\u{feff}a",
            "",
            "\n",
        ] {
            assert_eq!(Endings::of(text).apply(&plain(text)), text);
        }
        assert_eq!(plain("\u{feff}a\r\nb\nc\rd"), "a\nb\nc\rd");
    }
}
