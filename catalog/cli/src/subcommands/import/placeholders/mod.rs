//! Placeholders in all the ways that sources write them, and the templates that they become.

mod names;
mod recognise;
mod scan;
mod style;
#[cfg(test)]
mod tests;

pub(super) use style::Style;

use super::draft::{Draft, Message, Param, Place};
use super::report::Report;
use crate::text::counted;
use error_catalog_model::{field_name, ParamType};
use scan::{Context, Found, Name};
use std::borrow::Cow;

/// A template, and its parameters in the order in which they occur.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Taken {
    pub(super) template: String,
    pub(super) params: Vec<Param>,
    /// Whether a name is guessed.
    is_guessed: bool,
}

/// Turns the messages of a source into templates. By default, it takes the styles that are common in them.
pub(super) fn take(draft: &mut Draft, forced: Option<&[Style]>, report: &mut Report) {
    let styles = match forced {
        Some(styles) => styles.to_vec(),
        None => recognise(draft, report),
    };
    let context = Context::of(foreign(draft).map(|(text, _)| text));
    if context.are_numbered && styles.contains(&Style::Braces) {
        let text = "names in braces are text, because placeholders in braces are numbers";
        report.guessed(text, None);
    }
    let mut guessed = 0;
    let mut first = None;
    for entry in &mut draft.entries {
        let Some(Message::Foreign(text)) = &entry.message else {
            continue;
        };
        let taken = template(text, &styles, &context);
        if taken.is_guessed {
            guessed += 1;
            first.get_or_insert_with(|| (taken.template.clone(), entry.place.clone()));
        }
        for param in taken.params {
            match entry
                .params
                .iter_mut()
                .find(|known| known.name == param.name)
            {
                // A placeholder needs a value.
                Some(known) => known.is_optional = false,
                None => entry.params.push(param),
            }
        }
        entry.message = Some(Message::Template(taken.template));
    }
    if let Some((template, place)) = first {
        let messages = counted(guessed, "message", "messages");
        let text = format!(
            "the names of placeholders in {messages}, from the words beside them: `{template}`"
        );
        report.guessed(text, Some(place));
    }
}

/// Returns the messages as the source writes them.
fn foreign(draft: &Draft) -> impl Iterator<Item = (&str, &Place)> {
    draft
        .entries
        .iter()
        .filter_map(|entry| match &entry.message {
            Some(Message::Foreign(text)) => Some((&**text, &entry.place)),
            _ => None,
        })
}

/// Finds the styles of the messages, and reports what is taken and what is not.
fn recognise(draft: &Draft, report: &mut Report) -> Vec<Style> {
    let messages = || foreign(draft);
    let uses = recognise::recognised(messages().map(|(text, _)| text));
    let total = messages().count();
    for found in &uses {
        let (written, index) = &found.first;
        let place = messages().nth(*index).map(|(_, place)| place.clone());
        let flag = found.style.flag();
        let of = format!(
            "{} of {}",
            found.messages,
            counted(total, "message", "messages")
        );
        if found.is_taken {
            let text = format!(
                "placeholders in {of} are written as `{written}` (`--placeholders {flag}`)"
            );
            report.guessed(text, place);
        } else {
            let text = format!("text such as `{written}` in {of} is not a placeholder; `--placeholders {flag}` takes it");
            report.guessed(text, place);
        }
    }
    let taken = uses.iter().filter(|found| found.is_taken);
    taken.map(|found| found.style).collect()
}

/// Returns a name that a parameter can have.
pub(super) fn valid_name(name: &str) -> String {
    names::valid(name)
}

/// Whether a message has a placeholder in a style that nothing else looks like, or a `:name`.
pub(super) fn are_in(text: &str) -> bool {
    let found = scan::placeholders(text, &Style::ALL, &Context::default());
    let is_clear = |style: Style| !style.is_weak() || style == Style::Colon;
    found.iter().any(|found| is_clear(found.style))
}

/// Turns a message into a template. Braces that are not placeholders become text.
fn template(text: &str, styles: &[Style], context: &Context) -> Taken {
    let found = scan::placeholders(text, styles, context);
    let texts = literals(text, &found);
    let escapes = Escapes::of(&texts, styles);
    let mut names = Names::default();
    let mut template = String::with_capacity(text.len() + 16);
    let mut texts = texts.into_iter();
    let mut before = texts.next().unwrap_or_default();
    push_literal(before, escapes, &mut template);
    for (placeholder, after) in found.iter().zip(texts) {
        let name = names.of(placeholder, before, after);
        template.push('{');
        template.push_str(&name);
        template.push('}');
        push_literal(after, escapes, &mut template);
        before = after;
    }
    Taken {
        template,
        params: names.params,
        is_guessed: names.is_guessed,
    }
}

/// Returns the texts before, between, and after the placeholders.
fn literals<'t>(text: &'t str, found: &[Found]) -> Vec<&'t str> {
    let mut end = 0;
    let mut texts = Vec::new();
    for placeholder in found {
        texts.push(text.get(end..placeholder.range.start).unwrap_or_default());
        end = placeholder.range.end;
    }
    texts.push(text.get(end..).unwrap_or_default());
    texts
}

/// What two characters of a message are one of.
#[derive(Debug, Clone, Copy, Default)]
struct Escapes {
    has_percent: bool,
    has_braces: bool,
}

impl Escapes {
    /// Where `{name}` is a placeholder, `{{` is a brace, unless a brace stands alone.
    fn of(texts: &[&str], styles: &[Style]) -> Self {
        let is_doubled = |text: &&str| {
            !text
                .replace("{{", "")
                .replace("}}", "")
                .contains(['{', '}'])
        };
        let has_braces = styles.contains(&Style::Braces) && !styles.contains(&Style::DoubleBraces);
        Self {
            has_percent: styles.contains(&Style::Printf),
            has_braces: has_braces && texts.iter().all(is_doubled),
        }
    }
}

/// A part of a message: text, or a value without a name.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part<'t> {
    Text(&'t str),
    Value(ParamType),
}

/// Returns the template of these parts, with a name for each value from the words beside it.
pub(super) fn assembled(parts: &[Part<'_>]) -> Taken {
    let mut names = Names::default();
    let mut template = String::new();
    let text = |at: Option<usize>| match at.and_then(|at| parts.get(at)) {
        Some(Part::Text(text)) => *text,
        _ => "",
    };
    for (at, part) in parts.iter().enumerate() {
        match part {
            Part::Text(text) => push_literal(text, Escapes::default(), &mut template),
            Part::Value(param_type) => {
                let name = names.next(text(at.checked_sub(1)), text(Some(at + 1)), *param_type);
                template.push('{');
                template.push_str(&name);
                template.push('}');
            }
        }
    }
    Taken {
        template,
        params: names.params,
        is_guessed: names.is_guessed,
    }
}

/// Adds text in which braces are not placeholders.
fn push_literal(text: &str, escapes: Escapes, template: &mut String) {
    let mut text = Cow::Borrowed(text);
    if escapes.has_percent && text.contains("%%") {
        text = text.replace("%%", "%").into();
    }
    if !text.contains(['{', '}']) {
        template.push_str(&text);
        return;
    }
    if escapes.has_braces {
        text = text.replace("{{", "{").replace("}}", "}").into();
    }
    template.push_str(&text.replace('{', "{{").replace('}', "}}"));
}

/// The names of the placeholders of one message.
#[derive(Default)]
struct Names {
    params: Vec<Param>,
    /// What the source names or numbers, with the name of the parameter.
    known: Vec<(String, String)>,
    is_guessed: bool,
}

impl Names {
    fn of(&mut self, found: &Found, before: &str, after: &str) -> String {
        let key = match &found.name {
            Name::Named(name) => Some(name.clone()),
            Name::Numbered(number) => Some(format!("#{number}")),
            Name::Next => None,
        };
        if let Some((_, name)) = self
            .known
            .iter()
            .find(|(known, _)| Some(known) == key.as_ref())
        {
            return name.clone();
        }
        let base = match &found.name {
            Name::Named(name) => names::valid(name),
            Name::Numbered(_) | Name::Next => {
                self.is_guessed = true;
                let is_number = found.param_type != ParamType::String;
                names::from_context(before, after, is_number)
            }
        };
        let name = self.unique(base);
        self.params.push(Param::new(&*name, found.param_type));
        self.known.extend(key.map(|key| (key, name.clone())));
        name
    }

    /// Returns the name of a value that has none.
    fn next(&mut self, before: &str, after: &str, param_type: ParamType) -> String {
        self.is_guessed = true;
        let is_number = param_type != ParamType::String;
        let name = self.unique(names::from_context(before, after, is_number));
        self.params.push(Param::new(&*name, param_type));
        name
    }

    /// Returns a name whose field no other parameter has.
    fn unique(&self, base: String) -> String {
        let is_new = |name: &str| {
            let field = field_name(name);
            !self
                .params
                .iter()
                .any(|param| field_name(&param.name) == field)
        };
        let mut names =
            std::iter::once(base.clone()).chain((2..).map(|number| format!("{base}_{number}")));
        names.find(|name| is_new(name)).unwrap_or(base)
    }
}
