//! Where subcommands write.

use crate::failure::Failure;
use crate::text::{inert, inert_but_styles};
use anstream::AutoStream;
use anstyle::{AnsiColor, Style};
use std::fmt::{self, Write as _};
use std::io::{self, BufWriter, ErrorKind, Stdout, Write};

pub(crate) const BOLD: Style = Style::new().bold();
pub(crate) const DIM: Style = Style::new().dimmed();
pub(crate) const RED: Style = AnsiColor::Red.on_default().bold();
pub(crate) const YELLOW: Style = AnsiColor::Yellow.on_default().bold();
pub(crate) const GREEN: Style = AnsiColor::Green.on_default();
pub(crate) const CYAN: Style = AnsiColor::Cyan.on_default().bold();

/// Buffered standard output; has colors if the terminal supports them, or as `--color` selects.
///
/// Each line is made [inert](inert_but_styles), so that no text from outside acts on the terminal or on the CI runner
/// that shows it.
///
/// A subcommand writes to it with `write!(output, …)?`. If the reader closes the pipe, as `head` does, nothing fails: the
/// rest of the output is dropped, and the subcommand ends normally.
pub(crate) struct Output {
    stream: BufWriter<IgnoreClosed<AutoStream<Stdout>>>,
    /// The beginning of an unfinished line.
    line: Vec<u8>,
    /// Makes a line inert.
    filter: fn(&str) -> String,
}

impl Output {
    pub(crate) fn new() -> Self {
        Self {
            stream: BufWriter::new(IgnoreClosed {
                inner: AutoStream::auto(io::stdout()),
                is_closed: false,
            }),
            line: Vec::new(),
            filter: inert_but_styles,
        }
    }

    /// Writes a value as pretty-printed JSON; escapes everything that a terminal or a CI runner could interpret as a
    /// command.
    pub(crate) fn json(&mut self, value: &impl serde::Serialize) -> Result<(), Failure> {
        self.line_so_far()?;
        self.filter = escaped;
        let written = serde_json::to_writer_pretty(&mut *self, value).map_err(io::Error::from);
        let written = written.and_then(|()| writeln!(self));
        self.filter = inert_but_styles;
        Ok(written?)
    }

    /// Writes bytes unchanged, and fast: the stream would look for colors in them.
    pub(crate) fn verbatim(&mut self, text: &[u8]) -> Result<(), Failure> {
        self.line_so_far()?;
        self.stream.flush()?;
        let stream = self.stream.get_mut();
        if !stream.is_closed {
            let written = io::stdout().write_all(text);
            stream.ignore_closed(written, ())?;
        }
        Ok(())
    }

    fn line_so_far(&mut self) -> io::Result<()> {
        let line = std::mem::take(&mut self.line);
        let text = (self.filter)(&String::from_utf8_lossy(&line));
        self.stream.write_all(text.as_bytes())
    }

    /// Writes a note to standard error.
    pub(crate) fn note(&mut self, note: impl fmt::Display) {
        self.diagnostic("note", CYAN, &note);
    }

    /// Writes an error to standard error.
    pub(crate) fn error(&mut self, error: impl fmt::Display) {
        self.diagnostic("error", RED, &error);
    }

    fn diagnostic(&mut self, kind: &str, style: Style, text: &dyn fmt::Display) {
        self.write_stderr(&format!("{style}{kind}{style:#}: {text}\n"));
    }

    /// Writes to standard error.
    pub(crate) fn write_stderr(&mut self, text: &str) {
        // Earlier output comes first. If standard error cannot be written, nobody can be informed.
        let _ = self.flush();
        let _ = anstream::stderr().write_all(inert_but_styles(text).as_bytes());
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let end = bytes.iter().rposition(|byte| *byte == b'\n');
        let (whole, begun) = bytes.split_at(end.map_or(0, |end| end + 1));
        self.line.extend_from_slice(whole);
        if !whole.is_empty() {
            self.line_so_far()?;
        }
        self.line.extend_from_slice(begun);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.line_so_far()?;
        self.stream.flush()
    }
}

/// Escapes everything in JSON that is not [`inert`]. Such characters are all in strings, except line ends and tabs.
fn escaped(json: &str) -> String {
    let inert = inert(json);
    if inert == json {
        return inert;
    }
    let mut escaped = String::with_capacity(json.len() + 64);
    for (character, shown) in json.chars().zip(inert.chars()) {
        if character == shown || character < ' ' {
            escaped.push(character);
        } else {
            for unit in character.encode_utf16(&mut [0; 2]) {
                // Writing to a `String` cannot fail.
                let _ = write!(escaped, "\\u{unit:04x}");
            }
        }
    }
    escaped
}

/// A writer that drops the output when its reader closes the pipe.
struct IgnoreClosed<W> {
    inner: W,
    is_closed: bool,
}

impl<W: Write> IgnoreClosed<W> {
    fn ignore_closed<T>(&mut self, result: io::Result<T>, dropped: T) -> io::Result<T> {
        match result {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.is_closed = true;
                Ok(dropped)
            }
            other => other,
        }
    }
}

impl<W: Write> Write for IgnoreClosed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.is_closed {
            return Ok(bytes.len());
        }
        let written = self.inner.write(bytes);
        self.ignore_closed(written, bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let flushed = self.inner.flush();
        self.ignore_closed(flushed, ())
    }
}

#[cfg(test)]
mod tests {
    use super::{escaped, IgnoreClosed};
    use std::io::{self, ErrorKind, Write};

    struct Broken(ErrorKind);

    impl Write for Broken {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Err(self.0.into())
        }
    }

    fn stream(kind: ErrorKind) -> IgnoreClosed<Broken> {
        IgnoreClosed {
            inner: Broken(kind),
            is_closed: false,
        }
    }

    #[test]
    fn a_closed_pipe_is_not_a_failure() {
        let mut stream = stream(ErrorKind::BrokenPipe);
        assert_eq!(stream.write(b"abc").unwrap(), 3);
        assert!(stream.is_closed);
        stream.flush().unwrap();
    }

    #[test]
    fn json_escapes_active_characters() {
        assert_eq!(
            escaped("{\"\u{9b}2J\u{202e}é\"}"),
            "{\"\\u009b2J\\u202eé\"}"
        );
        assert_eq!(escaped("\"\u{e0001}\""), "\"\\udb40\\udc01\"");
    }

    #[test]
    fn json_escapes_commands_of_ci_runners() {
        let text = "  \"a ##[error]b\": \"##vso[c]\",\r\n\t1";
        let shown = "  \"a #\\u0023[error]b\": \"#\\u0023vso[c]\",\r\n\t1";
        assert_eq!(escaped(text), shown);
    }

    #[test]
    fn a_full_disk_is_a_failure() {
        assert!(stream(ErrorKind::StorageFull).write(b"abc").is_err());
    }
}
