//! Catalogs as the templates use them: plain text for readers.

use super::operation::{self, OperationView};
use super::response::{Response, Writer};
use super::retry::RetryView;
use super::rust;
use super::sample::{samples, Sample};
use crate::entry;
use error_catalog_core::Severity;
use error_catalog_model::{
    Catalog, Code, Deprecated, Described, Entry, FallbackEntry, History, Message, Param,
    ParamPlace, Piece,
};
use serde::Serialize;
use std::collections::HashMap;
use std::fmt;

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
