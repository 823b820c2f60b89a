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

/// Standard output, buffered; colours are left out where nobody sees them, or as `--color` says.
///
/// What is written to it is made [inert](inert_but_styles), line by line, so that no text from outside acts on the
/// terminal or on the CI runner that shows it.
///
/// A subcommand writes to it with `write!(output, …)?`. Where the reader goes away, as `head` does, nothing fails: what comes
/// after is dropped, and the subcommand ends as it would have.
pub(crate) struct Output {
    stream: BufWriter<Patient<AutoStream<Stdout>>>,
    /// The beginning of a line that goes on.
    line: Vec<u8>,
    /// What makes a line inert.
    treatment: fn(&str) -> String,
}

impl Output {
    pub(crate) fn new() -> Self {
        Self {
            stream: BufWriter::new(Patient {
                inner: AutoStream::auto(io::stdout()),
                is_closed: false,
            }),
            line: Vec::new(),
            treatment: inert_but_styles,
        }
    }

    /// Whether the reader has gone, so that a subcommand that reads an endless stream may stop.
    #[allow(dead_code)]
    pub(crate) fn is_closed(&self) -> bool {
        self.stream.get_ref().is_closed
    }

    /// Writes a value as JSON over several lines, with everything escaped that a terminal or a CI runner could take for
    /// a command.
    pub(crate) fn json(&mut self, value: &impl serde::Serialize) -> Result<(), Failure> {
        self.line_so_far()?;
        self.treatment = escaped;
        let written = serde_json::to_writer_pretty(&mut *self, value).map_err(io::Error::from);
        let written = written.and_then(|()| writeln!(self));
        self.treatment = inert_but_styles;
        Ok(written?)
    }

    /// Writes a text as it is, with all that it does.
    pub(crate) fn verbatim(&mut self, text: &[u8]) -> Result<(), Failure> {
        self.line_so_far()?;
        Ok(self.stream.write_all(text)?)
    }

    fn line_so_far(&mut self) -> io::Result<()> {
        let line = std::mem::take(&mut self.line);
        let text = (self.treatment)(&String::from_utf8_lossy(&line));
        self.stream.write_all(text.as_bytes())
    }

    /// Tells people, on standard error, what is no part of the output.
    pub(crate) fn note(&mut self, note: impl fmt::Display) {
        self.aside("note", CYAN, &note);
    }

    /// Tells people, on standard error, why the subcommand could not do its work.
    pub(crate) fn error(&mut self, error: impl fmt::Display) {
        self.aside("error", RED, &error);
    }

    fn aside(&mut self, kind: &str, style: Style, text: &dyn fmt::Display) {
        self.beside(&format!("{style}{kind}{style:#}: {text}\n"));
    }

    /// Writes to standard error.
    pub(crate) fn beside(&mut self, text: &str) {
        // What has been written stands before it; and where standard error is gone, there is nobody to tell.
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

/// JSON with everything escaped that is not [`inert`]. All of it is in strings; line ends and tabs may be beside them.
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

/// Bears it when its reader goes away.
struct Patient<W> {
    inner: W,
    is_closed: bool,
}

impl<W: Write> Patient<W> {
    fn bear<T>(&mut self, result: io::Result<T>, dropped: T) -> io::Result<T> {
        match result {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.is_closed = true;
                Ok(dropped)
            }
            other => other,
        }
    }
}

impl<W: Write> Write for Patient<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.is_closed {
            return Ok(bytes.len());
        }
        let written = self.inner.write(bytes);
        self.bear(written, bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let flushed = self.inner.flush();
        self.bear(flushed, ())
    }
}

#[cfg(test)]
mod tests {
    use super::{escaped, Patient};
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

    fn patient(kind: ErrorKind) -> Patient<Broken> {
        Patient {
            inner: Broken(kind),
            is_closed: false,
        }
    }

    #[test]
    fn a_reader_that_has_gone_is_no_failure() {
        let mut stream = patient(ErrorKind::BrokenPipe);
        assert_eq!(stream.write(b"abc").unwrap(), 3);
        assert!(stream.is_closed);
        stream.flush().unwrap();
    }

    #[test]
    fn json_has_no_active_characters() {
        assert_eq!(
            escaped("{\"\u{9b}2J\u{202e}é\"}"),
            "{\"\\u009b2J\\u202eé\"}"
        );
        assert_eq!(escaped("\"\u{e0001}\""), "\"\\udb40\\udc01\"");
    }

    #[test]
    fn json_has_no_commands_of_runners() {
        let text = "  \"a ##[error]b\": \"##vso[c]\",\r\n\t1";
        let shown = "  \"a #\\u0023[error]b\": \"#\\u0023vso[c]\",\r\n\t1";
        assert_eq!(escaped(text), shown);
    }

    #[test]
    fn a_full_disk_is_one() {
        assert!(patient(ErrorKind::StorageFull).write(b"abc").is_err());
    }
}
