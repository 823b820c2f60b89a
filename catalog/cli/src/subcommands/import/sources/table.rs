//! `table`: the rows of tables in CSV, TSV, Markdown, or HTML.

mod csv;
mod grid;
mod html;
mod markdown;
mod sections;

use super::super::draft::{Draft, Place};
use super::super::input::Text;
use super::super::report::Report;
use super::super::values::{Data, Value};
use super::super::{Common, Source};
use super::fields::{
    is_heading_of_codes, is_heading_of_errors, is_section_of_errors, FieldArguments, Record,
};
use crate::failure::Failure;
use clap::{Args, ValueEnum};
use grid::{Grid, Row};
use std::sync::Arc;

/// Imports the rows of tables in CSV, TSV, Markdown, or HTML.
///
/// Columns are recognised by their headings and cells, and the report says which. Of several tables, those with a column
/// for codes, statuses, or messages are taken.
#[derive(Debug, Args)]
pub(in super::super) struct Table {
    #[command(flatten)]
    common: Common,
    #[command(flatten)]
    fields: FieldArguments,
    /// The number of the table in its file, starting at 1; can be repeated.
    #[arg(long, value_name = "NUMBER")]
    table: Vec<usize>,
    /// The syntax of the files; by default, as their names say.
    #[arg(long, value_enum)]
    syntax: Option<Syntax>,
}

/// The syntax of a file of tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Syntax {
    /// Values separated by commas or semicolons.
    Csv,
    /// Values separated by tabs.
    Tsv,
    /// Markdown with tables in pipes or in HTML.
    Markdown,
    /// HTML.
    Html,
}

impl Syntax {
    fn of(text: &Text) -> Self {
        let name = text.name.to_ascii_lowercase();
        let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
        if ends(&[".csv"]) {
            Self::Csv
        } else if ends(&[".tsv", ".tab"]) {
            Self::Tsv
        } else if ends(&[".md", ".mdx", ".markdown"]) {
            Self::Markdown
        } else if ends(&[".html", ".htm", ".xhtml"]) || text.content.trim_start().starts_with('<') {
            Self::Html
        } else if text
            .content
            .lines()
            .any(|line| line.trim_start().starts_with('|'))
        {
            Self::Markdown
        } else if text
            .content
            .lines()
            .next()
            .is_some_and(|line| line.contains('\t'))
        {
            Self::Tsv
        } else {
            Self::Csv
        }
    }
}

impl Source for Table {
    const NAME: &'static str = "table";

    fn common(&self) -> &Common {
        &self.common
    }

    fn draft(&self, report: &mut Report) -> Result<Draft, Failure> {
        let mut draft = Draft::default();
        let mut given_members_fail = None;
        for path in &self.common.files {
            let text = Text::read(path)?;
            let grids = self.grids(&text)?;
            let file: Arc<str> = text.name.into();
            for grid in self.chosen(grids, &file, report)? {
                if grid.is_headless {
                    let text =
                        "the first row of the table is an entry, because it looks like the others";
                    report.guessed(text, Some(Place::new(&file, grid.line)));
                }
                let records = records(&grid, &file);
                if let Err(failure) = self.fields.take(&records, &mut draft, report) {
                    // Another table can have the columns that are given.
                    let place = Place::new(&file, grid.line);
                    report.left_out("a table without the columns that are given", Some(place));
                    given_members_fail.get_or_insert(failure);
                }
            }
        }
        match (draft.entries.is_empty(), given_members_fail) {
            (true, Some(failure)) => Err(failure),
            (true, None) => Err(Failure::new("no errors in the tables")
                .help("pass `--table`, `--code`, and `--message` to say where they are")),
            (false, _) => Ok(draft),
        }
    }
}

impl Table {
    fn grids(&self, text: &Text) -> Result<Vec<Grid>, Failure> {
        Ok(match self.syntax.unwrap_or_else(|| Syntax::of(text)) {
            Syntax::Csv => csv::read(text, None)?,
            Syntax::Tsv => csv::read(text, Some(b'\t'))?,
            Syntax::Markdown => markdown::read(&text.content),
            Syntax::Html => html::read(&text.content),
        })
    }

    /// Returns the tables that are given or, by default, that have errors.
    fn chosen(
        &self,
        grids: Vec<Grid>,
        file: &Arc<str>,
        report: &mut Report,
    ) -> Result<Vec<Grid>, Failure> {
        if grids.is_empty() {
            return Err(Failure::new(format!("no table in `{file}`")));
        }
        let count = grids.len();
        if let Some(missing) = self
            .table
            .iter()
            .find(|number| **number == 0 || **number > count)
        {
            let message = format!("`{file}` has no table {missing}");
            return Err(Failure::new(message).help(format!("its tables are 1 to {count}")));
        }
        let best = grids.iter().map(errors_in).max().unwrap_or(Errors::None);
        let mut chosen = Vec::new();
        for (index, grid) in grids.into_iter().enumerate() {
            let number = index + 1;
            let is_chosen = if self.table.is_empty() {
                let errors = errors_in(&grid);
                let has_errors = errors == best && errors > Errors::None;
                count == 1 || self.fields.is_given(&grid.headings) || has_errors
            } else {
                self.table.contains(&number)
            };
            if is_chosen {
                chosen.push(grid);
            } else {
                let headings = grid.headings.join(", ");
                report.left_out(
                    format!("table {number}, with {headings} (`--table {number}` takes it)"),
                    Some(Place::new(file, grid.line)),
                );
            }
        }
        Ok(chosen)
    }
}

/// How sure it is that a table has errors rather than, for example, parameters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Errors {
    None,
    /// It has codes, which can also be those of something else.
    Codes,
    /// The same within a section of errors, which can have others.
    Section,
    Sure,
}

fn errors_in(grid: &Grid) -> Errors {
    let any = |is_known: fn(&str) -> bool| grid.headings.iter().any(|heading| is_known(heading));
    match (any(is_heading_of_errors), any(is_heading_of_codes)) {
        (true, _) => Errors::Sure,
        (false, true) => of_codes(&grid.sections),
        (false, false) => Errors::None,
    }
}

fn of_codes(sections: &[String]) -> Errors {
    let is_of_errors = |title: &String| is_section_of_errors(title);
    if sections.last().is_some_and(is_of_errors) {
        Errors::Sure
    } else if sections.iter().any(is_of_errors) {
        Errors::Section
    } else {
        Errors::Codes
    }
}

/// Returns the rows as records, with the headings as the names of members.
fn records(grid: &Grid, file: &Arc<str>) -> Vec<Record> {
    let record = |row: &Row| {
        let cells = grid.headings.iter().zip(&row.cells);
        let members =
            cells.map(|(heading, cell)| (heading.clone(), Value::of_text(cell.clone(), row.line)));
        Record {
            key: None,
            has_types: false,
            value: Value {
                data: Data::Object(members.collect()),
                line: row.line,
            },
            place: Place::new(file, row.line),
        }
    };
    let is_empty = |row: &&Row| row.cells.iter().all(|cell| cell.trim().is_empty());
    grid.rows
        .iter()
        .filter(|row| !is_empty(row))
        .map(record)
        .collect()
}
