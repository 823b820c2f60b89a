//! Whether plural forms can be read back, and are those of their language.

use crate::model::{Catalog, Entry, Message, ParamPlace};
use crate::plural::PluralCase;
use crate::{Location, Params, Report, Rule, Span};
use error_catalog_core::PluralCategory;

/// Checks the plural forms of an entry in each language.
pub(super) fn forms_fit_their_languages(catalog: &Catalog, entry: &Entry, report: &mut Report) {
    if entry.message.plural.is_some() {
        let (language, span) = (catalog.own_language(), entry.message_span);
        forms_fit(catalog, entry, language, &entry.message, span, report);
    }
    for (translated, message) in entry.translated_messages() {
        if let Some(translation) = catalog.translations.get(translated.translation) {
            let (language, span) = (&translation.language, translated.span);
            forms_fit(catalog, entry, language, message, span, report);
        }
    }
}

fn forms_fit(
    catalog: &Catalog,
    entry: &Entry,
    language: &str,
    message: &Message,
    span: Span,
    report: &mut Report,
) {
    if let Some(plural) = &message.plural {
        numbers_can_be_read(catalog, entry, plural.param, message, span, report);
        #[cfg(feature = "plurals")]
        super::categories::are_those_of_the_language(entry, language, message, span, report);
        #[cfg(not(feature = "plurals"))]
        let _ = language;
    }
}

/// Warns about forms for several numbers that lack the number, if a response does not have it elsewhere.
fn numbers_can_be_read(
    catalog: &Catalog,
    entry: &Entry,
    number: usize,
    message: &Message,
    span: Span,
    report: &mut Report,
) {
    let Some(param) = entry.params.get(number) else {
        return;
    };
    let is_in_code = match &entry.code {
        crate::Code::Pattern(code) => code.params.contains(&number),
        _ => false,
    };
    if is_in_code || is_sent_outside(catalog, entry, &param.name, param.place) {
        return;
    }
    let mut check = |case: PluralCase, form: &Message, span: Span| {
        let is_known = matches!(case, PluralCase::Exact(_)) || form.params.contains(&number);
        if !is_known {
            let text = format!(
                "the plural form `{case}` does not have `{{{}}}`",
                param.name
            );
            report
                .add(Rule::PluralForm, span, text)
                .help("add it, or write `=` and the number instead of the category: a response does not have it elsewhere");
        }
    };
    check(PluralCase::Category(PluralCategory::Other), message, span);
    for form in message.forms() {
        check(form.case, &form.message, form.span);
    }
}

/// Whether a response has the parameter outside of the message.
fn is_sent_outside(catalog: &Catalog, entry: &Entry, name: &str, place: ParamPlace) -> bool {
    let Some(envelope) = entry.envelope.and_then(|at| catalog.envelopes.get(at)) else {
        return false;
    };
    match &envelope.location {
        Location::Body(body) => match &body.params {
            None => false,
            Some(Params::Each(each)) => each.iter().any(|(known, _)| known == name),
            Some(_) => !body.details_only || place == ParamPlace::Detail,
        },
        Location::Header(header) => {
            header.params.iter().any(|(known, _)| known == name)
                || header.value.as_deref() == Some(name)
        }
    }
}
