//! The messages of examples.

use crate::subcommands::import::draft::{Entry, Message};
use crate::subcommands::import::report::Report;
use crate::subcommands::import::{placeholders, sensitive};
use crate::text::counted;
use error_catalog_core::Pattern;
use error_catalog_model::Template;

/// The most examples of an entry.
const MOST_EXAMPLES: usize = 3;

/// Sets the message of an entry. A message of one example is a template only if nothing in it looks like a value.
pub(super) fn set(entry: &mut Entry, messages: &[String], report: &mut Report) {
    match messages {
        [] => {}
        [one] if placeholders::are_in(one) || !has_values(one) => {
            entry.message = Some(Message::Foreign(one.trim().to_owned()));
        }
        more => {
            let examples = more.iter().filter(|message| !sensitive::is_in(message));
            entry.examples = examples.take(MOST_EXAMPLES).cloned().collect();
            let left = more.len() - entry.examples.len();
            if left > 0 {
                let text = format!(
                    "{} of `{}`",
                    counted(left, "example", "examples"),
                    entry.code
                );
                report.left_out(text, Some(entry.place.clone()));
            }
        }
    }
}

/// Whether the summary of an example is its message, or the template of its message, with placeholders in braces.
pub(super) fn is_template(summary: &str, message: &str) -> bool {
    let template = Template::new(summary);
    let literals = template.map(|template| template.literals());
    summary == message
        || literals.is_ok_and(|literals| {
            literals.len() > 1 && Pattern::new(&literals).split(message, |_| {})
        })
}

/// Whether a message has what changes from one response to the next: a number, a quoted word, or a path.
fn has_values(message: &str) -> bool {
    message.contains(|it: char| it.is_ascii_digit() || matches!(it, '`' | '"' | '/' | '@'))
        || message
            .split(' ')
            .any(|word| word.starts_with('\'') && word.len() > 1)
        || sensitive::is_in(message)
}
