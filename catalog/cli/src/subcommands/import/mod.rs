//! `import`: writes a catalog from what documents an API's errors already.
//!
//! ```text
//! files ──sources──▶ Draft ──placeholders, build──▶ entries ──merge──▶ catalog ──valid──▶ text
//!                      each step adds to the Report: what was taken, guessed, and left out
//! ```

mod align;
mod build;
mod doc;
mod draft;
mod ids;
mod input;
mod lines;
mod lock;
mod matching;
mod merge;
mod placeholders;
mod report;
mod sensitive;
mod slot;
mod sources;
mod target;
#[cfg(test)]
mod tests;
mod three_way;
mod valid;
mod values;

use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Output;
use clap::{Args, Subcommand, ValueEnum};
use draft::Draft;
use placeholders::Style;
use report::Report;
use std::path::PathBuf;
use target::{Target, Written};

/// Writes a catalog from what documents the errors already, such as a table or an OpenAPI document.
///
/// The catalog has no errors and is formatted. The report says on standard error what was taken, what was guessed, with
/// its evidence, and what could not be carried over.
///
/// If the catalog of `--to` exists, the import merges: what you edited stays, what is new is added, and entries that the
/// source no longer has are deprecated. A file beside the catalog, such as `errors/payments.import.lock`, records what was
/// imported; check it in as well.
#[derive(Debug, Args)]
pub(crate) struct Import {
    #[command(subcommand)]
    from: From,
}

#[derive(Debug, Subcommand)]
enum From {
    Openapi(sources::Openapi),
    Table(sources::Table),
    Json(sources::Json),
    Proto(sources::Proto),
    Bodies(sources::Bodies),
    Rust(sources::Rust),
}

/// The arguments that all sources have.
#[derive(Debug, Args)]
struct Common {
    /// The files to import, or `-` for standard input.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The catalog to write, or to merge with; by default, the catalog is written to standard output.
    #[arg(long, value_name = "CATALOG")]
    to: Option<PathBuf>,
    /// The name of a new catalog; by default, that of its file.
    #[arg(long)]
    name: Option<String>,
    /// Write nothing; show what would change, and exit with 1 if anything would.
    #[arg(long, requires = "to")]
    check: bool,
    /// The format of the report. With `json`, it is an object on standard output.
    #[arg(long, value_enum, default_value_t, requires_if("json", "to"))]
    format: Format,
    /// How messages write placeholders, instead of what is recognised; can be repeated. With `none`, everything is text.
    ///
    /// With `braces`, `{{` is a brace. With `double-braces`, `{name}` is text. Without the flag, the more common one of
    /// the two is taken.
    #[arg(long, value_name = "STYLE")]
    placeholders: Vec<Placeholders>,
    /// The status of entries for which the source has none, if others have one; by default, 500.
    #[arg(long, value_name = "STATUS", value_parser = clap::value_parser!(u16).range(100..=599))]
    default_status: Option<u16>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Text for people.
    #[default]
    Human,
    /// An object.
    Json,
}

/// A style of placeholders, or none.
#[derive(Debug, Clone, Copy)]
struct Placeholders(Option<Style>);

impl ValueEnum for Placeholders {
    fn value_variants<'a>() -> &'a [Self] {
        const ALL: [Placeholders; 9] = [
            Placeholders(Some(Style::Braces)),
            Placeholders(Some(Style::DoubleBraces)),
            Placeholders(Some(Style::DollarBraces)),
            Placeholders(Some(Style::PercentBraces)),
            Placeholders(Some(Style::Angle)),
            Placeholders(Some(Style::Square)),
            Placeholders(Some(Style::Colon)),
            Placeholders(Some(Style::Printf)),
            Placeholders(None),
        ];
        &ALL
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        match self.0 {
            Some(style) => style.to_possible_value(),
            None => Some(clap::builder::PossibleValue::new("none").help("no placeholders")),
        }
    }
}

/// A kind of source.
trait Source {
    /// The name of the subcommand.
    const NAME: &'static str;
    /// Whether the source has all errors, so that one that it lacks is gone.
    const IS_COMPLETE: bool = true;

    fn common(&self) -> &Common;

    /// Reads the files.
    fn draft(&self, report: &mut Report) -> Result<Draft, Failure>;

    /// Rewrites files of the source onto the catalog, if that is asked for.
    fn rewrite(&self, _catalog: &str, _report: &mut Report) -> Result<Vec<Rewritten>, Failure> {
        Ok(Vec::new())
    }
}

/// A file of the source that is rewritten onto the catalog.
struct Rewritten {
    path: PathBuf,
    before: String,
    after: String,
}

impl Rewritten {
    fn show(&self, output: &mut Output) -> Result<(), Failure> {
        let name = crate::derives::shown(&self.path).display().to_string();
        Ok(crate::changes::print(
            &name,
            &self.before,
            &self.after,
            output,
        )?)
    }

    /// Writes the file, with the byte order mark that it had.
    fn write(&self) -> Result<(), Failure> {
        let had_mark = crate::file::read(&self.path, 3)?.starts_with("\u{feff}".as_bytes());
        let mark = if had_mark { "\u{feff}" } else { "" };
        crate::file::replace(&self.path, &format!("{mark}{}", self.after))
    }
}

impl Import {
    pub(crate) fn run(&self, output: &mut Output) -> Result<Exit, Failure> {
        match &self.from {
            From::Json(source) => run(source, output),
            From::Proto(source) => run(source, output),
            From::Bodies(source) => run(source, output),
            From::Rust(source) => run(source, output),
            From::Openapi(source) => run(source, output),
            From::Table(source) => run(source, output),
        }
    }
}

fn run<S: Source>(source: &S, output: &mut Output) -> Result<Exit, Failure> {
    let common = source.common();
    let target = Target::new(common)?;
    let mut report = Report::default();
    let written = match import(source, &target, &mut report) {
        Ok(written) => written,
        Err(failure) => {
            report.print_lines(output);
            return Err(failure);
        }
    };
    let rewritten = source.rewrite(written.text(), &mut report)?;
    let from = common.shown_files();
    let changed = written.differs() || !rewritten.is_empty();
    if common.format == Format::Json {
        report.json(&from, &target.shown(), changed, output)?;
    } else {
        report.print(&from, output);
    }
    if common.check {
        written.show(output)?;
        for file in &rewritten {
            file.show(output)?;
        }
        return Ok(Exit::of_findings(changed));
    }
    written.write(output)?;
    for file in &rewritten {
        file.write()?;
    }
    Ok(Exit::Fine)
}

/// Reads the source, and merges it into the target.
fn import<'t, S: Source>(
    source: &S,
    target: &'t Target,
    report: &mut Report,
) -> Result<Written<'t>, Failure> {
    let mut draft = source.draft(report)?;
    placeholders::take(&mut draft, source.common().styles().as_deref(), report);
    build::tidy(&mut draft, report);
    target.merge::<S>(&draft, report)
}

impl Common {
    /// The styles of placeholders that are given, if any are.
    fn styles(&self) -> Option<Vec<Style>> {
        let styles = self.placeholders.iter().filter_map(|given| given.0);
        (!self.placeholders.is_empty()).then(|| styles.collect())
    }
}
