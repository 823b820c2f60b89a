//! Message templates, with their mistakes reported where they stand in the file.

use crate::raw::Text;
use crate::{Report, Rule, Template};

/// The template of a message; free text is the one placeholder `message`.
///
/// Nothing is returned for a template with mistakes.
pub(super) fn read(text: Option<&Text<'_>>, report: &mut Report) -> Option<Template> {
    match text {
        None => Some(Template::placeholder("message")),
        Some(text) => template(text, report),
    }
}

pub(super) fn template(text: &Text<'_>, report: &mut Report) -> Option<Template> {
    match Template::parse(&text.value) {
        Ok(template) => Some(template),
        Err(mistakes) => {
            for mistake in mistakes {
                report
                    .add(
                        Rule::Template,
                        text.node.part(mistake.range),
                        mistake.message,
                    )
                    .help(mistake.help);
            }
            None
        }
    }
}
