//! `proto`: enums of errors in Protobuf files.

mod depth;
mod file;
mod guarded;

use super::super::doc::Doc;
use super::super::draft::{Code, Draft, Entry, Message, Place};
use super::super::input::Text;
use super::super::report::Report;
use super::super::{Common, Source};
use crate::failure::Failure;
use crate::text::counted;
use clap::Args;
use file::{Enumeration, Value};
use std::sync::Arc;

/// Imports enums of errors from Protobuf files, with their comments: error codes, and the reasons of
/// `google.rpc.ErrorInfo`.
///
/// Enums are recognised by their names. Imports of other files are not followed.
#[derive(Debug, Args)]
pub(in super::super) struct Proto {
    #[command(flatten)]
    common: Common,
    /// The name of an enum of errors, such as `ErrorReason` or `Order.Failure`; can be repeated.
    #[arg(long = "enum", value_name = "NAME")]
    enums: Vec<String>,
    /// Take the numbers of the values as codes, not their names.
    #[arg(long)]
    numbers: bool,
}

impl Source for Proto {
    const NAME: &'static str = "proto";

    fn common(&self) -> &Common {
        &self.common
    }

    fn draft(&self, report: &mut Report) -> Result<Draft, Failure> {
        let mut draft = Draft::default();
        let mut names = Vec::new();
        for path in &self.common.files {
            let text = Text::read(path)?;
            let file: Arc<str> = text.name.clone().into();
            for one in file::enums(&text)? {
                names.push(one.name.clone());
                self.add(&one, &file, &mut draft, report);
            }
            if text.content.contains("ErrorInfo")
                && draft.envelopes.is_empty()
                && !draft.entries.is_empty()
                && !self.numbers
            {
                let text = "the envelope `google-rpc`, because the file mentions `ErrorInfo`";
                report.guessed(text, Some(Place::new(&file, 0)));
                draft
                    .envelopes
                    .push(Doc::object([("preset", Doc::string("google-rpc"))]));
            }
        }
        if let Some(missing) = self.enums.iter().find(|name| !names.contains(name)) {
            let help = match error_catalog_model::nearest(missing, names.iter().map(String::as_str))
            {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("the enums are `{}`", names.join("`, `")),
            };
            return Err(Failure::new(format!("no enum `{missing}` in the files")).help(help));
        }
        if draft.entries.is_empty() {
            return Err(Failure::new("no enum of errors in the files")
                .help("pass `--enum` with the name of one, such as `ErrorReason`"));
        }
        Ok(draft)
    }
}

impl Proto {
    fn add(&self, one: &Enumeration, file: &Arc<str>, draft: &mut Draft, report: &mut Report) {
        let place = |line| Place::new(file, line);
        let is_taken = if self.enums.is_empty() {
            is_of_errors(&one.name)
        } else {
            self.enums.contains(&one.name)
        };
        if !is_taken {
            let text = format!(
                "the enum `{}` with {} (`--enum {}` takes it)",
                one.name,
                counted(one.values.len(), "value", "values"),
                one.name
            );
            report.left_out(text, Some(place(one.line)));
            return;
        }
        if self.enums.is_empty() {
            let codes = if self.numbers { "numbers" } else { "names" };
            let other = if self.numbers {
                ""
            } else {
                " (`--numbers` takes the numbers)"
            };
            let text = format!("the enum `{}` is one of errors, and the codes are the {codes} of its values{other}", one.name);
            report.guessed(text, Some(place(one.line)));
        }
        for value in &one.values {
            if is_no_error(value) {
                let text = format!(
                    "`{}` of `{}`: it means that there is no error, or no value",
                    value.name, one.name
                );
                report.left_out(text, Some(place(value.line)));
                continue;
            }
            draft
                .entries
                .push(self.entry(value, one, place(value.line)));
        }
    }

    fn entry(&self, value: &Value, one: &Enumeration, place: Place) -> Entry {
        let code = if self.numbers {
            Code::Number(i64::from(value.number))
        } else {
            Code::Text(value.name.clone())
        };
        Entry {
            place,
            code,
            name: Some(value.name.clone()),
            statuses: value.status.or(one.status).into_iter().collect(),
            message: value.message.clone().map(Message::Foreign),
            description: value.comment.clone(),
            deprecated: value.is_deprecated.then(String::new),
            ..Entry::default()
        }
    }
}

/// Whether the name of an enum is one of errors.
pub(super) fn is_of_errors(name: &str) -> bool {
    let last = name.rsplit('.').next().unwrap_or(name);
    let words = crate::subcommands::import::ids::from_words(last).unwrap_or_default();
    let mut words = words.split('_');
    let is_error = |word: &str| {
        matches!(
            word,
            "ERROR" | "ERRORS" | "ERR" | "ERRCODE" | "FAULT" | "EXCEPTION" | "FAILURE" | "FAILED"
        )
    };
    matches!(last, "Code" | "StatusCode" | "Status") || words.any(is_error)
}

/// Whether a value of an enum means that there is no error.
fn is_no_error(value: &Value) -> bool {
    let name = value.name.to_ascii_uppercase();
    let last = name.rsplit('_').next().unwrap_or_default();
    name.ends_with("UNSPECIFIED")
        || (value.number == 0
            && matches!(last, "OK" | "SUCCESS" | "NONE" | "INVALID" | "UNDEFINED"))
}
