//! Reads responses one by one, in batches.

use super::batches::{Batches, Sink};
use super::record::{Raw, LARGEST};
use super::{har, Syntax};
use crate::derives::shown;
use crate::failure::Failure;
use crate::subcommands::import::draft::Place;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How much of a file is looked at to find its syntax.
const BEGIN: usize = 64 << 10;

/// Reads all files in order.
///
/// # Errors
///
/// A file cannot be read.
pub(super) fn read(
    files: &[PathBuf],
    syntax: Option<Syntax>,
    sink: &mut Sink<'_>,
    read: &dyn Fn(u64),
) -> Result<(), Failure> {
    let mut batches = Batches::new(sink);
    for path in files {
        if !batches.is_wanted {
            break;
        }
        let name: Arc<str> = if path == Path::new("-") {
            "<stdin>".into()
        } else {
            shown(path).display().to_string().into()
        };
        let fail = |error: io::Error| Failure::file("read", shown(path), &error);
        if path == Path::new("-") {
            let input = BufReader::with_capacity(1 << 16, Counted::new(io::stdin().lock(), read));
            one(input, &name, syntax.or(Some(Syntax::Ndjson)), &mut batches).map_err(fail)?;
        } else {
            let is_file = std::fs::metadata(path).map_err(fail)?.is_file();
            let is_open = path.starts_with("/dev/fd") || path.starts_with("/proc/self/fd");
            if !is_file && !is_open {
                return Err(Failure::new(format!(
                    "cannot read `{name}`: it is not a regular file"
                ))
                .help("pass files, such as `recorded/*.json`"));
            }
            let input = BufReader::with_capacity(
                BEGIN,
                Counted::new(File::open(path).map_err(fail)?, read),
            );
            one(input, &name, syntax, &mut batches).map_err(fail)?;
        }
    }
    batches.flush();
    Ok(())
}

fn one(
    mut input: impl BufRead,
    name: &Arc<str>,
    syntax: Option<Syntax>,
    batches: &mut Batches<'_, '_>,
) -> io::Result<()> {
    let syntax = match syntax {
        Some(syntax) => syntax,
        None => recognised(name, input.fill_buf()?),
    };
    match syntax {
        Syntax::Ndjson => lines(input, name, batches),
        Syntax::Har => har::read(input, name, batches),
        Syntax::Body => {
            let mut bytes = Vec::new();
            input.take(LARGEST as u64 + 1).read_to_end(&mut bytes)?;
            batches.push(Raw::whole(bytes, Place::new(name, 0)));
            Ok(())
        }
    }
}

/// Returns the syntax that the name and the begin of a file show.
fn recognised(name: &str, begin: &[u8]) -> Syntax {
    let name = name.to_ascii_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    if ends(&[".har"]) {
        return Syntax::Har;
    }
    if ends(&[".ndjson", ".jsonl"]) {
        return Syntax::Ndjson;
    }
    let begin = String::from_utf8_lossy(begin);
    let compact: String = begin
        .chars()
        .filter(|it| !it.is_whitespace())
        .take(8)
        .collect();
    if compact == "{\"log\":{" {
        return Syntax::Har;
    }
    // Two whole values on two lines.
    let mut lines = begin.lines().filter(|line| !line.trim().is_empty());
    let is_whole = |line: &str| {
        serde_json::from_str::<serde::de::IgnoredAny>(line).is_ok() && line.trim().starts_with('{')
    };
    match (lines.next(), lines.next()) {
        (Some(first), Some(second)) if is_whole(first) && second.trim_start().starts_with('{') => {
            Syntax::Ndjson
        }
        _ => Syntax::Body,
    }
}

fn lines(
    mut input: impl BufRead,
    name: &Arc<str>,
    batches: &mut Batches<'_, '_>,
) -> io::Result<()> {
    let mut number = 0_u32;
    loop {
        let mut line = Vec::new();
        number = number.saturating_add(1);
        let read = input
            .by_ref()
            .take(LARGEST as u64)
            .read_until(b'\n', &mut line)?;
        if read == 0 {
            return Ok(());
        }
        let is_cut = read == LARGEST && line.last() != Some(&b'\n');
        if is_cut {
            skip_line(&mut input)?;
            line.clear();
        }
        if is_cut || !line.trim_ascii().is_empty() {
            let raw = Raw::line(line, is_cut, Place::new(name, number));
            if !batches.push(raw) {
                return Ok(());
            }
        }
    }
}

fn skip_line(input: &mut impl BufRead) -> io::Result<()> {
    loop {
        let available = input.fill_buf()?;
        let end = available.iter().position(|byte| *byte == b'\n');
        let (used, is_end) = match end {
            Some(end) => (end + 1, true),
            None => (available.len(), available.is_empty()),
        };
        input.consume(used);
        if is_end {
            return Ok(());
        }
    }
}

/// Counts the bytes that are read.
struct Counted<'r, R> {
    inner: R,
    read: &'r dyn Fn(u64),
}

impl<'r, R> Counted<'r, R> {
    fn new(inner: R, read: &'r dyn Fn(u64)) -> Self {
        Self { inner, read }
    }
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        (self.read)(read as u64);
        Ok(read)
    }
}
