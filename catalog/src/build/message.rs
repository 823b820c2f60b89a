//! Templates, whose errors are reported at their places in the file.

use crate::raw::Text;
use crate::template::TemplateError;
use crate::{Report, Rule, Template};

/// Reads the template of a message; free text is the one placeholder `message`.
///
/// Returns `None` if the template has errors.
pub(super) fn read(text: Option<&Text<'_>>, report: &mut Report) -> Option<Template> {
    match text {
        None => Some(Template::placeholder("message")),
        Some(text) => reported(Template::of_message(&text.value), text, report),
    }
}

/// Reads the template of a code; `None` if it has errors.
pub(super) fn template(text: &Text<'_>, report: &mut Report) -> Option<Template> {
    reported(Template::parse(&text.value), text, report)
}

fn reported(
    template: Result<Template, Vec<TemplateError>>,
    text: &Text<'_>,
    report: &mut Report,
) -> Option<Template> {
    match template {
        Ok(template) => Some(template),
        Err(errors) => {
            for error in errors {
                report
                    .add(Rule::Template, text.node.part(error.range), error.message)
                    .help(error.help);
            }
            None
        }
    }
}
