//! Catalogs as the templates use them: plain text for readers.

use super::operation::{self, OperationView};
use super::response::{Response, Writer};
use super::rust;
use super::sample::{samples, Sample};
use crate::entry::{self, SAFE_TO_RETRY};
use error_catalog_core::Severity;
use error_catalog_model::{
    Catalog, Code, Deprecated, Described, Entry, FallbackEntry, History, Message, Param,
    ParamPlace, Piece, Retry, RetryUnit,
};
use serde::Serialize;
use std::collections::HashMap;
use std::fmt;
use std::time::Duration;

/// A catalog.
#[derive(Debug, Serialize)]
pub(super) struct CatalogView<'a> {
    pub(super) name: &'a str,
    pub(super) title: &'a str,
    pub(super) version: Option<&'a str>,
    docs: Option<&'a str>,
    source: Option<&'a str>,
    pub(super) description: Option<&'a str>,
    error_type: String,
    statuses: Vec<DescribedView<'a>>,
    categories: Vec<DescribedView<'a>>,
    scopes: Vec<DescribedView<'a>>,
    fallbacks: Vec<FallbackView<'a>>,
    operations: Vec<OperationView<'a>>,
    /// Passed to templates separately, because not every page has all entries.
    #[serde(skip)]
    pub(super) entries: Vec<EntryView<'a>>,
}

/// A name and what it means.
#[derive(Debug, Serialize)]
pub(super) struct DescribedView<'a> {
    name: &'a str,
    description: &'a str,
}

/// Which responses an error is sent instead of, and its id.
#[derive(Debug, Serialize)]
struct FallbackView<'a> {
    name: String,
    id: &'a str,
}

/// An error.
#[derive(Debug, Serialize)]
pub(super) struct EntryView<'a> {
    pub(super) id: &'a str,
    /// The code that is sent, or the id if there is none.
    pub(super) name: String,
    /// The id, if other errors have the same name.
    pub(super) other_name: Option<&'a str>,
    pub(super) subcode: Option<String>,
    pub(super) title: Option<&'a str>,
    pub(super) statuses: &'a [u16],
    /// The parts of the template; `None` if the API sends free text.
    message: Option<Vec<PieceView<'a>>>,
    /// The template; empty if the API sends free text.
    pub(super) template: String,
    /// The plural forms of the message.
    forms: Vec<FormView<'a>>,
    pub(super) category: Option<&'a str>,
    scope: Option<&'a str>,
    severity: Option<&'static str>,
    pub(super) retry: Option<RetryView<'a>>,
    params: Vec<ParamView<'a>>,
    pub(super) description: Option<&'a str>,
    causes: &'a [String],
    resolution: Option<&'a str>,
    examples: &'a [String],
    history: Vec<HistoryView<'a>>,
    translations: Vec<TranslatedView<'a>>,
    /// The operations that can answer with it, unless all can.
    operations: Vec<OperationView<'a>>,
    is_of_every_operation: bool,
    deprecated: Option<DeprecatedView<'a>>,
    /// The name of the envelope, if it is not the default one.
    envelope: Option<&'a str>,
    response: Option<Response>,
    rust: String,
    /// The templates to compare with pasted text: a code with placeholders, and current and earlier messages.
    #[serde(skip)]
    pub(super) templates: Vec<TemplateView<'a>>,
}

/// A part of a template.
#[derive(Debug, Serialize)]
pub(super) struct PieceView<'a> {
    text: &'a str,
    is_placeholder: bool,
}

/// A plural form of a message.
#[derive(Debug, Serialize)]
pub(super) struct FormView<'a> {
    case: String,
    template: String,
    message: Vec<PieceView<'a>>,
}

/// A template, split at its placeholders.
#[derive(Debug, Serialize)]
pub(super) struct TemplateView<'a> {
    literals: Vec<String>,
    names: Vec<&'a str>,
    /// Whether it is the template of a code.
    is_code: bool,
}

/// When to send the request again.
#[derive(Debug, Serialize)]
pub(super) struct RetryView<'a> {
    /// The value of the filter.
    pub(super) key: &'static str,
    pub(super) label: &'static str,
    before: String,
    /// The header or parameter with the time.
    name: Option<&'a str>,
    after: String,
}

/// A parameter.
#[derive(Debug, Serialize)]
pub(super) struct ParamView<'a> {
    name: &'a str,
    param_type: &'static str,
    is_optional: bool,
    is_detail: bool,
    values: Vec<DescribedView<'a>>,
    description: Option<&'a str>,
}

/// An earlier version of an error.
#[derive(Debug, Serialize)]
pub(super) struct HistoryView<'a> {
    statuses: &'a [u16],
    message: Option<&'a str>,
}

/// What a translation says about an error.
#[derive(Debug, Serialize)]
pub(super) struct TranslatedView<'a> {
    language: &'a str,
    title: Option<&'a str>,
    template: String,
    message: Option<Vec<PieceView<'a>>>,
    forms: Vec<FormView<'a>>,
    resolution: Option<&'a str>,
}

/// The deprecation of an error.
#[derive(Debug, Serialize)]
pub(super) struct DeprecatedView<'a> {
    since: Option<&'a str>,
    note: Option<&'a str>,
    renamed_to: Option<&'a str>,
}

impl<'a> CatalogView<'a> {
    pub(super) fn new(catalog: &'a Catalog) -> Self {
        let error_type = rust::error_name(catalog);
        let writer = Writer::new(catalog);
        let entries = catalog.entries.iter().enumerate();
        let mut entries: Vec<EntryView<'_>> = entries
            .map(|(position, entry)| {
                let response = writer.response(position, &[]);
                EntryView::new(catalog, entry, response, &error_type)
            })
            .collect();
        tell_apart(&mut entries);
        Self {
            name: &catalog.name,
            title: catalog.title.as_deref().unwrap_or(&catalog.name),
            version: catalog.version.as_deref(),
            docs: catalog.docs.as_deref(),
            source: catalog.source.as_deref(),
            description: catalog.description.as_deref(),
            entries,
            error_type,
            statuses: described(&catalog.statuses),
            categories: described(&catalog.categories),
            scopes: described(&catalog.scopes),
            fallbacks: fallbacks(catalog),
            operations: operation::all(catalog),
        }
    }
}

/// Adds the ids of errors that share a code.
fn tell_apart(entries: &mut [EntryView<'_>]) {
    let mut known: HashMap<String, usize> = HashMap::new();
    for entry in entries.iter() {
        *known.entry(entry.name.clone()).or_default() += 1;
    }
    for entry in entries {
        let is_shared = known.get(&entry.name).is_some_and(|count| *count > 1);
        entry.other_name = (is_shared && entry.id != entry.name).then_some(entry.id);
    }
}

fn fallbacks(catalog: &Catalog) -> Vec<FallbackView<'_>> {
    let fallbacks = catalog.fallbacks.iter();
    let view = |known: &FallbackEntry| {
        Some(FallbackView {
            name: known.fallback.to_string(),
            id: &catalog.entries.get(known.entry)?.id,
        })
    };
    fallbacks.filter_map(view).collect()
}

fn described(all: &[Described]) -> Vec<DescribedView<'_>> {
    all.iter()
        .map(|it| DescribedView {
            name: &it.name,
            description: &it.description,
        })
        .collect()
}

impl fmt::Display for PieceView<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_placeholder {
            write!(formatter, "{{{}}}", self.text)
        } else {
            formatter.write_str(self.text)
        }
    }
}

impl<'a> EntryView<'a> {
    fn new(
        catalog: &'a Catalog,
        entry: &'a Entry,
        response: Option<Response>,
        error_type: &str,
    ) -> Self {
        let samples: Vec<Sample> = samples(entry);
        let envelope = entry.envelope.filter(|index| *index > 0);
        let is_of_every_operation = catalog.errors_of_every_operation.contains(&entry.id);
        let operations = catalog.operations_with(entry);
        let operations = operations.filter(|_| !is_of_every_operation);
        let message = (!entry.is_free_text).then(|| pieces(entry, &entry.message));
        let written = message.iter().flatten().map(PieceView::to_string);
        Self {
            id: &entry.id,
            name: name(entry),
            other_name: None,
            subcode: entry.subcode.as_ref().map(entry::plain_code),
            title: entry.title.as_deref(),
            statuses: &entry.statuses,
            template: written.collect(),
            message,
            forms: forms(entry, &entry.message),
            category: entry.category.as_deref(),
            scope: entry.scope.as_deref(),
            severity: entry.severity.map(Severity::as_str),
            retry: RetryView::new(entry),
            params: params(entry),
            description: entry.description.as_deref(),
            causes: &entry.causes,
            resolution: entry.resolution.as_deref(),
            examples: &entry.examples,
            history: entry.history.iter().map(HistoryView::new).collect(),
            translations: translations(catalog, entry),
            operations: operations.map(OperationView::named).collect(),
            is_of_every_operation,
            deprecated: entry.deprecated.as_ref().map(DeprecatedView::new),
            envelope: envelope
                .and_then(|index| catalog.envelopes.get(index))
                .map(|envelope| &*envelope.name),
            response,
            rust: rust::example(error_type, entry, &samples),
            templates: templates(entry),
        }
    }
}

/// Returns the code as it is written in the catalog, or the id.
fn name(entry: &Entry) -> String {
    match &entry.code {
        Code::None => entry.id.clone(),
        code => entry::plain_code(code),
    }
}

/// Splits the message into parts. A placeholder has the name of its parameter, which can differ from the written one.
fn pieces<'a>(entry: &'a Entry, message: &'a Message) -> Vec<PieceView<'a>> {
    let mut names = names(entry, message).into_iter();
    let template = &message.template;
    let view = |piece: &Piece| match piece {
        Piece::Literal(range) => PieceView {
            text: template.source().get(range.clone()).unwrap_or_default(),
            is_placeholder: false,
        },
        Piece::Placeholder(_) => PieceView {
            text: names.next().unwrap_or_default(),
            is_placeholder: true,
        },
    };
    template.pieces().iter().map(view).collect()
}

/// Returns the plural forms of a message.
fn forms<'a>(entry: &'a Entry, message: &'a Message) -> Vec<FormView<'a>> {
    let forms = message.plural_forms().map(|(case, form)| {
        let message = pieces(entry, form);
        FormView {
            case: case.to_string(),
            template: message.iter().map(PieceView::to_string).collect(),
            message,
        }
    });
    forms.collect()
}

/// Returns what the translations of a catalog say about an entry.
fn translations<'a>(catalog: &'a Catalog, entry: &'a Entry) -> Vec<TranslatedView<'a>> {
    let translated = entry.translations.iter().filter_map(|translated| {
        let translation = catalog.translations.get(translated.translation)?;
        let message = translated.message.as_ref();
        let message = message.map(|message| pieces(entry, message));
        let written = message.iter().flatten().map(PieceView::to_string);
        Some(TranslatedView {
            language: &translation.language,
            title: translated.title.as_deref(),
            template: written.collect(),
            message,
            forms: translated
                .message
                .iter()
                .flat_map(|it| forms(entry, it))
                .collect(),
            resolution: translated.resolution.as_deref(),
        })
    });
    translated.collect()
}

fn names<'a>(entry: &'a Entry, message: &Message) -> Vec<&'a str> {
    let param = |index: &usize| entry.params.get(*index).map_or("", |param| &*param.name);
    message.params.iter().map(param).collect()
}

fn templates(entry: &Entry) -> Vec<TemplateView<'_>> {
    let template = |message: &Message, is_code| TemplateView {
        literals: message.template.literals(),
        names: names(entry, message),
        is_code,
    };
    let code = match &entry.code {
        Code::Pattern(pattern) => Some(template(pattern, true)),
        _ => None,
    };
    let message = (!entry.is_free_text).then_some(&entry.message);
    let translated = entry.translated_messages().map(|(_, message)| message);
    let earlier = entry.history.iter().filter_map(|it| it.message.as_ref());
    let messages = message.into_iter().chain(translated).chain(earlier);
    let messages = messages.flat_map(Message::all);
    let messages = messages.map(|message| template(message, false));
    code.into_iter().chain(messages).collect()
}

/// Returns the parameters without free text, which is not a parameter for readers.
fn params(entry: &Entry) -> Vec<ParamView<'_>> {
    let is_shown = |param: &&Param| !(entry.is_free_text && param.name == "message");
    let view = |param| ParamView::new(param);
    entry.params.iter().filter(is_shown).map(view).collect()
}

impl<'a> ParamView<'a> {
    fn new(param: &'a Param) -> Self {
        Self {
            name: &param.name,
            param_type: param.param_type.as_str(),
            is_optional: param.is_optional,
            is_detail: param.place == ParamPlace::Detail,
            values: described(&param.values),
            description: param.description.as_deref(),
        }
    }
}

impl<'a> HistoryView<'a> {
    fn new(history: &'a History) -> Self {
        Self {
            statuses: &history.statuses,
            message: history.message.as_ref().map(|it| it.template.source()),
        }
    }
}

impl<'a> DeprecatedView<'a> {
    fn new(deprecated: &'a Deprecated) -> Self {
        Self {
            since: deprecated.since.as_deref(),
            note: deprecated.note.as_deref(),
            renamed_to: deprecated.renamed_to.as_deref(),
        }
    }
}

impl<'a> RetryView<'a> {
    /// All keys with their labels, in the order of the filter.
    pub(super) const KINDS: [(&'static str, &'static str); 5] = [
        ("never", "never"),
        ("after-fix", "after a fix"),
        ("backoff", "with backoff"),
        ("after", "after a time"),
        ("response", "when the response allows it"),
    ];

    fn new(entry: &'a Entry) -> Option<Self> {
        let retry = entry.retry.as_ref()?;
        let again = "Send the request again";
        let (kind, before, name) = match retry {
            Retry::Never => (
                Self::KINDS[0],
                "Do not send the same request again: it always fails.".to_owned(),
                None,
            ),
            Retry::AfterFix => (
                Self::KINDS[1],
                format!("{again} once the cause is fixed."),
                None,
            ),
            Retry::Backoff => (
                Self::KINDS[2],
                format!("{again}, with increasing delays."),
                None,
            ),
            Retry::After(duration) => (
                Self::KINDS[3],
                format!("{again} after {}.", words(*duration)),
                None,
            ),
            Retry::Header(name, _) => (
                Self::KINDS[4],
                format!("{again} when the response header "),
                Some(&**name),
            ),
            Retry::Param(name, _) => (
                Self::KINDS[4],
                format!("{again} when the parameter "),
                Some(&**name),
            ),
        };
        let mut after = match retry {
            Retry::Header(_, unit) | Retry::Param(_, unit) => allows(*unit),
            _ => "",
        }
        .to_owned();
        if entry.is_safe_to_retry {
            after.push(' ');
            after.push_str(SAFE_TO_RETRY);
        }
        Some(Self {
            key: kind.0,
            label: kind.1,
            before,
            name,
            after,
        })
    }
}

/// Returns the rest of the sentence after the name of a header or parameter, with its unit.
const fn allows(unit: Option<RetryUnit>) -> &'static str {
    match unit {
        Some(RetryUnit::Seconds) => " allows it, given as seconds.",
        Some(RetryUnit::Millis) => " allows it, given as milliseconds.",
        Some(RetryUnit::Epoch) => " allows it, given as seconds since 1970.",
        Some(RetryUnit::EpochMillis) => " allows it, given as milliseconds since 1970.",
        Some(RetryUnit::Date) => " allows it, given as a date.",
        _ => " allows it.",
    }
}

/// Returns a duration in its largest whole unit.
fn words(duration: Duration) -> String {
    let seconds = duration.as_secs();
    let units = [(86_400, "day"), (3_600, "hour"), (60, "minute")];
    // One day is written as 24 hours, as in catalogs.
    let whole = |size: u64| seconds > size && seconds.is_multiple_of(size);
    let (size, unit) = units
        .into_iter()
        .find(|(size, _)| whole(*size))
        .unwrap_or((1, "second"));
    let count = seconds / size;
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {unit}{plural}")
}

#[cfg(test)]
mod tests {
    use super::words;
    use std::time::Duration;

    #[test]
    fn a_duration_is_written_in_its_largest_whole_unit() {
        let written = |seconds| words(Duration::from_secs(seconds));
        assert_eq!(written(1), "1 second");
        assert_eq!(written(60), "60 seconds");
        assert_eq!(written(300), "5 minutes");
        assert_eq!(written(5_400), "90 minutes");
        assert_eq!(written(86_400), "24 hours");
        assert_eq!(written(604_800), "7 days");
    }
}
