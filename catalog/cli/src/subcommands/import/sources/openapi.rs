//! `openapi`: the error responses of an OpenAPI 3.0 or 3.1 or Swagger 2 document.

mod codes;
mod components;
mod document;
mod entries;
mod envelopes;
mod files;
mod finish;
mod members;
mod messages;
mod operations;
mod params;
mod phrases;
mod responses;
mod unused;

use super::super::draft::Draft;
use super::super::report::Report;
use super::super::values::Syntax;
use super::super::{Common, Source};
use super::shape::Given;
use crate::failure::Failure;
use clap::Args;
use document::Document;
use files::Files;

/// Imports the error responses of an OpenAPI 3.0 or 3.1 or Swagger 2 document, in JSON or YAML.
///
/// Codes are taken from enums, constants, examples, and the extensions that you name. Responses without a code become
/// entries by their status. If no operation answers with an error, the responses of the components are taken. References
/// are followed within the document, and to files in and below its folder.
#[derive(Debug, Args)]
pub(in super::super) struct Openapi {
    #[command(flatten)]
    common: Common,
    /// An extension of responses or operations that lists error codes, such as `x-error-codes`; can be repeated.
    #[arg(long, value_name = "NAME")]
    extension: Vec<String>,
    /// The schema of the bodies of errors, if no response of an operation has it; can be repeated.
    #[arg(long, value_name = "NAME")]
    schema: Vec<String>,
    #[command(flatten)]
    given: Given,
    /// The syntax of the files; by default, as their names say.
    #[arg(long, value_enum)]
    syntax: Option<Syntax>,
}

impl Source for Openapi {
    const NAME: &'static str = "openapi";

    fn common(&self) -> &Common {
        &self.common
    }

    fn draft(&self, report: &mut Report) -> Result<Draft, Failure> {
        let mut draft = Draft::default();
        let mut advice = None;
        for path in &self.common.files {
            let files = Files::read(path, self.syntax)?;
            let document = Document::new(&files)?;
            for (text, place) in &files.unread {
                report.left_out(text.clone(), Some(place.clone()));
            }
            let mut found = responses::find(&document, &self.extension);
            components::add_schemas(&document, &self.schema, &mut found)?;
            if found.responses.is_empty() && components::add_responses(&document, &mut found) {
                let text =
                    "no operation answers with an error: the responses of the components are taken";
                report.guessed(text.to_owned(), Some(document.place(document.root)));
            }
            for left_out in document.left_out() {
                report.left_out(left_out.0, Some(left_out.1));
            }
            entries::add(&document, &found, &self.given, &mut draft, report);
            if draft.entries.is_empty() {
                advice = advice.or_else(|| self::advice(&document));
            }
        }
        if draft.entries.is_empty() {
            let advice = advice.unwrap_or_else(|| {
                "error responses are those with a status of 4xx or 5xx, or `default`".to_owned()
            });
            return Err(Failure::new("no error responses in the document").help(advice));
        }
        Ok(draft)
    }
}

/// Returns what to do with a document without error responses.
fn advice(document: &Document<'_>) -> Option<String> {
    if document.has_other_files() {
        return Some("bundle the document with the other files that it refers to".to_owned());
    }
    let name = components::first_schema(document)?;
    Some(format!("name the schema of the bodies: `--schema {name}`"))
}
