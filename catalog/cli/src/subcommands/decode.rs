//! `decode`: reads an API's response.

use crate::catalogs::Loaded;
use crate::choice::CatalogArguments;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::file;
use crate::output::Output;
use crate::reading::{self, Rank, Reader, Shown};
use crate::transcript::Transcript;
use clap::{Args, ValueEnum};
use error_catalog::Response;
use error_catalog_model::read_bounded;
use std::io;
use std::path::{Path, PathBuf};

/// Reads an API's response and shows the typed error, its fields, the errors within it, and its documentation.
///
/// The response is the output of `curl -i` or `curl -v`, with the status line and the headers before the body, or only
/// the body if you pass `--status`.
///
/// By default, it tries all catalogs of the workspace or, if there are none, the bundled catalogs. It uses the catalog
/// that fits the response best, and names others that fit equally well.
///
/// Exits with 0 if the error, or each error of a batch, is known with its fields, or if the catalog describes the response
/// as a success, and with 1 otherwise; either way, it shows what is known. Values that a catalog marks as sensitive are redacted.
#[derive(Debug, Args)]
pub(crate) struct Decode {
    /// The file with the response or its body; by default, or with `-`, standard input.
    file: Option<PathBuf>,
    #[command(flatten)]
    catalogs: CatalogArguments,
    /// The HTTP status of the response; replaces the one in the status line.
    #[arg(long, value_parser = clap::value_parser!(u16).range(100..=999))]
    status: Option<u16>,
    /// A header of the response, such as `Retry-After: 30`; replaces headers with the same name; can be repeated.
    #[arg(short = 'H', long, value_name = "HEADER", value_parser = header)]
    header: Vec<(String, String)>,
    /// The output format.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Format {
    /// Text for people.
    #[default]
    Human,
    /// An object, without keys that do not apply.
    Json,
}

/// The maximum size of a response, in bytes.
const LARGEST: u64 = 64 << 20;

impl Decode {
    pub(crate) fn run(&self, output: &mut Output) -> Result<Exit, Failure> {
        let input = self.input()?;
        let read = Transcript::read(&input);
        // The magic number of gzip, which is not valid UTF-8.
        if read.body.starts_with(&[0x1f, 0x8b]) {
            return Err(Failure::new("the body is compressed").help("pass `--compressed` to curl"));
        }
        let status = self.status(&read)?;
        let headers = self.headers(&read);
        let response = Response::new(status, &read.body).with_headers(&headers);
        let loaded = self.catalogs.load(output)?;
        let ranked: Vec<(Reader<'_>, Rank)> = loaded
            .iter()
            .filter_map(Loaded::catalog)
            .map(Reader::new)
            .map(|reader| {
                let rank = reader.rank(response);
                (reader, rank)
            })
            .collect();
        // The first of those that fit equally well.
        let Some((best, rank)) = ranked.iter().rev().max_by_key(|(_, rank)| *rank) else {
            return Err(Failure::new("no catalog to read the response with"));
        };
        let names = ranked
            .iter()
            .filter(|(_, other)| other.is_like(*rank))
            .map(|(other, _)| &*other.catalog.name);
        let others = names.filter(|name| *name != best.catalog.name).collect();
        let shown = if reading::has_sensitive_params(best.catalog) {
            Shown::Documented
        } else if rank.is_documented() {
            Shown::All
        } else {
            // A response that the best catalog does not know may belong to another one.
            let mut catalogs = loaded.iter().filter_map(Loaded::catalog);
            if catalogs.any(reading::has_sensitive_params) {
                Shown::NoText
            } else {
                Shown::All
            }
        };
        best.read(response, shown, |reading| -> Result<(), Failure> {
            let reading = reading.with_others(others);
            let reading = if rank.is_foreign() && ranked.len() > 1 {
                reading.of_no_catalog()
            } else {
                reading
            };
            match self.format {
                Format::Human => Ok(reading::print(&reading, output)?),
                Format::Json => output.json(&reading),
            }
        })?;
        Ok(Exit::of_findings(!rank.is_known()))
    }

    /// Returns the status that the user passes, or that of the status line.
    fn status(&self, read: &Transcript<'_>) -> Result<u16, Failure> {
        self.status.or(read.status).ok_or_else(|| {
            Failure::new("the status of the response is missing")
                .help("pass `--status`, such as `--status 402`, or the output of `curl -i`")
        })
    }

    /// Returns the headers of the response, replaced by those that the user passes.
    fn headers(&self, read: &Transcript<'_>) -> Vec<(String, String)> {
        let is_given = |name: &str| {
            let mut given = self.header.iter();
            given.any(|(given, _)| given.eq_ignore_ascii_case(name))
        };
        let headers = read.headers.iter().filter(|(name, _)| !is_given(name));
        headers.chain(&self.header).cloned().collect()
    }

    fn input(&self) -> Result<Vec<u8>, Failure> {
        let path = self.file.as_deref().unwrap_or(Path::new("-"));
        let body = if path == Path::new("-") {
            read_bounded(io::stdin().lock(), LARGEST)
                .map_err(|error| Failure::file("read", path, &error))?
        } else {
            file::read(path, LARGEST)?
        };
        if body.len() as u64 > LARGEST {
            let message = format!("`{}` is larger than 64 MiB", path.display());
            return Err(Failure::new(message).help("pass the response of a single request"));
        }
        Ok(body)
    }
}

/// Parses a header of a response.
fn header(line: &str) -> Result<(String, String), String> {
    match line.split_once(':') {
        Some((name, value)) if !name.trim().is_empty() => {
            Ok((name.trim().to_owned(), value.trim().to_owned()))
        }
        _ => Err("expected a name and a value, such as `Retry-After: 30`".to_owned()),
    }
}
