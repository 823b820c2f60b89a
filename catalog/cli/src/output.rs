//! Where subcommands write.

use crate::failure::Failure;
use anstream::AutoStream;
use anstyle::{AnsiColor, Style};
use std::borrow::Cow;
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
/// A subcommand writes to it with `write!(output, …)?`. Where the reader goes away, as `head` does, nothing fails: what comes
/// after is dropped, and the subcommand ends as it would have.
pub(crate) struct Output {
    stream: BufWriter<Patient<AutoStream<Stdout>>>,
}

impl Output {
    pub(crate) fn new() -> Self {
        Self {
            stream: BufWriter::new(Patient {
                inner: AutoStream::auto(io::stdout()),
                is_closed: false,
            }),
        }
    }

    /// Whether the reader has gone, so that a subcommand that reads an endless stream may stop.
    #[allow(dead_code)]
    pub(crate) fn is_closed(&self) -> bool {
        self.stream.get_ref().is_closed
    }

    /// Writes a value as JSON over several lines, with everything escaped that a terminal could take for a command.
    pub(crate) fn json(&mut self, value: &impl serde::Serialize) -> Result<(), Failure> {
        let text = serde_json::to_string_pretty(value).map_err(io::Error::from)?;
        Ok(writeln!(self, "{}", escaped(&text))?)
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
        // What has been written stands before it; and where standard error is gone, there is nobody to tell.
        let _ = self.stream.flush();
        let _ = writeln!(anstream::stderr(), "{style}{kind}{style:#}: {text}");
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.stream.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}

/// JSON without control characters beyond ASCII and such that turn the direction of text. All of them stand in strings,
/// where each can be written in four digits.
fn escaped(json: &str) -> Cow<'_, str> {
    let is_active = |character: char| matches!(character, '\u{7f}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if !json.contains(is_active) {
        return Cow::Borrowed(json);
    }
    let mut escaped = String::with_capacity(json.len() + 64);
    for character in json.chars() {
        if is_active(character) {
            // Writing to a `String` cannot fail.
            let _ = write!(escaped, "\\u{:04x}", u32::from(character));
        } else {
            escaped.push(character);
        }
    }
    Cow::Owned(escaped)
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
    }

    #[test]
    fn a_full_disk_is_one() {
        assert!(patient(ErrorKind::StorageFull).write(b"abc").is_err());
    }
}
