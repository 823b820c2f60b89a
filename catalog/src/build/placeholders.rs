//! Binds the placeholders of the other messages of an entry: those in other languages, and plural forms.

use super::message;
use super::params::Occurrences;
use crate::model::{Entry, Message};
use crate::raw::Text;
use crate::{Report, Rule, Template};

/// What the placeholders of another message are bound to.
pub(super) struct Placeholders<'e> {
    pub(super) entry: &'e Entry,
    /// The parameter that decides between plural forms: a form can have it or not.
    pub(super) number: Option<usize>,
    /// The rule that is broken if they are not those of the entry's message.
    pub(super) rule: Rule,
}

impl Placeholders<'_> {
    /// Reads another message, whose placeholders are those of the entry's message.
    pub(super) fn message(&self, text: &Text<'_>, report: &mut Report) -> Option<Message> {
        let template = message::read(Some(text), report)?;
        if !self.entry.is_sound {
            return None;
        }
        if template.pieces().is_empty() {
            report
                .add(self.rule, text.span(), "the message is empty")
                .help("write it, or remove the key");
            return None;
        }
        let message = self.bind(template, text, report)?;
        let mut is_complete = true;
        for (index, param) in self.entry.params.iter().enumerate() {
            let is_needed = self.entry.message.params.contains(&index);
            let is_optional = self.number == Some(index);
            if is_needed && !is_optional && !message.params.contains(&index) {
                is_complete = false;
                let problem = format!("missing placeholder `{{{}}}`", param.name);
                report
                    .add(self.rule, text.span(), problem)
                    .help("add it: a response with this message could not be read without it")
                    .related(self.entry.message_span, "the message");
            }
        }
        is_complete.then_some(message)
    }

    fn bind(&self, template: Template, text: &Text<'_>, report: &mut Report) -> Option<Message> {
        let known = self.names();
        let mut seen = Occurrences::default();
        let mut params = Vec::new();
        let mut is_known = true;
        for (name, range) in template.placeholders() {
            if let Some(param) = self.param(name, seen.next(name), &known) {
                params.push(param);
            } else {
                is_known = false;
                let mut names = Vec::new();
                for (name, _) in &known {
                    names.push(*name);
                }
                let message = format!("unknown placeholder `{{{name}}}`");
                let diagnostic = report
                    .add(self.rule, text.node.part(range), message)
                    .suggest(name, &names);
                if diagnostic.help.is_none() {
                    diagnostic.help("remove it: the message of the entry has no placeholders");
                }
                diagnostic.related(self.entry.message_span, "the message");
            }
        }
        is_known.then_some(Message {
            template,
            params,
            plural: None,
        })
    }

    /// Returns the names of the placeholders, each with its parameter.
    fn names(&self) -> Vec<(&str, usize)> {
        let message = &self.entry.message;
        let mut names = Vec::new();
        for ((name, _), param) in message.template.placeholders().zip(&message.params) {
            names.push((name, *param));
        }
        if let Some(index) = self.number.filter(|index| !message.params.contains(index)) {
            if let Some(number) = self.entry.params.get(index) {
                names.push((&number.name, index));
            }
        }
        names
    }

    /// Returns the parameter of a placeholder: by the name of a slot, or by the occurrence of the placeholder.
    fn param(&self, name: &str, occurrence: usize, known: &[(&str, usize)]) -> Option<usize> {
        let mut first = None;
        let mut before = 0;
        for (known, param) in known {
            if *known == name {
                if before == occurrence {
                    return Some(*param);
                }
                before += 1;
                first = first.or(Some(*param));
            }
        }
        if first.is_some() {
            return first;
        }
        let position = self.entry.param(name)?;
        let is_in_the_message = self.entry.message.params.contains(&position);
        is_in_the_message.then_some(position)
    }
}
