//! Builds the entries of the model.

use super::params::Params;
use super::retry::param_can_be_a_delay;
use super::{code, message, plural, Names};
use crate::model::{Deprecated, Entry, History, Retry};
use crate::raw::{self, Advice, Defaults, Text};
use crate::source::Spanned;
use crate::{Report, Rule, Span, Template};

pub(super) fn build(
    raw: &raw::Entry<'_>,
    defaults: &Defaults<'_>,
    names: &Names<'_>,
    report: &mut Report,
) -> Entry {
    let envelope = envelope(raw.envelope.as_ref(), names, report);
    let needs_no_message = envelope.and_then(|index| names.need_no_message.get(index));
    let is_free_text = raw.message.is_none() && needs_no_message != Some(&true);
    let template = match &raw.message {
        None if !is_free_text => Some(Template::default()),
        message => message::read(message.as_ref().map(|raw| &raw.text), report),
    };
    let pattern = code::read(raw.code.as_ref(), report);
    let mut params = Params::new(&raw.params);
    let has_code = pattern.is_some();
    let code = pattern.unwrap_or_default().bind(&mut params);
    let subcode = code::subcode(raw, report);
    let is_sound = template.is_some() && has_code && subcode.is_some() == raw.subcode.is_some();
    let message = params.bind(template.unwrap_or_default());
    params.add_details(report);
    let (id, id_span) = code::id(raw, report);
    let retry = raw.retry.as_ref().or(defaults.retry.as_ref());
    if let Some(retry) = retry {
        check_retry(retry, &params, report);
    }
    let category = raw.category.as_ref().or(defaults.category.as_ref());
    let status = raw.status.as_ref().or(defaults.status.as_ref());
    let scope = raw.scope.as_ref().or(defaults.scope.as_ref());
    let entry = Entry {
        id,
        code,
        subcode,
        title: raw.title.clone(),
        statuses: statuses(status),
        states_status: status.is_some(),
        envelope,
        message,
        is_free_text,
        category: declared(
            category,
            "category",
            "categories",
            &names.categories,
            report,
        ),
        scope: declared(scope, "scope", "scopes", &names.scopes, report),
        severity: raw.severity.or(defaults.severity),
        retry: retry.map(|advice| advice.value.retry.clone()),
        is_safe_to_retry: retry.is_some_and(|advice| advice.value.is_safe),
        history: all_history(&raw.history, &params, report),
        translations: Vec::new(),
        params: params.finish(id_span, report),
        description: raw.description.clone(),
        causes: raw.causes.clone(),
        resolution: raw.resolution.clone(),
        examples: raw::owned(&raw.examples),
        deprecated: raw.deprecated.as_ref().map(deprecated),
        span: raw.span,
        is_sound,
        id_span,
        message_span: raw.message.as_ref().map_or(id_span, |raw| raw.text.span()),
        example_spans: spans(&raw.examples),
        renamed_to_span: renamed_to(raw).map(Text::span),
    };
    with_plural(entry, raw.message.as_ref(), report)
}

/// Adds the plural forms of the message.
fn with_plural(mut entry: Entry, raw: Option<&raw::Message<'_>>, report: &mut Report) -> Entry {
    let Some(plural) = raw.and_then(|raw| raw.plural.as_ref()) else {
        return entry;
    };
    if !entry.is_sound {
        return entry;
    }
    if entry.message.template.pieces().is_empty() {
        report
            .add(Rule::Plural, entry.message_span, "the message is empty")
            .help("write it, or a message without plural forms");
    }
    let param = plural::param(&plural.param, &entry, report);
    entry.message.plural =
        param.map(|param| plural::build(plural, param, &entry, Rule::Plural, report));
    entry
}

fn statuses(statuses: Option<&Spanned<Vec<u16>>>) -> Vec<u16> {
    match statuses {
        Some(statuses) => statuses.value.clone(),
        None => Vec::new(),
    }
}

fn spans(texts: &[Text<'_>]) -> Vec<Span> {
    let mut spans = Vec::with_capacity(texts.len());
    for text in texts {
        spans.push(text.span());
    }
    spans
}

/// Returns the envelope of an entry; by default the first.
fn envelope(name: Option<&Text<'_>>, names: &Names<'_>, report: &mut Report) -> Option<usize> {
    let Some(name) = name else {
        return (!names.envelopes.is_empty()).then_some(0);
    };
    for (index, known) in names.envelopes.iter().enumerate() {
        if *known == name.value {
            return Some(index);
        }
    }
    undeclared(name, "envelope", "envelopes", &names.envelopes, report);
    None
}

fn declared(
    name: Option<&Text<'_>>,
    what: &str,
    key: &str,
    known: &[&str],
    report: &mut Report,
) -> Option<String> {
    let name = name?;
    if !known.contains(&&*name.value) {
        undeclared(name, what, key, known, report);
    }
    Some(name.owned())
}

fn undeclared(name: &Text<'_>, what: &str, key: &str, known: &[&str], report: &mut Report) {
    let message = format!("unknown {what} `{}`", name.value);
    let diagnostic = report
        .add(Rule::Undeclared, name.span(), message)
        .suggest(&name.value, known);
    if diagnostic.help.is_none() {
        diagnostic.help(format!("declare it in `{key}` at the top of the catalog"));
    }
}

fn check_retry(retry: &Spanned<Advice>, params: &Params<'_, '_>, report: &mut Report) {
    if let Retry::Param(name, unit) = &retry.value.retry {
        match params.named(name) {
            Some(param) => param_can_be_a_delay(param, *unit, retry.span, report),
            None => unknown_param(name, retry.span, params, report),
        }
    }
}

fn all_history(
    raw: &[raw::History<'_>],
    params: &Params<'_, '_>,
    report: &mut Report,
) -> Vec<History> {
    let mut all = Vec::with_capacity(raw.len());
    for raw in raw {
        all.push(history(raw, params, report));
    }
    all
}

/// Builds an earlier form. Its placeholders are bound to today's parameters, renamed by its `params`; values that the error
/// no longer has come after them.
fn history(raw: &raw::History<'_>, params: &Params<'_, '_>, report: &mut Report) -> History {
    let mut message = None;
    if let Some(text) = &raw.message {
        if let Some(template) = message::read(Some(text), report) {
            message = Some(Params::resolve(template, |name, occurrence, range| {
                earlier_param(name, occurrence, text.node.part(range), raw, params, report)
            }));
        }
    }
    History {
        statuses: statuses(raw.status.as_ref()),
        message,
    }
}

/// Returns the parameter for an occurrence of an earlier placeholder; reports it if there is none.
fn earlier_param(
    name: &str,
    occurrence: usize,
    span: Span,
    raw: &raw::History<'_>,
    params: &Params<'_, '_>,
    report: &mut Report,
) -> Option<usize> {
    let (mut name, mut span) = (name, span);
    for (at, (from, to)) in raw.params.iter().enumerate() {
        if from.value == name {
            let Some(to) = to else {
                return Some(params.count() + at);
            };
            (name, span) = (&to.value, to.span());
            break;
        }
    }
    let index = params.position(name, occurrence);
    if index.is_none() {
        unknown_param(name, span, params, report);
    }
    index
}

fn unknown_param(name: &str, span: Span, params: &Params<'_, '_>, report: &mut Report) {
    let known = params.names();
    let diagnostic = report
        .add(
            Rule::UnknownParam,
            span,
            format!("unknown parameter `{name}`"),
        )
        .suggest(name, &known);
    if diagnostic.help.is_none() {
        diagnostic.help("add it to the message or to `params`");
    }
}

fn renamed_to<'r, 'a>(raw: &'r raw::Entry<'a>) -> Option<&'r Text<'a>> {
    raw.deprecated.as_ref()?.renamed_to.as_ref()
}

fn deprecated(raw: &raw::Deprecated<'_>) -> Deprecated {
    Deprecated {
        since: raw.since.clone(),
        note: raw.note.clone(),
        renamed_to: raw.renamed_to.as_ref().map(Text::owned),
    }
}
