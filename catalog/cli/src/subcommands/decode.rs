//! `decode`: what an API's response says.

use crate::catalogs::{self, Loaded};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Output;
use crate::reading::{self, Rank, Reader};
use crate::workspace::WorkspaceArguments;
use clap::{Args, ValueEnum};
use error_catalog::Response;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Reads an API's response: the typed error with its fields, what is within it, and what the catalog tells about it.
///
/// Without `--catalog`, all catalogs of the workspace and the bundled ones are tried, and the one that knows the response
/// best is taken; others that know as much are named.
///
/// Exits with 0 if the error, or each error of a batch, is known with its fields, and with 1 otherwise; what is known
/// of the response is shown all the same. Values that a catalog calls sensitive are hidden.
#[derive(Debug, Args)]
pub(crate) struct Decode {
    /// The body of the response; without it, or with `-`, it is read from standard input.
    file: Option<PathBuf>,
    /// The catalog of the API: its name, or the path of its file; may be given again.
    #[arg(long, value_name = "NAME")]
    catalog: Vec<String>,
    /// The HTTP status of the response.
    #[arg(long)]
    status: u16,
    /// A header of the response, such as `Retry-After: 30`; may be given again.
    #[arg(short = 'H', long, value_name = "HEADER", value_parser = header)]
    header: Vec<(String, String)>,
    /// How to print it.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    workspace: WorkspaceArguments,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Format {
    /// Prose.
    #[default]
    Human,
    /// An object; its keys are those that say anything.
    Json,
}

/// How large a body may be.
const LARGEST: u64 = 64 << 20;

impl Decode {
    pub(crate) fn run(&self, output: &mut Output) -> Result<Exit, Failure> {
        let body = self.body()?;
        let response = Response::new(self.status, &body).with_headers(&self.header);
        let loaded = catalogs::chosen(&self.catalog, &self.workspace, output)?;
        let ranked: Vec<(Reader<'_>, Rank)> = loaded
            .iter()
            .filter_map(Loaded::catalog)
            .map(Reader::new)
            .map(|reader| {
                let rank = reader.rank(response);
                (reader, rank)
            })
            .collect();
        // Of several that are as good, the first.
        let Some((best, rank)) = ranked.iter().rev().max_by_key(|(_, rank)| *rank) else {
            return Err(Failure::new("there is no catalog to read it with"));
        };
        let names = ranked
            .iter()
            .filter(|(_, other)| other.is_like(*rank))
            .map(|(other, _)| &*other.catalog.name);
        let others = names.filter(|name| *name != best.catalog.name).collect();
        let reading = best.read(response).with_others(others);
        let reading = if rank.is_foreign() && ranked.len() > 1 {
            reading.of_no_catalog()
        } else {
            reading
        };
        match self.format {
            Format::Human => reading::print(&reading, output)?,
            Format::Json => output.json(&reading)?,
        }
        Ok(Exit::of_findings(!rank.is_known()))
    }

    fn body(&self) -> Result<Vec<u8>, Failure> {
        let path = self.file.as_deref().unwrap_or(Path::new("-"));
        let read = if path == Path::new("-") {
            bounded(io::stdin().lock())
        } else {
            File::open(path).and_then(bounded)
        };
        let body = read.map_err(|error| Failure::file("read", path, &error))?;
        if body.len() as u64 > LARGEST {
            let message = format!("`{}` is larger than 64 MiB", path.display());
            return Err(Failure::new(message).help("a response of an API is smaller"));
        }
        Ok(body)
    }
}

/// All of it, or one byte more than a body may have.
fn bounded(reader: impl Read) -> io::Result<Vec<u8>> {
    let mut body = Vec::new();
    reader.take(LARGEST + 1).read_to_end(&mut body)?;
    Ok(body)
}

/// A header as it stands in a response.
fn header(line: &str) -> Result<(String, String), String> {
    match line.split_once(':') {
        Some((name, value)) if !name.trim().is_empty() => {
            Ok((name.trim().to_owned(), value.trim().to_owned()))
        }
        _ => Err("write its name and its value, such as `Retry-After: 30`".to_owned()),
    }
}
