//! How a file ends its lines, which Git and editors change, and which changes nothing of what it says.

/// What a file has around its lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Endings {
    /// Whether it begins with a byte order mark.
    has_mark: bool,
    /// Whether its first line ends with a carriage return.
    has_returns: bool,
}

impl Endings {
    /// Those of a file.
    pub(crate) fn of(text: &str) -> Self {
        let first = text.split_once('\n').map_or("", |(first, _)| first);
        Self {
            has_mark: text.starts_with('\u{feff}'),
            has_returns: first.ends_with('\r'),
        }
    }

    /// A text of plain lines, with these endings.
    pub(crate) fn put(self, text: &str) -> String {
        let mark = if self.has_mark { "\u{feff}" } else { "" };
        let text = if self.has_returns {
            text.replace('\n', "\r\n")
        } else {
            text.to_owned()
        };
        format!("{mark}{text}")
    }
}

/// The text in plain lines.
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
            assert_eq!(Endings::of(text).put(&plain(text)), text);
        }
        assert_eq!(plain("\u{feff}a\r\nb\nc\rd"), "a\nb\nc\rd");
    }
}
